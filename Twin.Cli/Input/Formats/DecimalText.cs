using System.Globalization;

namespace Twin.Cli.Input.Formats;

/// <summary>Numbers as data files write them.</summary>
internal static class DecimalText
{
    private const int LongestExact = 15; // so many digits fit a double without rounding

    private const int LongestWithComma = 64; // more digits than any double has

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];

    /// <summary>Reads a finite number.</summary>
    /// <param name="text">
    /// Text, blanks around it allowed. Before a decimal comma points may part groups of three digits, as in 1.234,5; nothing parts them
    /// before a decimal point.
    /// </param>
    /// <param name="mark">The decimal mark, a point or a comma; the other one is refused.</param>
    /// <param name="value">The double next to the number.</param>
    /// <returns>False for words, infinities, NaN, numbers with the other mark and points between other groups.</returns>
    /// <remarks>
    /// Plain decimals of up to 15 digits, which is nearly all there are, take a short way: digits and power of ten are both exact, so that
    /// their quotient is rounded once and right. All others take that of the library.
    /// </remarks>
    public static bool TryParse(ReadOnlySpan<byte> text, byte mark, out double value)
    {
        int at = 0;
        bool isNegative = text.Length > 0 && text[0] == '-';
        at += isNegative ? 1 : 0;
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (; at < text.Length; at++)
        {
            byte c = text[at];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + (c - '0');
                count++;
            }
            else if (c == mark && decimals < 0)
            {
                decimals = count;
            }
            else
            {
                break;
            }
        }

        if (at < text.Length || count is 0 or > LongestExact)
        {
            return TryParseAny(text, mark, out value);
        }

        value = decimals < 0 ? digits : digits / PowersOfTen[count - decimals];
        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Reads 1,234.5: a decimal point, and commas between groups of three digits.</summary>
    public static bool TryEnglish(ReadOnlySpan<byte> text, out double value)
    {
        Span<byte> german = stackalloc byte[LongestWithComma];
        value = double.NaN;
        if (text.Length > german.Length)
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            german[i] = text[i] switch { (byte)',' => (byte)'.', (byte)'.' => (byte)',', var letter => letter };
        }

        return TryParse(german[..text.Length], (byte)',', out value);
    }

    /// <summary>Whether a text would be a number if its comma were a point, or its point a comma.</summary>
    public static bool HasOtherMark(ReadOnlySpan<byte> text, byte mark) =>
        text.IndexOf(Other(mark)) >= 0 && TryParse(text, Other(mark), out _);

    private static byte Other(byte mark) => mark == '.' ? (byte)',' : (byte)'.';

    private static bool TryParseAny(ReadOnlySpan<byte> text, byte mark, out double value)
    {
        text = text.Trim((byte)' ');
        if (mark == '.')
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }

        Span<byte> pointed = stackalloc byte[LongestWithComma];
        value = double.NaN;
        if (text.Length > pointed.Length || (text.IndexOf((byte)'.') >= 0 && !HasGroups(text)))
        {
            return false;
        }

        int length = 0;
        foreach (byte letter in text)
        {
            if (letter != '.')
            {
                pointed[length++] = letter == mark ? (byte)'.' : letter;
            }
        }

        return double.TryParse(pointed[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    // One to three digits that do not begin with a zero, then threes behind points: 6.4 and 0.500 have a decimal point.
    private static bool HasGroups(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart("+-"u8);
        int comma = text.IndexOf((byte)',');
        ReadOnlySpan<byte> whole = comma < 0 ? text : text[..comma];
        int first = whole.IndexOf((byte)'.');
        if (first is < 1 or > 3 || whole[0] == '0' || (comma >= 0 && text[comma..].IndexOf((byte)'.') >= 0))
        {
            return false;
        }

        for (int at = 0; at < whole.Length; at++)
        {
            bool isPoint = at >= first && (at - first) % 4 == 0;
            if (isPoint ? whole[at] != '.' : !char.IsAsciiDigit((char)whole[at]))
            {
                return false;
            }
        }

        return (whole.Length - first) % 4 == 0;
    }
}
