using Twin.Core.Time;

namespace Twin.Core.Climate;

/// <summary>Months of UTC by one number, so that the next one is one more.</summary>
internal static class UtcMonth
{
    /// <summary>Number of the month of a date.</summary>
    public static int Number(DateOnly date) => (date.Year * 12) + date.Month - 1;

    /// <summary>First day of a month.</summary>
    public static DateOnly First(int number) => new(number / 12, (number % 12) + 1, 1);

    /// <summary>Year of a month.</summary>
    public static int Year(int number) => number / 12;

    /// <summary>Whether a month is a December.</summary>
    public static bool IsLastOfYear(int number) => number % 12 == 11;

    /// <summary>First day of a month, days since 1970-01-01.</summary>
    public static int FirstDay(int number) => UtcDay.Number(First(number));

    /// <summary>Days of a month.</summary>
    public static int Days(int number) => FirstDay(number + 1) - FirstDay(number);
}
