namespace Twin.Cli.Input.Formats;

/// <summary>A time stamp as written: local seconds, and the offset if it carries one.</summary>
/// <param name="LocalS">Seconds from 1970-01-01T00:00 to the time as written, whatever its zone.</param>
/// <param name="OffsetS">Written offset from UTC [s]; null for a naive stamp.</param>
internal readonly record struct WrittenTime(long LocalS, int? OffsetS)
{
    /// <summary>Forms that are read, for error texts.</summary>
    public const string Expected = "a time stamp such as 2025-01-31T13:00Z, 2025-01-31T14:00:00+01:00 or 2025-01-31 14:00";

    /// <summary>
    /// Reads date, then a space or T and hour and minute, then seconds, then Z or an offset; all but the date may be left out,
    /// an offset only with a time. Written for bytes because general parsers guess: they take 01/02/2025 or the host's zone.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out WrittenTime stamp)
    {
        stamp = default;
        text = text.Trim((byte)' ');
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month) || !TryDigits(text[8..10], out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        long secondOfDay = 0;
        int? offsetS = null;
        if (text.Length > 10
            && (text[10] is not ((byte)'T' or (byte)' ') || !TryTimeAndOffset(text[11..], out secondOfDay, out offsetS)))
        {
            return false;
        }

        long days = new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        stamp = new((days * 86_400) + secondOfDay, offsetS);
        return true;
    }

    /// <summary>Reads +01:00, -0330, +01 or Z.</summary>
    public static bool TryOffset(ReadOnlySpan<byte> text, out int offsetS)
    {
        offsetS = 0;
        if (text is [(byte)'Z'])
        {
            return true;
        }

        int minute = 0;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || !TryDigits(text[1..3], out int hour)
            || (text.Length == 6 && text[3] != ':') || (text.Length > 3 && !TryDigits(text[^2..], out minute)))
        {
            return false;
        }

        offsetS = ((hour * 60) + minute) * (text[0] == '-' ? -60 : 60);
        return hour < 19 && minute < 60;
    }

    private static bool TryTimeAndOffset(ReadOnlySpan<byte> text, out long secondOfDay, out int? offsetS)
    {
        secondOfDay = 0;
        offsetS = null;
        int second = 0;
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[..2], out int hour) || !TryDigits(text[3..5], out int minute))
        {
            return false;
        }

        text = text[5..];
        if (text.Length >= 3 && text[0] == ':')
        {
            if (!TryDigits(text[1..3], out second))
            {
                return false;
            }

            text = text[3..];
        }

        // fractions of a second must be zero: time here counts in whole seconds
        if (text.Length >= 2 && text[0] == '.')
        {
            text = text[1..].TrimStart((byte)'0');
        }

        // 24:00 ends the day, as ISO 8601 has it
        if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0))
        {
            return false;
        }

        secondOfDay = (((hour * 60) + minute) * 60) + second;
        if (text.IsEmpty)
        {
            return true;
        }

        bool read = TryOffset(text, out int written);
        offsetS = written;
        return read;
    }

    /// <summary>Reads digits and nothing else.</summary>
    public static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}
