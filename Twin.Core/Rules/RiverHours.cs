namespace Twin.Core.Rules;

/// <summary>How long the mixed river is above the value of the season, and how long only the plant makes it so.</summary>
/// <param name="upstream">Slot of the temperature upstream of the plant; below zero where there is none.</param>
/// <param name="mixed">Slot of the temperature after mixing; below zero where there is none.</param>
/// <param name="outputS">Length of a row [s].</param>
/// <param name="limits">Values of the seasons; null where there are none, and then nothing is counted.</param>
internal sealed class RiverHours(int upstream, int mixed, int outputS, RiverLimits? limits)
{
    private Count summer;
    private Count winter;

    /// <summary>Hours from April to November; null without such a row and without values.</summary>
    public (double AboveH, double ByPlantH)? Summer => Hours(summer);

    /// <summary>Hours from December to March; null without such a row and without values.</summary>
    public (double AboveH, double ByPlantH)? Winter => Hours(winter);

    /// <summary>Takes a row.</summary>
    /// <param name="month">Month on the site's calendar, 1 to 12.</param>
    /// <param name="row">The row.</param>
    public void Add(int month, ReadOnlySpan<double> row)
    {
        if (limits is null || upstream < 0 || mixed < 0)
        {
            return;
        }

        if (Season.IsSummer(month))
        {
            summer = summer.With(row[upstream], row[mixed], limits.SummerC);
        }
        else
        {
            winter = winter.With(row[upstream], row[mixed], limits.WinterC);
        }
    }

    private (double AboveH, double ByPlantH)? Hours(Count count) =>
        count.Rows > 0 ? (count.Above * (outputS / 3_600.0), count.ByPlant * (outputS / 3_600.0)) : null;

    private readonly record struct Count(long Rows, long Above, long ByPlant)
    {
        public Count With(double upstreamC, double mixedC, double limitC)
        {
            bool isAbove = mixedC > limitC;
            return new(Rows + 1, Above + (isAbove ? 1 : 0), ByPlant + (isAbove && upstreamC <= limitC ? 1 : 0));
        }
    }
}
