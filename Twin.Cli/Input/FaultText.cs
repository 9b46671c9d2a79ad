using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Twin.Cli.Input;

/// <summary>Faults as people and as programs read them; both carry the same fields.</summary>
internal static class FaultText
{
    private const int LongestFound = 100;

    /// <summary>Writes faults for people, with the closing count; lines end with a newline character.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="consequence">What did not happen because of them.</param>
    public static string Write(IReadOnlyList<Fault> faults, string consequence = "nothing was run")
    {
        var text = new StringBuilder();
        foreach (Fault fault in faults)
        {
            Append(text, fault);
        }

        string count = faults.Count == 1 ? "1 fault" : string.Create(CultureInfo.InvariantCulture, $"{faults.Count} faults");
        return text.Append(count).Append(faults.Count >= FaultList.Most ? " and more" : "").Append("; ").Append(consequence).Append(".\n")
            .ToString();
    }

    /// <summary>Makes a text from a file safe for one line of a terminal: no escapes, no reversed writing, not endless.</summary>
    public static string Printable(string text, int longest = LongestFound)
    {
        var safe = new StringBuilder();
        foreach (char c in text)
        {
            if (safe.Length >= longest)
            {
                return safe.Append(" ...").ToString();
            }

            bool harmless = char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
            _ = harmless ? safe.Append(c) : safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return safe.ToString();
    }

    private static void Append(StringBuilder text, Fault fault)
    {
        text.Append("error ").Append(fault.Code).Append(' ').Append(fault.Title).Append('\n');
        text.Append(Printable(fault.Place.File, 4096));
        if (fault.Place.Line > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $":{fault.Place.Line}:{fault.Place.Column}");
        }

        if (fault.Path.Length > 0)
        {
            text.Append(": ").Append(Printable(fault.Path, 400));
        }

        text.Append("\n    found     ").Append(Printable(fault.Found, 400));
        text.Append("\n    expected  ").Append(Printable(fault.Expected, 4096)).Append('\n');
        if (fault.Nearest is not null)
        {
            text.Append("    did you mean ").Append(Printable(fault.Nearest)).Append("?\n");
        }
    }

    /// <summary>Writes one fault as a JSON object.</summary>
    public static void WriteJson(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartObject();
        json.WriteString("code", fault.Code);
        json.WriteString("title", fault.Title);
        json.WriteString("file", fault.Place.File);
        json.WriteNumber("line", fault.Place.Line);
        json.WriteNumber("column", fault.Place.Column);
        json.WriteString("path", fault.Path);
        json.WriteString("found", fault.Found);
        json.WriteString("expected", fault.Expected);
        json.WriteString("nearest", fault.Nearest);
        json.WriteEndObject();
    }
}
