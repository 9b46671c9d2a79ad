namespace Twin.Cli.Output.Charts;

/// <summary>From values to pixels, between round ends.</summary>
internal sealed class Scale
{
    private const double Tiny = 1e-9;
    private readonly double fromPixel;
    private readonly double toPixel;

    private Scale(double low, double high, double step, double fromPixel, double toPixel)
    {
        Low = low;
        High = high;
        Step = step;
        this.fromPixel = fromPixel;
        this.toPixel = toPixel;
    }

    /// <summary>Value at the first pixel.</summary>
    public double Low { get; }

    /// <summary>Value at the last pixel.</summary>
    public double High { get; }

    /// <summary>Distance of two labelled values.</summary>
    public double Step { get; }

    /// <summary>A scale that begins at a round value and ends at one, or half way to the next.</summary>
    /// <param name="low">Lowest value to be shown.</param>
    /// <param name="high">Highest value to be shown.</param>
    /// <param name="most">Steps between labels, at most.</param>
    /// <param name="fromPixel">Where the low end lies.</param>
    /// <param name="toPixel">Where the high end lies.</param>
    public static Scale Round(double low, double high, int most, double fromPixel, double toPixel)
    {
        double span = high - low > Tiny * Math.Max(Math.Abs(low), Math.Abs(high)) ? high - low : Math.Max(1, Math.Abs(high));
        double step = Nice(span / most);
        double first = Math.Floor((low / step) + Tiny) * step;
        double last = Math.Ceiling((high / step * 2) - Tiny) / 2 * step; // half a step above the last label is enough
        return new(first, last > first ? last : first + step, step, fromPixel, toPixel);
    }

    /// <summary>A scale with the ends given.</summary>
    public static Scale Exact(double low, double high, double step, double fromPixel, double toPixel) =>
        new(low, high, step, fromPixel, toPixel);

    /// <summary>The pixel of a value.</summary>
    public double this[double value] => fromPixel + ((value - Low) / (High - Low) * (toPixel - fromPixel));

    /// <summary>Values that get a label.</summary>
    public IEnumerable<double> Ticks()
    {
        int count = (int)Math.Floor(((High - Low) / Step) + Tiny);
        for (int i = 0; i <= count; i++)
        {
            yield return Low + (i * Step);
        }
    }

    /// <summary>Decimals that the labels need.</summary>
    public int Decimals => Math.Clamp((int)Math.Ceiling(-Math.Log10(Step) - Tiny), 0, 6);

    private static double Nice(double step)
    {
        double ten = Math.Pow(10, Math.Floor(Math.Log10(step) + Tiny));
        double rest = step / ten;
        return ten * (rest <= 1 + Tiny ? 1 : rest <= 2 + Tiny ? 2 : rest <= 5 + Tiny ? 5 : 10);
    }
}
