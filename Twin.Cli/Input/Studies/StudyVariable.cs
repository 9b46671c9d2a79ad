namespace Twin.Cli.Input.Studies;

/// <summary>One input of a study as its file states it.</summary>
/// <param name="Name">Dotted path in the scenario, or the name that the study gives to a list of cases.</param>
/// <param name="IsLever">Whether somebody sets it; an uncertainty is set by nobody.</param>
/// <param name="Unit">Unit in which the study states it and in which its values stand in tables; "1" for numbers, empty for cases.</param>
/// <param name="Cases">Names of its cases in the order written; empty where it is a quantity.</param>
/// <param name="EntriesOf">What a value means for the scenario: one path with a value, or all that a case sets.</param>
internal sealed record StudyVariable(
    string Name, bool IsLever, string Unit, IReadOnlyList<string> Cases, Func<double, IReadOnlyList<Entry>> EntriesOf)
{
    /// <summary>Whether its values are cases instead of numbers.</summary>
    public bool IsCases => Cases.Count > 0;

    /// <summary>Whether its numbers choose among climates: they tell them apart and say nothing else.</summary>
    public bool IsSeed => Name == "time.seed";

    /// <summary>A value as tables show it: the number, or the name of the case.</summary>
    /// <param name="value">Number in <see cref="Unit"/>, or index of a case.</param>
    public string TextOf(double value) =>
        IsCases ? Cases[(int)value] : value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
