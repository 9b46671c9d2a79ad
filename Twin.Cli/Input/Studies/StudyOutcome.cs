using Twin.Core.Studies;

namespace Twin.Cli.Input.Studies;

/// <summary>What a number of an outcome is made of.</summary>
internal enum OutcomeKind
{
    /// <summary>A key figure of the run, by its name.</summary>
    KeyFigure,

    /// <summary>Largest recorded value of a sum of columns.</summary>
    Largest,

    /// <summary>Smallest recorded value of a sum of columns.</summary>
    Smallest,

    /// <summary>Mean over the run of a sum of columns.</summary>
    Mean,

    /// <summary>Integral over the run of a sum of columns.</summary>
    Integral,

    /// <summary>Hours in which a limit bound, as in violations.csv.</summary>
    ViolationHours,

    /// <summary>Investment: all cost items.</summary>
    Capex,

    /// <summary>Cost of a year: annuities of the items, energy, heat sold, lost work.</summary>
    YearlyCost,
}

/// <summary>One number that a study reads from each of its runs.</summary>
/// <param name="Name">Identifier, also of its column.</param>
/// <param name="Label">Words for people.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Sources">Name of the key figure, names of the columns, or name of the limit; empty for costs.</param>
/// <param name="Unit">Unit of the number; "1" for a ratio.</param>
/// <param name="PerInside">Factor from what the run hands out (a key figure's own unit, SI for columns) to the unit.</param>
/// <param name="Direction">What is better; null where nothing is.</param>
internal sealed record StudyOutcome(
    string Name,
    string Label,
    OutcomeKind Kind,
    IReadOnlyList<string> Sources,
    string Unit,
    double PerInside,
    OutcomeDirection? Direction);

/// <summary>How a constraint compares.</summary>
internal enum ConstraintSign
{
    AtMost,
    Below,
    AtLeast,
    Above,
    Equal,
}

/// <summary>What a run must hold to be feasible.</summary>
/// <param name="Text">As written, e.g. "throttled_gpu_hours &lt;= 100 h".</param>
/// <param name="Outcome">What is compared; it is recorded with the declared outcomes.</param>
/// <param name="Sign">How.</param>
/// <param name="Limit">With what, in the outcome's unit.</param>
internal sealed record StudyConstraint(string Text, StudyOutcome Outcome, ConstraintSign Sign, double Limit)
{
    /// <summary>Whether a value holds it; a value that is not defined does not.</summary>
    public bool IsHeld(double value) => Sign switch
    {
        ConstraintSign.AtMost => value <= Limit,
        ConstraintSign.Below => value < Limit,
        ConstraintSign.AtLeast => value >= Limit,
        ConstraintSign.Above => value > Limit,
        _ => value == Limit,
    };
}

/// <summary>Prices of plant and lost work, each with its source.</summary>
/// <param name="Items">What is bought.</param>
/// <param name="DiscountRate">Interest of a year [1].</param>
/// <param name="GpuHourEur">What an hour of a GPU that could not work would have earned [EUR]; 0 where the study does not say.</param>
/// <param name="GpuHourSource">Where that price comes from; empty where there is none.</param>
internal sealed record StudyCosts(IReadOnlyList<StudyCostItem> Items, double DiscountRate, double GpuHourEur, string GpuHourSource);

/// <summary>A part of the plant with its price: of a value of the scenario, or of the largest value of columns in the run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Dotted path of the value in the resolved scenario of which it is so many; null where columns say it.</param>
/// <param name="Columns">Columns whose largest sum says how much is needed; empty where a path does.</param>
/// <param name="EachEur">Price of one inside unit of it [EUR].</param>
/// <param name="LifeYears">Years over which it is written off.</param>
/// <param name="Source">Where the price comes from.</param>
/// <param name="Confidence">measured, published or assumed.</param>
internal sealed record StudyCostItem(
    string Name, string? Path, IReadOnlyList<string> Columns, double EachEur, double LifeYears, string Source, string Confidence);
