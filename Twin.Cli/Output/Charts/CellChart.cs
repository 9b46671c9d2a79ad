using SkiaSharp;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Charts;

/// <summary>A cell of a map.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Words">What stands in it where there is room.</param>
/// <param name="Tip">What comes up under a mouse.</param>
internal readonly record struct MapCell(SKColor Colour, string Words, string Tip);

/// <summary>One side of a map.</summary>
/// <param name="Title">What it is, with its unit.</param>
/// <param name="Names">Names of its places: from left to right, or from below upwards.</param>
internal sealed record MapSide(string Title, IReadOnlyList<string> Names);

/// <summary>A map of two inputs, cell by cell.</summary>
internal static class CellChart
{
    private const double Swatch = 11;
    private const double MostCellHeight = 46;

    /// <summary>Draws the map in all sizes of an easel.</summary>
    /// <param name="easel">Where.</param>
    /// <param name="head">Identifier and alt text.</param>
    /// <param name="across">Lower side.</param>
    /// <param name="upwards">Left side.</param>
    /// <param name="cell">The cell at a place of the lower and one of the left side; null for none.</param>
    /// <param name="legend">What colours mean.</param>
    public static void Draw(
        Easel easel, (string Id, ChartAlt Alt) head, MapSide across, MapSide upwards, Func<int, int, MapCell?> cell,
        IReadOnlyList<(string Name, SKColor Colour)> legend)
    {
        foreach (ChartSize size in easel.Sizes)
        {
            double line = size.LineHeight;
            double cellHeight = Math.Min(MostCellHeight, Math.Max(line, 1.3 * easel.PlotHeight(size) / upwards.Names.Count));
            cellHeight *= easel.Stretch(cellHeight * upwards.Names.Count);
            double left = Math.Min(0.4 * size.Width, upwards.Names.Max(name => Ink.WidthOf(name, size))) + 10;
            double cellWidth = (size.Width - left - 2) / across.Names.Count;
            string[][] names = [.. legend.Select(one => ChartFrame.Lines(one.Name, size, size.Width - Swatch - 8).ToArray())];
            double top = line * 1.4;
            double bottom = top + (cellHeight * upwards.Names.Count);
            Ink ink = easel.Open(head.Id, size, bottom + ((2.6 + names.Sum(lines => lines.Length)) * line) + 8, head.Alt);
            ink.Text(Ink.Fitted(upwards.Title, size, size.Width), 0, 0.8 * line, PlotColours.Muted);
            for (int j = 0; j < upwards.Names.Count; j++)
            {
                double low = bottom - (j * cellHeight);
                ink.Text(
                    Ink.Fitted(upwards.Names[j], size, left - 10), left - 8, low - (cellHeight / 2) + (0.35 * size.LetterSize),
                    PlotColours.Muted, "end");
                for (int i = 0; i < across.Names.Count; i++)
                {
                    if (cell(i, j) is { } shown)
                    {
                        DrawCell(ink, shown, left + (i * cellWidth), low - cellHeight, cellWidth, cellHeight);
                    }
                }
            }

            WriteNamesBelow(ink, across, left, cellWidth, bottom);
            WriteLegend(ink, names, legend, bottom + (2.9 * line));
            ink.End();
        }
    }

    private static void DrawCell(Ink ink, MapCell cell, double left, double top, double width, double height)
    {
        ink.Rect(left + 1, top + 1, width - 2, height - 2, cell.Colour, cell.Tip);
        if (cell.Words.Length > 0 && ink.WidthOf(cell.Words) < width - 6 && ink.Size.LetterSize * 1.1 < height - 2)
        {
            ink.Text(
                cell.Words, left + (width / 2), top + (height / 2) + (0.35 * ink.Size.LetterSize), PlotColours.Ink, "middle",
                isOverInk: true);
        }
    }

    private static void WriteNamesBelow(Ink ink, MapSide across, double left, double cellWidth, double bottom)
    {
        double line = ink.Size.LineHeight;
        double free = double.NegativeInfinity;
        for (int i = 0; i < across.Names.Count; i++)
        {
            double half = ink.WidthOf(across.Names[i]) / 2;
            double middle = Math.Clamp(left + ((i + 0.5) * cellWidth), half, ink.Size.Width - half);
            if (middle - half >= free)
            {
                ink.Text(across.Names[i], middle, bottom + line, PlotColours.Muted, "middle");
                free = middle + half + 6;
            }
        }

        ink.Text(Ink.Fitted(across.Title, ink.Size, ink.Size.Width), ink.Size.Width, bottom + (2 * line), PlotColours.Muted, "end");
    }

    private static void WriteLegend(Ink ink, string[][] names, IReadOnlyList<(string Name, SKColor Colour)> legend, double baseline)
    {
        for (int i = 0; i < names.Length; i++)
        {
            ink.Rect(0, baseline - Swatch + 1, Swatch, Swatch, legend[i].Colour);
            foreach (string line in names[i])
            {
                ink.Text(line, Swatch + 6, baseline, PlotColours.Ink);
                baseline += ink.Size.LineHeight;
            }
        }
    }
}
