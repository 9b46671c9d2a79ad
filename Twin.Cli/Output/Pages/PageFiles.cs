using System.Text;
using Twin.Cli.Output.Reports;

namespace Twin.Cli.Output.Pages;

/// <summary>Style sheet and script of the page, with their words in the reader's language.</summary>
internal static class PageFiles
{
    /// <summary>The style sheet.</summary>
    /// <param name="texts">Texts in the reader's language.</param>
    /// <param name="title">What stands at the foot of each printed page beside its number.</param>
    public static string Style(ReportTexts texts, string title) => Read("page.css")
        .Replace("\"{modelled}\"", Quoted(texts["page.modelled_sentence"]), StringComparison.Ordinal)
        .Replace("\"{title}\"", Quoted(title), StringComparison.Ordinal)
        .Replace("\"{swipe}\"", Quoted(texts["page.swipe"]), StringComparison.Ordinal)
        .Replace("\"{page}\"", Quoted(texts["page.page"] + " "), StringComparison.Ordinal);

    /// <summary>The script.</summary>
    public static string Script(ReportTexts texts)
    {
        string script = Read("page.js");
        foreach (string word in (string[])["larger", "smaller", "reset", "zoom", "sort"])
        {
            script = script.Replace($"\"{{{word}}}\"", Quoted(texts["page.script." + word], "\\u"), StringComparison.Ordinal);
        }

        return script;
    }

    /// <summary>A string as CSS, or with \u as JavaScript, writes it: whatever is no plain letter is written by its number.</summary>
    internal static string Quoted(string text, string escape = "\\")
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune letter in text.EnumerateRunes())
        {
            if (letter.IsAscii && (Rune.IsLetterOrDigit(letter) || letter.Value is ' ' or '.' or ','))
            {
                quoted.Append(letter);
            }
            else
            {
                quoted.Append(Escaped(letter, escape));
            }
        }

        return quoted.Append('"').ToString();
    }

    private static string Escaped(Rune letter, string escape) => escape == "\\"
        ? $"\\{letter.Value:x} " // the blank ends the number and is no part of the text
        : $"\\u{{{letter.Value:x}}}";

    // Line ends as HTML reads them: the fingerprint is that of what the browser sees.
    private static string Read(string file)
    {
        using Stream stream = typeof(PageFiles).Assembly.GetManifestResourceStream("report/" + file)
            ?? throw new InvalidOperationException($"The report has no {file}."); // a fault of the build
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
