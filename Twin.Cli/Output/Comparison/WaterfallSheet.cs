using SkiaSharp;
using Twin.Cli.Input;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Comparison;

/// <summary>waterfall_*.png: why a key figure changes from one run to another, part by part.</summary>
internal sealed class WaterfallSheet
{
    private const int MostRows = 12;
    private const float NameRoom = 500;
    private const float ValueRoom = 190;
    private const float NameSize = 20;
    private const float DetailSize = 15;
    private const float HighestRow = 104;
    private const float HighestBar = 25; // half of it
    private const float Edge = 36;

    private readonly RunComparison comparison;
    private readonly ExplainedFigure figure;
    private readonly Waterfall waterfall;
    private readonly int decimals;
    private readonly string verdict;

    private WaterfallSheet(RunComparison comparison, ExplainedFigure figure)
    {
        this.comparison = comparison;
        this.figure = figure;
        waterfall = figure.Waterfall!;
        decimals = FigureText.Decimals(
            [waterfall.End - waterfall.Start, waterfall.Remainder, .. waterfall.Steps.Select(step => step.Change)]);
        verdict = comparison.Figures.First(one => one.Name == figure.Name).Verdict;
    }

    /// <summary>Draws the sheet.</summary>
    /// <param name="comparison">Two runs.</param>
    /// <param name="figure">A figure that has a waterfall.</param>
    /// <param name="path">File that it becomes.</param>
    public static void Draw(RunComparison comparison, ExplainedFigure figure, string path) =>
        new WaterfallSheet(comparison, figure).Draw(path);

    private void Draw(string path)
    {
        (ComparedRun a, ComparedRun b) = (comparison.A, comparison.B);
        string names = $"A: {a.Summary.Scenario} {a.RunId}  ·  B: {b.Summary.Scenario} {b.RunId}";
        using var page = new PlotPage(path, Finding(), names, Foot());
        List<Row> rows = Rows();
        SKRect body = PlotPage.Body;
        float height = Math.Min(HighestRow, (body.Height - 12) / rows.Count);
        double low = rows.Min(row => Math.Min(row.From, row.To)), high = rows.Max(row => Math.Max(row.From, row.To));
        double room = high > low ? high - low : 1;
        float left = body.Left + NameRoom, right = body.Right - ValueRoom;
        float XOf(double value) => left + Edge + (float)((value - low) / room * (right - left - (2 * Edge)));
        float half = Math.Min(HighestBar, height * 0.32f);
        using var thin = new SKPaint { Color = PlotColours.Grey, StrokeWidth = 1.5f };
        for (int i = 0; i + 1 < rows.Count; i++)
        {
            float x = XOf(rows[i].To), middle = body.Top + 6 + ((i + 0.5f) * height);
            float under = rows[i].HasBar ? half : 0, over = rows[i + 1].HasBar ? half : 0;
            page.Canvas.DrawLine(x, middle + under, x, middle + height - over, thin);
        }

        for (int i = 0; i < rows.Count; i++)
        {
            float top = body.Top + 6 + (i * height);
            DrawRow(page, rows[i], new SKRect(body.Left, top, body.Right, top + height), XOf);
        }

        page.Save();
    }

    private void DrawRow(PlotPage page, Row row, SKRect area, Func<double, float> xOf)
    {
        float middle = area.MidY;
        bool hasDetail = row.Detail.Length > 0;
        string name = PlotLetters.Fitted(row.Name, PlotFont.Regular, NameSize, NameRoom - 24);
        page.Write(name, area.Left + 12, middle + (hasDetail ? -1 : 7), NameSize, PlotColours.Ink);
        if (hasDetail)
        {
            string detail = PlotLetters.Fitted(row.Detail, PlotFont.Regular, DetailSize, NameRoom - 24);
            page.Write(detail, area.Left + 12, middle + 18, DetailSize, PlotColours.Muted);
        }

        using var paint = new SKPaint { Color = ColourOf(row), IsAntialias = true };
        float half = Math.Min(HighestBar, area.Height * 0.32f);
        (float from, float to) = (xOf(Math.Min(row.From, row.To)), xOf(Math.Max(row.From, row.To)));
        if (row.IsEnd)
        {
            page.Canvas.DrawCircle(to, middle, Math.Min(11, half), paint);
        }
        else if (row.HasBar)
        {
            page.Canvas.DrawRect(SKRect.Create(from, middle - half, Math.Max(2, to - from), 2 * half), paint);
        }

        string value = row.IsEnd
            ? FigureText.Value(row.To, decimals) + FigureText.Unit(figure.Unit)
            : !row.HasBar ? "0" : FigureText.Change(row.To - row.From, decimals);
        SKColor colour = row.IsEnd ? PlotColours.Ink : Sheets.Readable(ColourOf(row));
        page.Write(value, area.Right - 12, middle + 7, NameSize, colour, SKTextAlign.Right);
    }

