using Twin.Core.Time;

namespace Twin.Core.Series;

/// <summary>A series whose values over the steps of a clock are computed once for all runs that share a shelf.</summary>
/// <remarks>Bit for bit the inner series: a mean over an interval does not depend on which intervals are asked for with it.</remarks>
internal sealed class SharedSeries : ISampledSeries
{
    private readonly ISeries inner;
    private readonly Clock clock;
    private readonly ColumnShelf shelf;
    private double[]? means;
    private double[]? shares;
    private double sharesAbove;

    private SharedSeries(ISeries inner, Clock clock, ColumnShelf shelf)
    {
        this.inner = inner;
        this.clock = clock;
        this.shelf = shelf;
    }

    /// <inheritdoc/>
    public object Identity => inner.Identity;

    /// <summary>Puts a series on a shelf, if there is one and it has room for a column of the clock.</summary>
    /// <param name="series">The series.</param>
    /// <param name="clock">Steps of the run.</param>
    /// <param name="shelf">The shelf; null where a run shares nothing.</param>
    /// <returns>The series or one that has the same values.</returns>
    public static ISeries Of(ISeries series, Clock clock, ColumnShelf? shelf) =>
        IsShared(series, clock, shelf) ? new SharedSeries(series, clock, shelf!) : series;

    /// <inheritdoc cref="Of(ISeries, Clock, ColumnShelf?)"/>
    public static ISampledSeries Of(ISampledSeries series, Clock clock, ColumnShelf? shelf) =>
        IsShared(series, clock, shelf) ? new SharedSeries(series, clock, shelf!) : series;

    /// <summary>Size of a column of numbers [byte].</summary>
    public static long Bytes(Clock clock) => clock.Count * sizeof(double);

    public void FillMeans(long startUnixS, int stepS, Span<double> destination)
    {
        if (!IsOfClock(startUnixS, stepS, destination.Length))
        {
            inner.FillMeans(startUnixS, stepS, destination);
            return;
        }

        means ??= shelf.Of((inner.Identity, clock), Bytes(clock), () =>
        {
            double[] whole = new double[clock.Count];
            inner.FillMeans(clock.StartUnixS, clock.StepS, whole);
            return whole;
        });
        Part(means, startUnixS, destination);
    }

    public void FillShareAbove(long startUnixS, int stepS, double threshold, Span<double> destination)
    {
        var sampled = (ISampledSeries)inner;
        if (!IsOfClock(startUnixS, stepS, destination.Length))
        {
            sampled.FillShareAbove(startUnixS, stepS, threshold, destination);
            return;
        }

        if (shares is null || sharesAbove != threshold)
        {
            sharesAbove = threshold;
            shares = shelf.Of((inner.Identity, clock, threshold), Bytes(clock), () =>
            {
                double[] whole = new double[clock.Count];
                sampled.FillShareAbove(clock.StartUnixS, clock.StepS, threshold, whole);
                return whole;
            });
        }

        Part(shares, startUnixS, destination);
    }

    private static bool IsShared(ISeries series, Clock clock, ColumnShelf? shelf) =>
        series is not ConstantSeries && shelf is not null && shelf.Takes(Bytes(clock));

    private bool IsOfClock(long startUnixS, int stepS, int count) =>
        stepS == clock.StepS && startUnixS >= clock.StartUnixS && (startUnixS - clock.StartUnixS) % stepS == 0
        && startUnixS + ((long)count * stepS) <= clock.EndUnixS;

    private void Part(double[] whole, long startUnixS, Span<double> destination) =>
        whole.AsSpan((int)((startUnixS - clock.StartUnixS) / clock.StepS), destination.Length).CopyTo(destination);
}
