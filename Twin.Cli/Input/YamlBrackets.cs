namespace Twin.Cli.Input;

/// <summary>Finds the bracket to which a text that is no YAML never gives an end, which the parser does not tell.</summary>
/// <remarks>
/// The parser reads ahead and gives up lines behind the cause, or at the end of the file. This looks at brackets, quotes and comments
/// alone, and only at texts that the parser has refused.
/// </remarks>
internal static class YamlBrackets
{
    /// <summary>The innermost bracket without an end.</summary>
    /// <returns>Line and column from 1, and the bracket; null if every one has its end.</returns>
    public static (int Line, int Column, char Bracket)? Unclosed(string text)
    {
        var open = new Stack<(int Line, int Column, char Bracket)>();
        int line = 1, begin = 0;
        char before = '\n'; // last character that is no blank, or the end of a line: where a value may begin
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isBlankBefore = i == 0 || char.IsWhiteSpace(text[i - 1]);
            bool isStart = before is '\n' or ',' or '[' or '{' || (before is ':' or '-' && isBlankBefore);
            if (c == '#' && isBlankBefore)
            {
                i = EndOfLine(text, i) - 1;
            }
            else if (c is '"' or '\'' && isStart)
            {
                int end = EndOfQuote(text, i);
                line += text.AsSpan(i, end - i).Count('\n');
                begin = text.AsSpan(i, end - i).LastIndexOf('\n') is var at and >= 0 ? i + at + 1 : begin;
                i = end;
                before = c;
            }
            else if (c is '{' or '[' && (isStart || open.Count > 0))
            {
                open.Push((line, i - begin + 1, c));
                before = c;
            }
            else if (c is '}' or ']' && open.TryPeek(out (int Line, int Column, char Bracket) inner))
            {
                if (inner.Bracket != (c == '}' ? '{' : '['))
                {
                    return inner;
                }

                open.Pop();
                before = c;
            }
            else if (c == '\n')
            {
                line++;
                begin = i + 1;
                before = open.Count == 0 ? c : before; // within brackets a line end is a blank
            }
            else if (!char.IsWhiteSpace(c))
            {
                before = c;
            }
        }

        return open.TryPeek(out (int Line, int Column, char Bracket) left) ? left : null;
    }

    private static int EndOfLine(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end : text.Length;

    /// <summary>Index of the closing quote, or the last of the text.</summary>
    private static int EndOfQuote(string text, int from)
    {
        char quote = text[from];
        for (int i = from + 1; i < text.Length; i++)
        {
            if (quote == '"' && text[i] == '\\')
            {
                i++; // an escaped quote ends nothing
            }
            else if (text[i] == quote && quote == '\'' && i + 1 < text.Length && text[i + 1] == quote)
            {
                i++; // two of them are one that is meant
            }
            else if (text[i] == quote)
            {
                return i;
            }
        }

        return text.Length - 1;
    }
}
