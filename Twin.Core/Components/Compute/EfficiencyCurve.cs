namespace Twin.Core.Components.Compute;

/// <summary>Efficiency of a converter over its load, kept as loss so that light loads stay finite.</summary>
/// <remarks>
/// Between the points the loss as share of the rating is a straight line; below the first point it falls to the
/// loss at no load, above the last it goes on along the last line. Loss at a point = x (1 / eta - 1). The points of
/// power supplies and UPS stand with their sources in the catalogue.
/// </remarks>
public sealed class EfficiencyCurve
{
    private readonly double[] load;
    private readonly double[] loss;
    private readonly double[] slope; // of the line that begins at a point

    /// <summary>Makes a curve from points of load and efficiency.</summary>
    /// <param name="name">Name in the catalogue.</param>
    /// <param name="loadFraction">Output as share of the rating [1]; rising, above zero.</param>
    /// <param name="efficiency">Output over input at these loads [1]; above 0, at most 1, and so that more output needs more input.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two points, or a point outside its range.</exception>
    public EfficiencyCurve(string name, ReadOnlySpan<double> loadFraction, ReadOnlySpan<double> efficiency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(loadFraction.Length, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(efficiency.Length, loadFraction.Length);
        Name = name;
        load = new double[loadFraction.Length + 1];
        loss = new double[loadFraction.Length + 1];
        for (int i = 0; i < loadFraction.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(loadFraction[i], load[i]);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(efficiency[i]);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(efficiency[i], 1.0);
            load[i + 1] = loadFraction[i];
            loss[i + 1] = loadFraction[i] * (1.0 / efficiency[i] - 1.0);
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(load[i + 1] + loss[i + 1], load[i] + loss[i], nameof(efficiency));
        }

        // No load: the first line carried on to x = 0, but never a gain.
        double first = (loss[2] - loss[1]) / (load[2] - load[1]);
        loss[0] = Math.Clamp(loss[1] - first * load[1], 0.0, loss[1]);
        slope = new double[load.Length];
        for (int i = 0; i < load.Length - 1; i++)
        {
            slope[i] = (loss[i + 1] - loss[i]) / (load[i + 1] - load[i]);
        }

        slope[^1] = Math.Max(0.0, slope[^2]);
    }

    /// <summary>Name in the catalogue.</summary>
    public string Name { get; }

    /// <summary>Loss of converters that share an output equally.</summary>
    /// <param name="outputW">Output of all together [W]; zero or more.</param>
    /// <param name="ratedW">Rated output of all together [W]; above zero.</param>
    /// <returns>Loss [W]; zero or more.</returns>
    public double LossW(double outputW, double ratedW) => ratedW * Loss(outputW / ratedW);

    /// <summary>Output of converters for what they draw together.</summary>
    /// <param name="inputW">Input of all together [W]; zero or more.</param>
    /// <param name="ratedW">Rated output of all together [W]; above zero.</param>
    /// <returns>Output [W]; zero for an input below the loss at no load.</returns>
    public double OutputW(double inputW, double ratedW)
    {
        // Input = x + loss(x) is made of straight lines that rise, as the loss is: the line is found, and turned round.
        double input = inputW / ratedW;
        int i = 0;
        while (i < load.Length - 1 && load[i + 1] + loss[i + 1] <= input)
        {
            i++;
        }

        return ratedW * Math.Max(0.0, load[i] + (input - load[i] - loss[i]) / (1.0 + slope[i]));
    }

    // A handful of points: walking along them is quicker than halving.
    private double Loss(double x)
    {
        int i = 0;
        while (i < load.Length - 1 && load[i + 1] <= x)
        {
            i++;
        }

        return loss[i] + slope[i] * (x - load[i]);
    }
}
