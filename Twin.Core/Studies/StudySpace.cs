using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>An input of a study: a lever that somebody sets, or an uncertainty that nobody does.</summary>
/// <param name="Name">Path of the value in the scenario, e.g. halls.training.racks.count. Random numbers are keyed by it.</param>
/// <param name="Distribution">How its values spread, in the inside unit of the value.</param>
public sealed record StudyInput(string Name, Distribution Distribution)
{
    /// <summary>
    /// Where one-at-a-time studies leave it while another input moves [1]; a point of the unit interval, by default the median.
    /// </summary>
    public double BasePoint { get; init; } = 0.5;

    /// <summary>
    /// Its low setting in one-at-a-time studies [1]; a point of the unit interval, by default the value with 10 % below it. 0 is the low
    /// end, which is what a lever wants.
    /// </summary>
    public double LowPoint { get; init; } = 0.1;

    /// <summary>
    /// Its high setting in one-at-a-time studies [1]; a point of the unit interval, by default the value with 90 % below it. 1 is the high
    /// end.
    /// </summary>
    public double HighPoint { get; init; } = 0.9;
}

/// <summary>The inputs of a study and how they go together.</summary>
/// <remarks>
/// Inputs stand in ordinal order of their names, however they are handed in: results must not depend on the order of lines in a file.
/// </remarks>
public sealed class StudySpace
{
    private readonly GaussianCopula? copula;
    private readonly int[] correlated;

    /// <summary>Takes the inputs.</summary>
    /// <param name="inputs">The inputs, in any order; at least one, each name once.</param>
    /// <param name="correlations">Pairs of inputs that go together; empty where all are independent.</param>
    /// <exception cref="ArgumentException">
    /// There is no input, a name is there twice, or the correlations are wrong as in <see cref="GaussianCopula"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A correlation or a point of an input is outside its range.</exception>
    public StudySpace(IEnumerable<StudyInput> inputs, IReadOnlyList<RankCorrelation> correlations)
    {
        Inputs = [.. inputs.OrderBy(input => input.Name, StringComparer.Ordinal)];
        if (Inputs.Count == 0)
        {
            throw new ArgumentException("found no input, expected at least one.", nameof(inputs));
        }

        for (int i = 0; i < Inputs.Count; i++)
        {
            if (i > 0 && Inputs[i].Name == Inputs[i - 1].Name)
            {
                throw new ArgumentException($"found {Inputs[i].Name} twice, expected each input once.", nameof(inputs));
            }

            Require.Fraction(Inputs[i].BasePoint, nameof(StudyInput.BasePoint));
            Require.Fraction(Inputs[i].LowPoint, nameof(StudyInput.LowPoint));
            Require.Fraction(Inputs[i].HighPoint, nameof(StudyInput.HighPoint));
        }

        // A coordinate that goes with no other is never sent through the normal curve and back, which would cost it its last digit.
        HashSet<string> named = [.. correlations.SelectMany(pair => new[] { pair.First, pair.Second })];
        correlated = [.. Enumerable.Range(0, Inputs.Count).Where(i => named.Contains(Inputs[i].Name))];
        copula = correlations.Count == 0 ? null : new([.. correlated.Select(i => Inputs[i].Name)], correlations);
    }

    /// <summary>The inputs in ordinal order of their names.</summary>
    public IReadOnlyList<StudyInput> Inputs { get; }

    /// <summary>Whether any inputs go together.</summary>
    public bool HasCorrelations => copula is not null;

    /// <summary>Names of the inputs that go together with another, in ordinal order.</summary>
    public IEnumerable<string> Correlated => correlated.Select(i => Inputs[i].Name);

    /// <summary>The values at a point whose coordinates are settings, one by one: correlations do not apply.</summary>
    /// <param name="point">Coordinates [1], 0 to 1, in the order of the inputs.</param>
    /// <returns>Values in the inside units of the inputs, in their order.</returns>
    /// <exception cref="ArgumentException">There are not as many coordinates as inputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is NaN or outside 0 to 1.</exception>
    public double[] Set(ReadOnlySpan<double> point)
    {
        RequireLength(point);
        double[] values = new double[point.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Inputs[i].Distribution.Quantile(point[i]);
        }

        return values;
    }

    /// <summary>The values at a point that was drawn: inputs go together as stated.</summary>
    /// <param name="point">Independent coordinates [1], above 0 and below 1, in the order of the inputs.</param>
    /// <returns>Values in the inside units of the inputs, in their order.</returns>
    /// <exception cref="ArgumentException">There are not as many coordinates as inputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is NaN or outside 0 to 1.</exception>
    public double[] Draw(ReadOnlySpan<double> point)
    {
        RequireLength(point);
        if (copula is null)
        {
            return Set(point);
        }

        double[] together = point.ToArray();
        double[] mixed = copula.Apply([.. correlated.Select(i => together[i])]);
        for (int k = 0; k < correlated.Length; k++)
        {
            together[correlated[k]] = mixed[k];
        }

        return Set(together);
    }

    private void RequireLength(ReadOnlySpan<double> point)
    {
        if (point.Length != Inputs.Count)
        {
            throw new ArgumentException($"found {point.Length} coordinates, expected {Inputs.Count}.", nameof(point));
        }
    }
}
