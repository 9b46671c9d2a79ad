namespace Twin.Core.Studies;

/// <summary>What one input alone does to an outcome.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="AtLow">Outcome at its low setting, in the unit of the outcome; NaN where that run failed.</param>
/// <param name="AtHigh">Outcome at its high setting; NaN where that run failed.</param>
/// <param name="Range">Highest less lowest of the outcomes at low, base and high, of those that are there; zero or more.</param>
public sealed record TornadoBar(string Input, double AtLow, double AtHigh, double Range);

/// <summary>The inputs by what each of them alone does to an outcome, the one that matters most on top.</summary>
/// <param name="Base">Outcome at the base of all inputs, in its unit.</param>
/// <param name="Bars">One bar an input, falling by range; equal ones in ordinal order of their names.</param>
public sealed record Tornado(double Base, IReadOnlyList<TornadoBar> Bars)
{
    /// <summary>Reads the bars from the outcomes of a one-at-a-time study.</summary>
    /// <param name="design">The design of <see cref="SettingDesigns.OneAtATime"/>.</param>
    /// <param name="outcomes">Outcome of each run in its order; NaN for a run that failed. The base must be there.</param>
    /// <returns>The tornado.</returns>
    /// <exception cref="ArgumentException">There are not as many outcomes as the inputs ask for, or the base failed.</exception>
    public static Tornado Of(StudyDesign design, IReadOnlyList<double> outcomes)
    {
        IReadOnlyList<StudyInput> inputs = design.Space.Inputs;
        int expected = 1 + 2 * inputs.Count;
        if (outcomes.Count != expected || design.Count != expected)
        {
            throw new ArgumentException($"found {outcomes.Count} outcomes of {design.Count} runs, expected {expected}.", nameof(outcomes));
        }

        double atBase = outcomes[0];
        if (!double.IsFinite(atBase))
        {
            throw new ArgumentException("found no outcome at the base, expected one: every bar is measured from it.", nameof(outcomes));
        }

        IEnumerable<TornadoBar> bars = inputs.Select((input, i) =>
        {
            double low = outcomes[1 + 2 * i];
            double high = outcomes[2 + 2 * i];
            double[] there = [.. new[] { atBase, low, high }.Where(double.IsFinite)];
            return new TornadoBar(input.Name, low, high, there.Max() - there.Min());
        });
        return new(atBase, [.. bars.OrderByDescending(bar => bar.Range).ThenBy(bar => bar.Input, StringComparer.Ordinal)]);
    }
}
