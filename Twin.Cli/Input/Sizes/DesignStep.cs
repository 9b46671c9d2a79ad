namespace Twin.Cli.Input.Sizes;

/// <summary>The step of a search where nobody chose one.</summary>
/// <remarks>
/// A search runs hundreds of years. Limits hold in each step whatever its length, and a quarter of an hour is what a grid operator meters,
/// so that finer steps are made as long where they fit.
/// </remarks>
internal static class DesignStep
{
    private const int UsualS = 900;
    private const string Usual = "15 min";
    private const string Step = "time.step", Output = "time.output";

    /// <summary>What is laid below the values of the question; nothing where the step is chosen or as long already.</summary>
    /// <param name="design">The base with the values of the question.</param>
    /// <param name="written">These values.</param>
    /// <param name="sets">The command line's.</param>
    public static IReadOnlyList<Entry> Of(ReadResult design, IReadOnlyList<Entry> written, IReadOnlyList<string> sets)
    {
        bool isChosen = written.Any(entry => entry.Key is Step or Output or "time")
            || sets.Any(set => set.Split('=')[0] is Step or Output);
        Core.Time.Clock clock = design.Scenario!.Clock;
        bool fits = clock.StartUnixS % UsualS == 0 && clock.EndUnixS % UsualS == 0;
        return isChosen || !fits || clock.StepS >= UsualS ? [] : [SizeCases.Value(Step, Usual), SizeCases.Value(Output, Usual)];
    }
}
