namespace Twin.Cli.Output.Plots;

/// <summary>A limit over the intervals of a run: one value, or others from the days of phases on.</summary>
/// <param name="Values">Value in each interval; NaN where there is no limit.</param>
internal sealed record LimitLine(double[] Values)
{
    /// <summary>Whether one value holds all the time.</summary>
    public bool IsConstant => Array.TrueForAll(Values, value => value.Equals(Values[0]));

    /// <summary>The last value that is one, beside which the label stands.</summary>
    public double Last => Values.Last(double.IsFinite);

    /// <summary>The lowest value.</summary>
    public double Lowest => Values.Where(double.IsFinite).Min();

    /// <summary>The same in another unit.</summary>
    public LimitLine In(double divisor) => new(Sheets.In(Values, divisor));

    /// <summary>Its values in words, in the order in which they come: "20 → 21.5", with "none" where there is no limit.</summary>
    /// <param name="say">Words of one value.</param>
    public string Say(Func<double, string> say) => string.Join(
        " → ", Stretches().Select(stretch => double.IsFinite(Values[stretch.First]) ? say(Values[stretch.First]) : "none"));

    /// <summary>First and end index of the intervals of each value.</summary>
    public IEnumerable<(int First, int End)> Stretches()
    {
        int first = 0;
        for (int i = 1; i <= Values.Length; i++)
        {
            if (i == Values.Length || !Values[i].Equals(Values[first]))
            {
                yield return (first, i);
                first = i;
            }
        }
    }
}
