namespace Twin.Core.Units;

/// <summary>The one spelling of numbers: <c>-12.5e-3</c>. Stricter than YAML, where 010 is 8 and 1_000 is 1000.</summary>
internal static class NumberText
{
    /// <summary>Measures the number at the begin of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Characters of the longest number there (minus, digits, point and digits, exponent); 0 if none.</returns>
    internal static int Length(string text)
    {
        int at = At(text, 0) == '-' ? 1 : 0;
        int whole = Digits(text, at);
        if (whole == 0)
        {
            return 0;
        }

        at += At(text, at) == '0' ? 1 : whole;
        if (At(text, at) == '.' && Digits(text, at + 1) > 0)
        {
            at += 1 + Digits(text, at + 1);
        }

        if (At(text, at) is 'e' or 'E')
        {
            int sign = At(text, at + 1) is '+' or '-' ? 1 : 0;
            int digits = Digits(text, at + 1 + sign);
            at += digits > 0 ? 1 + sign + digits : 0;
        }

        return at;
    }

    /// <summary>Tells whether a text spells infinity or "not a number", as YAML or .NET would.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>True for .inf, -.inf, .nan, Infinity, NaN and the like, with or without a unit.</returns>
    internal static bool IsNotFinite(string text)
    {
        string word = text.Split(' ')[0].TrimStart('+', '-').TrimStart('.');
        return word.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || word.Equals("infinity", StringComparison.OrdinalIgnoreCase)
            || word.Equals("nan", StringComparison.OrdinalIgnoreCase);
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';

    private static int Digits(string text, int from)
    {
        int at = from;
        while (char.IsAsciiDigit(At(text, at)))
        {
            at++;
        }

        return at - from;
    }
}
