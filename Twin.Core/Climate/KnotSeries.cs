using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>A series along straight lines between knots at fixed places of each month, which are computed when first asked for.</summary>
/// <param name="knotsOfMonth">
/// Values from the first midnight in UTC of a month, by its number, to before that of the next, or just to it. Safe to share.
/// </param>
/// <param name="knotS">Distance of two knots [s]; a whole part of an hour.</param>
/// <param name="identity">What decides the values, compared by value.</param>
internal sealed class KnotSeries(Func<int, double[]> knotsOfMonth, int knotS, object identity) : ISampledSeries
{
    public object Identity => identity;

    public void FillMeans(long startUnixS, int stepS, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        Month month = Month.None;
        for (int k = 0; k < destination.Length; k++)
        {
            long t = startUnixS + ((long)k * stepS);
            long endUnixS = t + stepS;
            double sum = 0.0; // of means of pieces, weighted by the share of the step they fill
            while (t < endUnixS)
            {
                month = MonthAt(t, month);
                int at = month.IndexAt(t, knotS);
                long knotUnixS = month.BeginUnixS + ((long)at * knotS);
                long pieceEndUnixS = Math.Min(endUnixS, knotUnixS + knotS);
                double middle = (t - knotUnixS + (double)(pieceEndUnixS - knotUnixS)) / (2.0 * knotS);
                double mean = month.Knots[at] + ((month.KnotAfter(at) - month.Knots[at]) * middle);
                sum += mean * ((double)(pieceEndUnixS - t) / stepS);
                t = pieceEndUnixS;
            }

            destination[k] = sum;
        }
    }

    public void FillShareAbove(long startUnixS, int stepS, double threshold, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        Month month = Month.None;
        for (int k = 0; k < destination.Length; k++)
        {
            long t = startUnixS + ((long)k * stepS);
            long endUnixS = t + stepS;
            long aboveS = 0;
            while (t < endUnixS)
            {
                month = MonthAt(t, month);
                int at = month.IndexAt(t, knotS);
                long pieceEndUnixS = Math.Min(endUnixS, month.BeginUnixS + ((at + 1L) * knotS));
                aboveS += month.Knots[at] > threshold ? pieceEndUnixS - t : 0;
                t = pieceEndUnixS;
            }

            destination[k] = (double)aboveS / stepS;
        }
    }

    private Month MonthAt(long unixS, Month current)
    {
        if (unixS >= current.BeginUnixS && unixS < current.EndUnixS)
        {
            return current;
        }

        int month = UtcMonth.Number(UtcDay.Date(UtcDay.Number(unixS)));
        long beginUnixS = UtcDay.BeginUnixS(UtcMonth.FirstDay(month)), endUnixS = UtcDay.BeginUnixS(UtcMonth.FirstDay(month + 1));
        double[] knots = knotsOfMonth(month);
        double after = knots.Length > (endUnixS - beginUnixS) / knotS ? knots[^1] : knotsOfMonth(month + 1)[0];
        return new(beginUnixS, endUnixS, knots, after);
    }

    /// <summary>A month with its knots and the first one of the month after it.</summary>
    private readonly record struct Month(long BeginUnixS, long EndUnixS, double[] Knots, double After)
    {
        public static Month None { get; } = new(0, 0, [], 0.0);

        public int IndexAt(long unixS, int knotS) => (int)((unixS - BeginUnixS) / knotS);

        public double KnotAfter(int at) => at + 1 < Knots.Length ? Knots[at + 1] : After;
    }
}
