using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>A series along straight lines between knots at fixed places of each year, which are computed when first asked for.</summary>
/// <param name="knotsOfYear">Values from the first midnight in UTC of a year to that of the next, both included. Safe to share.</param>
/// <param name="knotS">Distance of two knots [s]; a whole part of an hour.</param>
internal sealed class KnotSeries(Func<int, double[]> knotsOfYear, int knotS) : ISampledSeries
{
    public void FillMeans(long startUnixS, int stepS, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        Year year = Year.None;
        for (int k = 0; k < destination.Length; k++)
        {
            long t = startUnixS + ((long)k * stepS);
            long endUnixS = t + stepS;
            double sum = 0.0; // of means of pieces, weighted by the share of the step they fill
            while (t < endUnixS)
            {
                year = YearAt(t, year);
                int at = year.IndexAt(t, knotS);
                long knotUnixS = year.BeginUnixS + ((long)at * knotS);
                long pieceEndUnixS = Math.Min(endUnixS, knotUnixS + knotS);
                double middle = (t - knotUnixS + (double)(pieceEndUnixS - knotUnixS)) / (2.0 * knotS);
                double mean = year.Knots[at] + ((year.Knots[at + 1] - year.Knots[at]) * middle);
                sum += mean * ((double)(pieceEndUnixS - t) / stepS);
                t = pieceEndUnixS;
            }

            destination[k] = sum;
        }
    }

    public void FillShareAbove(long startUnixS, int stepS, double threshold, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepS, 1);
        Year year = Year.None;
        for (int k = 0; k < destination.Length; k++)
        {
            long t = startUnixS + ((long)k * stepS);
            long endUnixS = t + stepS;
            long aboveS = 0;
            while (t < endUnixS)
            {
                year = YearAt(t, year);
                int at = year.IndexAt(t, knotS);
                long pieceEndUnixS = Math.Min(endUnixS, year.BeginUnixS + ((at + 1L) * knotS));
                aboveS += year.Knots[at] > threshold ? pieceEndUnixS - t : 0;
                t = pieceEndUnixS;
            }

            destination[k] = (double)aboveS / stepS;
        }
    }

    private Year YearAt(long unixS, Year current)
    {
        if (unixS >= current.BeginUnixS && unixS < current.EndUnixS)
        {
            return current;
        }

        int year = UtcDay.Date(UtcDay.Number(unixS)).Year;
        return new(UtcDay.YearBeginUnixS(year), UtcDay.YearBeginUnixS(year + 1), knotsOfYear(year));
    }

    private readonly record struct Year(long BeginUnixS, long EndUnixS, double[] Knots)
    {
        public static Year None { get; } = new(0, 0, []);

        public int IndexAt(long unixS, int knotS) => (int)((unixS - BeginUnixS) / knotS);
    }
}
