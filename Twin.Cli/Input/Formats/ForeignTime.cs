using System.Globalization;
using Twin.Core.Time;

namespace Twin.Cli.Input.Formats;

/// <summary>Times as one format or another writes them, where the format leaves no doubt which number is the month.</summary>
internal static class ForeignTime
{
    /// <summary>Reads 01/31/1988.</summary>
    public static bool TryMonthDayYear(ReadOnlySpan<byte> text, out long dayUnixS)
    {
        dayUnixS = 0;
        return text.Length == 10 && text[2] == '/' && text[5] == '/'
            && WrittenTime.TryDigits(text[..2], out int month) && WrittenTime.TryDigits(text[3..5], out int day)
            && WrittenTime.TryDigits(text[6..], out int year) && TryDay(year, month, day, out dayUnixS);
    }

    /// <summary>Reads 31.01.2020 or 31/01/2020, with 13:45 or 13:45:00 behind a blank if there is more.</summary>
    public static bool TryDayMonthYear(ReadOnlySpan<byte> text, out long localS)
    {
        localS = 0;
        text = text.Trim((byte)' ');
        if (text.Length < 10 || text[2] is not ((byte)'.' or (byte)'/') || text[5] != text[2]
            || !WrittenTime.TryDigits(text[..2], out int day) || !WrittenTime.TryDigits(text[3..5], out int month)
            || !WrittenTime.TryDigits(text[6..10], out int year) || !TryDay(year, month, day, out localS))
        {
            return false;
        }

        if (text.Length == 10)
        {
            return true;
        }

        bool isTime = TryClock(text[11..], out int secondOfDay) && text[10] == ' ';
        localS += secondOfDay;
        return isTime;
    }

    /// <summary>Reads 31.01.2020 13:45; between points the day comes first without a doubt, between slashes it does not.</summary>
    public static bool TryGerman(ReadOnlySpan<byte> text, out WrittenTime stamp)
    {
        bool isGerman = TryDayMonthYear(text, out long localS) && text.IndexOf((byte)'/') < 0;
        stamp = new(localS, null);
        return isGerman;
    }

    /// <summary>Reads Jun 11, 2025 12:00 AM, as SMARD writes it in English.</summary>
    public static bool TryEnglish(ReadOnlySpan<byte> text, out long localS)
    {
        localS = 0;
        bool isTime = DateTime.TryParseExact(
            System.Text.Encoding.ASCII.GetString(text.Trim((byte)' ')), "MMM d, yyyy h:mm tt", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out DateTime time);
        if (!isTime || !TryDay(time.Year, time.Month, time.Day, out long dayS))
        {
            return false;
        }

        localS = dayS + (long)time.TimeOfDay.TotalSeconds;
        return true;
    }

    /// <summary>Reads 13:45 or 13:45:00, up to 24:00, which ends the day.</summary>
    public static bool TryClock(ReadOnlySpan<byte> text, out int secondOfDay)
    {
        secondOfDay = 0;
        int second = 0;
        if (text.Length is not (5 or 8) || text[2] != ':' || !WrittenTime.TryDigits(text[..2], out int hour)
            || !WrittenTime.TryDigits(text[3..5], out int minute)
            || (text.Length == 8 && (text[5] != ':' || !WrittenTime.TryDigits(text[6..], out second)))
            || hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0))
        {
            return false;
        }

        secondOfDay = hour * 3600 + minute * 60 + second;
        return true;
    }

    /// <summary>Reads 20180131:1345, as PVGIS writes it.</summary>
    public static bool TryCompact(ReadOnlySpan<byte> text, out long unixS)
    {
        unixS = 0;
        if (text.Length != 13 || text[8] != ':' || !WrittenTime.TryDigits(text[..4], out int year)
            || !WrittenTime.TryDigits(text[4..6], out int month) || !WrittenTime.TryDigits(text[6..8], out int day)
            || !WrittenTime.TryDigits(text[9..11], out int hour) || !WrittenTime.TryDigits(text[11..], out int minute)
            || hour > 23 || minute > 59 || !TryDay(year, month, day, out unixS))
        {
            return false;
        }

        unixS += hour * 3600L + minute * 60L;
        return true;
    }

    private static bool TryDay(int year, int month, int day, out long dayUnixS)
    {
        dayUnixS = 0;
        if (year is < 1900 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        dayUnixS = UtcDay.BeginUnixS(new DateOnly(year, month, day));
        return true;
    }
}
