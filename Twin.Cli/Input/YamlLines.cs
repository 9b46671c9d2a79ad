using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>What can be told from the bare lines of a text, before any YAML is read.</summary>
internal static class YamlLines
{
    /// <summary>Looks for tabs as indentation and for control characters.</summary>
    /// <remarks>The YAML library names a tab one line too early; and an escape sequence has no business in a scenario.</remarks>
    /// <returns>True if none was found.</returns>
    public static bool Check(string text, Source source, FaultList faults)
    {
        int before = faults.Count;
        int line = 1;
        int begin = 0;
        bool isIndentation = true;
        for (int i = 0; i < text.Length && !faults.IsFull; i++)
        {
            char c = text[i];
            if (c is '\n' or '\r')
            {
                line += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 0 : 1; // CR LF is one line end
                begin = i + 1;
                isIndentation = true;
                continue;
            }

            if (c == '\t' && isIndentation)
            {
                faults.Add("IT0102", "tab", At(source, line, i - begin + 1), string.Empty, "a tab in the indentation", "spaces");
                isIndentation = false; // one fault a line is enough
            }
            else if (char.IsControl(c) && c != '\t')
            {
                string found = string.Create(CultureInfo.InvariantCulture, $"the control character U+{(int)c:X4}");
                faults.Add("IT0101", "control character", At(source, line, i - begin + 1), string.Empty, found, "text");
            }

            isIndentation = isIndentation && c == ' ';
        }

        return faults.Count == before;
    }

    private static Place At(Source source, int line, int column) =>
        source.HasLines ? new(source.Name, line, column) : new(source.Name, 0, 0);
}
