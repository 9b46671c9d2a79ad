using System.Collections.Concurrent;
using System.Text;
using SkiaSharp;

namespace Twin.Cli.Output.Plots;

/// <summary>Sets text on a sheet: what the font of plots lacks comes from a font of this machine, what is too long is shortened.</summary>
/// <remarks>
/// Only the label of a scenario can hold such letters. A machine without a font for them shows <see cref="Unknown"/> in their place: a box
/// would look like a fault of the picture.
/// </remarks>
internal static class PlotLetters
{
    /// <summary>Stands for a letter that no font here has.</summary>
    public const string Unknown = "?";

    private const string Ellipsis = "…";
    private static readonly ConcurrentDictionary<int, SKTypeface?> Borrowed = new();

    /// <summary>Width of a text [pixels].</summary>
    public static float WidthOf(string text, SKTypeface face, float size)
    {
        float width = 0;
        foreach ((string letters, SKTypeface set) in Runs(text, face))
        {
            using var font = new SKFont(set, size);
            width += font.MeasureText(letters);
        }

        return width;
    }

    /// <summary>A text, shortened with an ellipsis where it is wider than its room.</summary>
    public static string Fitted(string text, SKTypeface face, float size, float room)
    {
        if (WidthOf(text, face, size) <= room)
        {
            return text;
        }

        Rune[] letters = [.. text.EnumerateRunes()];
        int kept = letters.Length - 1;
        while (kept > 0 && WidthOf(Begin(kept), face, size) > room)
        {
            kept--;
        }

        return Begin(kept);

        string Begin(int count) => string.Concat(letters.Take(count)).TrimEnd() + Ellipsis;
    }

    /// <summary>Writes a line of text.</summary>
    public static void Draw(
        SKCanvas canvas, string text, float x, float baseline, SKTextAlign align, SKTypeface face, float size, SKPaint paint)
    {
        float at = align == SKTextAlign.Right ? x - WidthOf(text, face, size) : x;
        foreach ((string letters, SKTypeface set) in Runs(text, face))
        {
            using var font = new SKFont(set, size) { Subpixel = true, Edging = SKFontEdging.Antialias };
            canvas.DrawText(letters, at, baseline, SKTextAlign.Left, font, paint);
            at += font.MeasureText(letters);
        }
    }

    /// <summary>A text in pieces of one font each.</summary>
    internal static IEnumerable<(string Letters, SKTypeface Face)> Runs(string text, SKTypeface face)
    {
        var run = new StringBuilder();
        SKTypeface current = face;
        foreach (Rune letter in text.EnumerateRunes())
        {
            (string shown, SKTypeface set) = Rune.IsControl(letter) ? (" ", face) : Setting(letter, face);
            if (set != current && run.Length > 0)
            {
                yield return (run.ToString(), current);
                run.Clear();
            }

            current = set;
            run.Append(shown);
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), current);
        }
    }

    private static (string Shown, SKTypeface Face) Setting(Rune letter, SKTypeface face) =>
        face.ContainsGlyph(letter.Value) ? (letter.ToString(), face)
        : Borrowed.GetOrAdd(letter.Value, static code => SKFontManager.Default.MatchCharacter(code)) is { } other
            ? (letter.ToString(), other)
        : (Unknown, face);
}
