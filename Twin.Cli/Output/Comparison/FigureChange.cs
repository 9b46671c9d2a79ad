using Twin.Core.Results;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Comparison;

/// <summary>A key figure of two runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit; "1" for a ratio.</param>
/// <param name="A">Its value in the first run; null where it is not defined.</param>
/// <param name="B">Its value in the other run; null where it is not defined.</param>
internal sealed record FigureChange(string Name, string Unit, double? A, double? B)
{
    private const double Rounding = 1e-12; // sums of another order part in their last digits, and that is no change

    /// <summary>
    /// Figures of which nobody doubts what is better. Amounts that grow with the plant (energy, cost, CO2, water) are none of them: a site
    /// that does twice the work is not worse for what it draws.
    /// </summary>
    private static readonly Dictionary<string, OutcomeDirection> Directions = new(StringComparer.Ordinal)
    {
        ["pue"] = OutcomeDirection.Min,
        ["pue_without_heat_pump"] = OutcomeDirection.Min,
        ["cue"] = OutcomeDirection.Min,
        ["unserved_energy"] = OutcomeDirection.Min,
        ["throttled_gpu_hours"] = OutcomeDirection.Min,
        ["permit_limited_hours"] = OutcomeDirection.Min,
        ["cer"] = OutcomeDirection.Max,
        ["cer_without_heat_pump"] = OutcomeDirection.Max,
        ["ref"] = OutcomeDirection.Max,
        ["erf"] = OutcomeDirection.Max,
        ["cfe_score"] = OutcomeDirection.Max,
        ["heat_pump_cop"] = OutcomeDirection.Max,
    };

    /// <summary>B less A, in the unit; null where one of them is not defined.</summary>
    public double? Difference => B - A;

    /// <summary>The difference over A [%]; null where A is zero, of which there is no per cent, or one is not defined.</summary>
    public double? Percent => A is { } a && a != 0 ? 100 * Difference / Math.Abs(a) : null;

    /// <summary>Whether both are defined alike and no further apart than rounding.</summary>
    public bool IsSame => A is { } a && B is { } b
        ? Math.Abs(b - a) <= Rounding * Math.Max(Math.Abs(a), Math.Abs(b))
        : A is null && B is null;

    /// <summary>"better" or "worse" for B, where a change has a direction beyond doubt; else nothing.</summary>
    public string Verdict => IsSame || Difference is not { } difference || !Directions.TryGetValue(Name, out OutcomeDirection direction)
        ? string.Empty
        : difference < 0 == (direction == OutcomeDirection.Min) ? "better" : "worse";

    /// <summary>The figures of two runs, in the order of the first; those that only the other has come last.</summary>
    public static IReadOnlyList<FigureChange> Of(IReadOnlyList<KeyFigure> a, IReadOnlyList<KeyFigure> b)
    {
        Dictionary<string, KeyFigure> first = a.ToDictionary(figure => figure.Name, StringComparer.Ordinal);
        Dictionary<string, KeyFigure> second = b.ToDictionary(figure => figure.Name, StringComparer.Ordinal);
        return
        [
            .. a.Select(figure => new FigureChange(
                figure.Name, figure.Unit, figure.Value,
                second.TryGetValue(figure.Name, out KeyFigure? other) && other.Unit == figure.Unit ? other.Value : null)),
            .. b.Where(figure => !first.ContainsKey(figure.Name))
                .Select(figure => new FigureChange(figure.Name, figure.Unit, null, figure.Value)),
        ];
    }
}
