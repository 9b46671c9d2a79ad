namespace Twin.Core.Time;

/// <summary>Public holidays in Munich: those of Bavaria, with Assumption Day, which holds where most people are Catholic.</summary>
/// <remarks>
/// Source: Bavarian law on Sundays and holidays (FTG) Art. 1, unification treaty Art. 2 (3 October), and the one-off
/// Reformation Day of 2017. Valid from 1995, when the Day of Repentance ceased to be a holiday in Bavaria.
/// </remarks>
public static class BavarianHolidays
{
    /// <summary>First year for which the list holds.</summary>
    public const int FirstYear = 1995;

    /// <summary>Whether a local date is a public holiday; Sundays are not holidays by themselves.</summary>
    /// <param name="date">Local date; from 1995.</param>
    /// <returns>True on a holiday.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies before 1995.</exception>
    public static bool Contains(DateOnly date) => NameOf(date) is not null;

    /// <summary>German name of the holiday on a local date.</summary>
    /// <param name="date">Local date; from 1995.</param>
    /// <returns>The name, or null on any other day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date lies before 1995.</exception>
    public static string? NameOf(DateOnly date)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(date.Year, FirstYear, nameof(date));
        return FixedName(date) ?? MovableName(date.DayNumber - EasterSunday(date.Year).DayNumber);
    }

    /// <summary>Easter Sunday in the Gregorian calendar.</summary>
    /// <param name="year">Year; 1583 to 9999.</param>
    /// <returns>The date.</returns>
    /// <remarks>Source: J. Meeus, Astronomical Algorithms, 2nd ed., 1998, ch. 8 (Anonymous Gregorian computus).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside its range.</exception>
    public static DateOnly EasterSunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        int a = year % 19; // letters as in the source: they have no names
        (int b, int c) = Math.DivRem(year, 100);
        (int d, int e) = Math.DivRem(b, 4);
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30;
        (int i, int k) = Math.DivRem(c, 4);
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        (int month, int day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static string? FixedName(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) => "Neujahr",
        (1, 6) => "Heilige Drei Könige",
        (5, 1) => "Erster Mai",
        (8, 15) => "Mariä Himmelfahrt",
        (10, 3) => "Tag der Deutschen Einheit",
        (10, 31) when date.Year == 2017 => "Reformationstag", // 500 years: everywhere, once
        (11, 1) => "Allerheiligen",
        (12, 25) => "Erster Weihnachtstag",
        (12, 26) => "Zweiter Weihnachtstag",
        _ => null,
    };

    private static string? MovableName(int daysAfterEaster) => daysAfterEaster switch
    {
        -2 => "Karfreitag",
        1 => "Ostermontag",
        39 => "Christi Himmelfahrt",
        50 => "Pfingstmontag",
        60 => "Fronleichnam",
        _ => null,
    };
}
