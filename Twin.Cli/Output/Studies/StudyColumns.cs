using Twin.Cli.Input.Studies;
using Twin.Core.Results;

namespace Twin.Cli.Output.Studies;

/// <summary>The numbers that a study keeps of each run.</summary>
internal static class StudyColumns
{
    // Every plant has the same figures, those that it cannot have without a value; so they need no run to be known.
    private static readonly IReadOnlyList<KeyFigure> Figures =
        KeyFigures.Of(new RunTotals([], 1), new FigureBasis(HeatPumpInside: true, HasRiver: true, 0.0), peakSiteW: 0.0);

    /// <summary>Declared outcomes, then what constraints compare besides, then all other key figures in their fixed order.</summary>
    public static IReadOnlyList<StudyOutcome> Of(Study study) =>
    [
        .. study.Outcomes
            .Concat(study.Constraints.Select(constraint => constraint.Outcome))
            .Concat(Figures.Select(figure => new StudyOutcome(
                figure.Name, figure.Definition, OutcomeKind.KeyFigure, [figure.Name], figure.Unit, PerInside: 1.0, Direction: null)))
            .DistinctBy(outcome => outcome.Name),
    ];
}
