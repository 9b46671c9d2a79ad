using System.Security.Cryptography;
using System.Text;
using Twin.Cli.Output.Reports;

namespace Twin.Cli.Output.Pages;

/// <summary>What stands before the body of a page: its policy, its title and its style.</summary>
internal static class PageHead
{
    /// <summary>Writes the head; the body is to be opened next.</summary>
    /// <param name="html">Page.</param>
    /// <param name="texts">Texts in the reader's language.</param>
    /// <param name="title">What the page is about; it stands at the foot of each printed sheet too.</param>
    /// <param name="kind">What sort of page it is.</param>
    public static void Write(Html html, ReportTexts texts, string title, string kind)
    {
        string style = PageFiles.Style(texts, title);
        html.Doctype().Open("html", ("lang", texts.Language)).Line().Open("head").Leaf("meta", ("charset", "utf-8"));
        html.Leaf("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy(style, PageFiles.Script(texts)))).Line();
        html.Leaf("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Leaf("meta", ("name", "referrer"), ("content", "no-referrer")).Element("title", $"{title}. {kind}").Line();
        html.Embed("style", style).Close("head").Line();
    }

    // Style sheet and script by their fingerprints, pictures inside the page, and nothing else.
    private static string Policy(string style, string script) =>
        $"default-src 'none'; img-src data:; style-src '{Fingerprint(style)}'; script-src '{Fingerprint(script)}'; "
            + "base-uri 'none'; form-action 'none'";

    private static string Fingerprint(string content) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
