using System.Text.RegularExpressions;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>Places in laws as the reader's language cites them.</summary>
internal static partial class Citation
{
    /// <summary>A place such as "EnEfG s. 11(1) no. 1" in a language: "EnEfG § 11 Abs. 1 Nr. 1" in German.</summary>
    public static string Say(string place, string language)
    {
        if (language != "de")
        {
            return place;
        }

        string said = Section().Replace(place, match => "§ " + match.Groups["section"].Value + Paragraph(match.Groups["paragraph"].Value));
        said = Letter().Replace(said, match => "Buchst. " + match.Groups["letter"].Value);
        return said.Replace("Annexes", "Anhänge", StringComparison.Ordinal)
            .Replace("Annex", said.Contains("EnEfG", StringComparison.Ordinal) ? "Anlage" : "Anhang", StringComparison.Ordinal)
            .Replace("nos.", "Nr.", StringComparison.Ordinal)
            .Replace("no.", "Nr.", StringComparison.Ordinal)
            .Replace("Regulation", "Verordnung", StringComparison.Ordinal)
            .Replace(" and ", " und ", StringComparison.Ordinal)
            .Replace(" to ", " bis ", StringComparison.Ordinal);
    }

    private static string Paragraph(string number) => number.Length > 0 ? $" Abs. {number}" : string.Empty;

    [GeneratedRegex(@"\b(?:s|ss|section|sections|sec)\.? (?<section>\d+[a-z]?)(?:\((?<paragraph>\d+)\))?")]
    private static partial Regex Section();

    [GeneratedRegex(@"\((?<letter>[a-z])\)")]
    private static partial Regex Letter();
}
