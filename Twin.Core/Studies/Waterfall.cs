using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>A step of a waterfall.</summary>
/// <param name="Input">What was switched from one case to the other.</param>
/// <param name="Change">What that changed, in the unit of the outcome, with everything before it switched already.</param>
/// <param name="Reached">The outcome after it.</param>
public sealed record WaterfallStep(string Input, double Change, double Reached);

/// <summary>A change of an outcome, explained input by input.</summary>
/// <remarks>
/// Inputs are switched one after the other and stay switched. What a step shows depends on the order, because inputs work together; so the
/// order belongs to the picture. The start, the changes and the remainder add up to the end.
/// </remarks>
/// <param name="Start">Outcome of the first case, in its unit.</param>
/// <param name="Steps">One step an input, in the order of switching.</param>
/// <param name="Remainder">What the inputs that were switched do not explain.</param>
/// <param name="End">Outcome of the second case.</param>
public sealed record Waterfall(double Start, IReadOnlyList<WaterfallStep> Steps, double Remainder, double End)
{
    /// <summary>Explains a change.</summary>
    /// <param name="order">Names of the inputs in the order of switching; may be empty: then all is remainder.</param>
    /// <param name="start">Outcome of the first case; finite.</param>
    /// <param name="reached">Outcome after each switch, one for each input; finite.</param>
    /// <param name="end">Outcome of the second case; finite.</param>
    /// <returns>The steps.</returns>
    /// <exception cref="ArgumentException">There are not as many outcomes as inputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is not finite.</exception>
    public static Waterfall Explain(IReadOnlyList<string> order, double start, IReadOnlyList<double> reached, double end)
    {
        if (reached.Count != order.Count)
        {
            throw new ArgumentException(
                $"found {reached.Count} outcomes for {order.Count} inputs, expected one for each.", nameof(reached));
        }

        Require.Finite(start);
        Require.Finite(end);
        List<WaterfallStep> steps = [];
        double before = start;
        for (int i = 0; i < order.Count; i++)
        {
            Require.Finite(reached[i], nameof(reached));
            steps.Add(new(order[i], reached[i] - before, reached[i]));
            before = reached[i];
        }

        return new(start, steps, end - before, end);
    }
}
