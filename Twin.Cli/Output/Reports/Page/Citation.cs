using System.Text.RegularExpressions;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>Places in laws, which rules and fields note for all languages, as the reader's language cites them.</summary>
internal static partial class Citation
{
    /// <summary>An article such as "EnEfG § 11(1) 1": "EnEfG s. 11(1) no. 1", "EnEfG § 11 Abs. 1 Nr. 1".</summary>
    public static string Article(string article, ReportTexts texts)
    {
        if (GermanLaw().Match(article) is { Success: true } law)
        {
            string enclosure = Value(law, "enclosure") is { Length: > 0 } number
                ? ", " + texts.Fill("page.citation.enclosure", number) + Numbered(Value(law, "item"), texts)
                : string.Empty;
            return $"{Value(law, "law")} {Section(law, texts)}{enclosure}";
        }

        return Annexes().Match(article) is { Success: true } annexes
            ? $"{Value(annexes, "law")} {texts.Fill("page.citation.annexes", Value(annexes, "annexes"))}"
            : article;
    }

    /// <summary>A place of a field such as "II.1 a", "2 a" or "§ 17": "Annex II no. 1 (a)", "Annex 3 no. 2 (a)", "s. 17".</summary>
    public static string Place(string place, ReportTexts texts)
    {
        if (Annex().Match(place) is { Success: true } annex)
        {
            return texts.Fill("page.citation.annex", Value(annex, "annex")) + Numbered(Value(annex, "number"), texts)
                + Lettered(annex, texts);
        }

        if (Item().Match(place) is { Success: true } item)
        {
            return texts.Fill("page.citation.enclosure", "3") + Numbered(Value(item, "number"), texts) + Lettered(item, texts);
        }

        return Alone().Match(place) is { Success: true } section ? Section(section, texts) : place;
    }

    private static string Value(Match match, string group) => match.Groups[group].Value;

    private static string Section(Match match, ReportTexts texts)
    {
        string section = texts.Fill("page.citation.section", Value(match, "section"));
        string paragraph = Value(match, "paragraph") is { Length: > 0 } number ? texts.Fill("page.citation.paragraph", number)
            : string.Empty;
        return section + paragraph + Numbered(Value(match, "number"), texts);
    }

    private static string Numbered(string number, ReportTexts texts) =>
        number.Length > 0 ? texts.Fill("page.citation.number", number) : string.Empty;

    private static string Lettered(Match match, ReportTexts texts) =>
        Value(match, "letter") is { Length: > 0 } letter ? texts.Fill("page.citation.letter", letter) : string.Empty;

    [GeneratedRegex(
        @"^(?<law>EnEfG|OGewV) § (?<section>\d+[a-z]?)(?:\((?<paragraph>\d+)\))?(?: (?<number>[\d.]+))?"
        + @"(?:, (?<enclosure>\d+)(?: (?<item>[\d.]+))?)?$")]
    private static partial Regex GermanLaw();

    [GeneratedRegex(@"^(?<law>\(EU\) \d+/\d+) (?<annexes>[IVX]+(?:, [IVX]+)*)$")]
    private static partial Regex Annexes();

    [GeneratedRegex(@"^(?<annex>[IVX]+)(?:\.(?<number>\d+))?(?: (?<letter>[a-z]))?$")]
    private static partial Regex Annex();

    [GeneratedRegex(@"^(?<number>\d+) (?<letter>[a-z])$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^§ (?<section>\d+)(?:\((?<paragraph>\d+)\))?(?: (?<number>\d+))?$")]
    private static partial Regex Alone();
}
