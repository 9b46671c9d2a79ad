namespace Twin.Core.Studies;

/// <summary>Which runs a study makes: a list of points, of which each can be asked for by itself.</summary>
/// <remarks>
/// A point is a pure function of its number. So runs may be computed in any order, on any number of threads or machines, and left out or
/// repeated, and the list never stands in memory.
/// </remarks>
public sealed class StudyDesign
{
    private readonly Func<int, double[]> pointOf;

    internal StudyDesign(StudySpace space, long count, bool isDrawn, Func<int, double[]> pointOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, int.MaxValue);
        Space = space;
        Count = (int)count;
        IsDrawn = isDrawn;
        this.pointOf = pointOf;
    }

    /// <summary>The inputs.</summary>
    public StudySpace Space { get; }

    /// <summary>Number of runs; at least 1.</summary>
    public int Count { get; }

    /// <summary>Whether the points are drawn, so that correlations of the inputs apply; settings are taken one by one.</summary>
    public bool IsDrawn { get; }

    /// <summary>A point of the design.</summary>
    /// <param name="run">Number of the run, from 0.</param>
    /// <returns>Coordinates [1] in the order of the inputs, above 0 and below 1; settings of one-at-a-time may be 0 or 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such run.</exception>
    public double[] Point(int run)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(run, Count);
        return pointOf(run);
    }

    /// <summary>The values of a run.</summary>
    /// <param name="run">Number of the run, from 0.</param>
    /// <returns>Values in the inside units of the inputs, in their order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such run.</exception>
    public double[] Values(int run) => IsDrawn ? Space.Draw(Point(run)) : Space.Set(Point(run));
}
