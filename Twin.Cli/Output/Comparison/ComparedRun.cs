using Twin.Cli.Input;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Comparison;

/// <summary>A run that is compared: of a folder, or computed for the comparison.</summary>
/// <param name="Letter">A, B, ... in the order in which they were named.</param>
/// <param name="Shown">What the user called it.</param>
/// <param name="RunId">Its id.</param>
/// <param name="EngineVersion">The engine that computed it.</param>
/// <param name="Summary">Its figures and limits.</param>
/// <param name="Series">Those of its series that the pictures show.</param>
internal sealed record ComparedRun(
    string Letter, string Shown, string RunId, string EngineVersion, SummaryFile Summary, RunSeries Series)
{
    /// <summary>A figure; null where the run has none of that name, or it is not defined.</summary>
    public double? Figure(string name) => Summary.KeyFigures.FirstOrDefault(figure => figure.Name == name)?.Value;
}

/// <summary>What two runs differ in, and what their figures do.</summary>
/// <param name="A">The run with which is compared.</param>
/// <param name="B">The run that is compared.</param>
/// <param name="Inputs">What their scenarios say differently; null where one of them cannot be read.</param>
/// <param name="Figures">All key figures.</param>
/// <param name="Explained">Why some of them change.</param>
/// <param name="Notes">What a reader has to know beside it, a sentence each.</param>
internal sealed record RunComparison(
    ComparedRun A,
    ComparedRun B,
    IReadOnlyList<ScenarioDifference>? Inputs,
    IReadOnlyList<FigureChange> Figures,
    IReadOnlyList<ExplainedFigure> Explained,
    IReadOnlyList<string> Notes)
{
    /// <summary>Whether neither inputs nor figures differ.</summary>
    public bool IsNothing => Inputs is { Count: 0 } && Figures.All(figure => figure.IsSame);
}
