namespace Twin.Core.Rules;

/// <summary>Largest value of a column in the two seasons of OGewV Annex 7.</summary>
/// <param name="slot">Slot of the column in a row; below zero where there is none.</param>
internal sealed class Season(int slot)
{
    private const int FirstOfSummer = 4;
    private const int LastOfSummer = 11;

    /// <summary>From April to November; null without such a row.</summary>
    public double? Summer { get; private set; }

    /// <summary>From December to March; null without such a row.</summary>
    public double? Winter { get; private set; }

    /// <summary>Whether a month counts as summer.</summary>
    /// <param name="month">1 to 12.</param>
    public static bool IsSummer(int month) => month is >= FirstOfSummer and <= LastOfSummer;

    /// <summary>Takes a row.</summary>
    /// <param name="month">Month on the site's calendar, 1 to 12.</param>
    /// <param name="row">The row.</param>
    public void Add(int month, ReadOnlySpan<double> row)
    {
        if (slot < 0)
        {
            return;
        }

        double value = row[slot];
        if (IsSummer(month))
        {
            Summer = Summer > value ? Summer : value;
        }
        else
        {
            Winter = Winter > value ? Winter : value;
        }
    }
}
