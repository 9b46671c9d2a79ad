using Twin.Core.Studies;

namespace Twin.Cli.Output.Comparison;

/// <summary>A scenario with one part more switched from A to B.</summary>
/// <param name="Part">The part that was switched last.</param>
/// <param name="Figures">Key figures of the scenario that this gives; null where there is none.</param>
/// <param name="WhyNot">Why there is none; empty otherwise.</param>
internal sealed record SwitchedPart(string Part, IReadOnlyDictionary<string, double?>? Figures, string WhyNot);

/// <summary>Why a key figure changes, part by part.</summary>
/// <param name="Name">Name of the figure.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Waterfall">The steps; null where there are none.</param>
/// <param name="WhyNot">Why there are none; empty otherwise.</param>
/// <param name="Joined">Parts that could not be switched alone, a sentence each.</param>
internal sealed record ExplainedFigure(
    string Name, string Unit, Waterfall? Waterfall, string WhyNot, IReadOnlyList<string> Joined)
{
    /// <summary>What stands between parts that were switched together.</summary>
    public const string And = " + ";

    /// <summary>A figure that cannot be explained.</summary>
    public static ExplainedFigure Without(FigureChange change, string whyNot) => new(change.Name, change.Unit, null, whyNot, []);

    /// <summary>Makes the waterfall of a figure from scenarios that were computed.</summary>
    /// <param name="change">The figure in both runs.</param>
    /// <param name="parts">The scenarios, in the order of switching.</param>
    /// <returns>
    /// The steps. A part without a figure is joined with the next that has one; parts behind which none has belong to the remainder.
    /// </returns>
    public static ExplainedFigure Of(FigureChange change, IReadOnlyList<SwitchedPart> parts)
    {
        if (change.A is not { } start || change.B is not { } end)
        {
            string where = change.A is null && change.B is null ? "either run" : change.A is null ? "A" : "B";
            return Without(change, $"{change.Name} is not defined in {where}, so there is no change to explain");
        }

        List<string> order = [], waiting = [], joined = [];
        List<double> reached = [];
        string why = string.Empty;
        foreach (SwitchedPart part in parts)
        {
            waiting.Add(part.Part);
            if (part.Figures?.GetValueOrDefault(change.Name) is not { } value)
            {
                why = why.Length > 0 ? why : part.WhyNot.Length > 0 ? part.WhyNot : $"{change.Name} is not defined";
                continue;
            }

            if (waiting.Count > 1)
            {
                joined.Add($"{string.Join(And, waiting)} are switched together: with {waiting[0]} alone, {why}");
            }

            order.Add(string.Join(And, waiting));
            reached.Add(value);
            (waiting, why) = ([], string.Empty);
        }

        if (waiting.Count > 0)
        {
            joined.Add($"{string.Join(And, waiting)} stand in the remainder: {why}");
        }

        return new(change.Name, change.Unit, Waterfall.Explain(order, start, reached, end), string.Empty, joined);
    }
}
