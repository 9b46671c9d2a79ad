using Twin.Cli.Input;

namespace Twin.Tests.Input;

/// <summary>Helpers of tests that break a scenario and look at what is told.</summary>
internal static class OneFault
{
    /// <summary>Reads a text whose one fault stands at the mark; without a mark only the code is looked at.</summary>
    public static void At(string text, string code)
    {
        IReadOnlyList<Fault> faults = ScenarioFolder.ReadText(text.Replace("¦", "", StringComparison.Ordinal)).Faults;
        string told = FaultText.Write(faults);
        Assert.HasCount(1, faults, told);
        Assert.AreEqual(code, faults[0].Code, told);
        int mark = text.IndexOf('¦', StringComparison.Ordinal);
        if (mark >= 0)
        {
            int line = 1 + text[..mark].Count(c => c == '\n');
            int column = mark - text.LastIndexOf('\n', Math.Max(0, mark - 1));
            Assert.AreEqual((line, column), (faults[0].Place.Line, faults[0].Place.Column), told);
        }
    }

    /// <summary>Reads the smallest scenario with more behind it, and holds all that is told, letter by letter.</summary>
    public static void Told(string more, string told) =>
        Assert.AreEqual(told, FaultText.Write(ScenarioFolder.ReadText(ScenarioFolder.Smallest + more).Faults));
}