    // Up and down are told by colour; which of them is better only where that is beyond doubt, and then by the words of the title.
    private static SKColor ColourOf(Row row) => row.IsEnd ? PlotColours.Ink
        : row.Name == Remainder ? PlotColours.Grey
        : row.To >= row.From ? PlotColours.Orange
        : PlotColours.Blue;

    private const string Remainder = "remainder";

    private List<Row> Rows()
    {
        IReadOnlyList<ScenarioDifference> inputs = comparison.Inputs ?? [];
        WaterfallStep[] moving = [.. waterfall.Steps.Where(step => step.Change != 0)];
        HashSet<WaterfallStep> shown =
            [.. moving.OrderByDescending(step => Math.Abs(step.Change)).Take(moving.Length > MostRows ? MostRows - 1 : MostRows)];
        List<Row> rows = [new($"A  {comparison.A.Summary.Scenario}", string.Empty, waterfall.Start, waterfall.Start, IsEnd: true)];
        double at = waterfall.Start;
        foreach (WaterfallStep step in moving.Where(shown.Contains))
        {
            string[] joined = step.Input.Split(ExplainedFigure.And);
            rows.Add(joined.Length == 1
                ? new(step.Input, FigureText.Inside(step.Input, inputs), at, at + step.Change, IsEnd: false)
                : new(
                    $"{joined[0]} + {joined.Length - 1} more",
                    $"with {string.Join(", ", joined[1..])}",
                    at,
                    at + step.Change,
                    IsEnd: false));
            at += step.Change;
        }

        WaterfallStep[] others = [.. moving.Where(step => !shown.Contains(step))];
        if (others.Length > 0)
        {
            double change = others.Sum(step => step.Change);
            rows.Add(new($"{others.Length} smaller parts", "together", at, at + change, IsEnd: false));
            at += change;
        }

        rows.Add(new(Remainder, "what the parts do not explain", at, at + waterfall.Remainder, IsEnd: false));
        rows.Add(new($"B  {comparison.B.Summary.Scenario}", string.Empty, waterfall.End, waterfall.End, IsEnd: true));
        return rows;
    }

    private string Finding()
    {
        string unit = FigureText.Unit(figure.Unit);
        string from = FigureText.Value(waterfall.Start, decimals), to = FigureText.Value(waterfall.End, decimals);
        string name = FigureText.Title(figure.Name);
        double change = waterfall.End - waterfall.Start;
        if (from == to)
        {
            string balance = waterfall.Steps.Any(step => step.Change != 0) ? ": what changes it balances" : string.Empty;
            return $"{name} stays at {from}{unit}{balance}";
        }

        string judged = verdict.Length > 0 ? $", which is {verdict}" : string.Empty;
        string most = waterfall.Steps.Where(step => step.Change * change > 0).MaxBy(step => Math.Abs(step.Change)) is { } largest
            ? $"; largest part: {largest.Input.Split(ExplainedFigure.And)[0]}"
            : string.Empty;
        return $"{name} {(change > 0 ? "rises" : "falls")} from {from} to {to}{unit}{judged}{most}";
    }

    private string Foot()
    {
        string[] still = [.. waterfall.Steps.Where(step => step.Change == 0).Select(step => step.Input)];
        string none = still.Length switch
        {
            0 => string.Empty,
            <= 3 => $" Without effect: {string.Join(", ", still)}.",
            _ => $" {still.Length} further parts have no effect.",
        };
        return "Orange: up; blue: down. Parts are switched from A to B one after the other, downwards; another order gives other shares "
            + "and the same sum. The scale does not begin at zero." + none;
    }

    private sealed record Row(string Name, string Detail, double From, double To, bool IsEnd)
    {
        public bool HasBar => !IsEnd && From != To;
    }
}
