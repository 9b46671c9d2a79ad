using System.Globalization;
using Twin.Cli.Input;
using Twin.Cli.Output.Comparison;
using Twin.Core.Studies;

namespace Twin.Cli.Commands.Comparison;

/// <summary>A comparison as a table for people.</summary>
internal sealed class ComparisonText(TextWriter writer)
{
    private const int LongestValue = 60;
    private const string Books = "books_max_residual"; // says how well a run was computed, and nothing of the plant
    private const double Visible = 1e-9; // a change below this share of the figure is not worth a line; the files have it

    /// <summary>Writes the runs, and what each differs in from the first.</summary>
    public void Write(IReadOnlyList<ComparedRun> runs, IReadOnlyList<RunComparison> comparisons)
    {
        int widest = runs.Max(run => run.Summary.Scenario.Length);
        foreach (ComparedRun run in runs)
        {
            string period = $"{Output.UtcText.Of(run.Summary.StartUnixS)} to {Output.UtcText.Of(run.Summary.EndUnixS)}";
            writer.WriteLine($"{run.Letter}  {run.Summary.Scenario.PadRight(widest)}  {run.RunId}  {period}");
        }

        foreach (RunComparison comparison in comparisons)
        {
            writer.WriteLine();
            if (comparisons.Count > 1)
            {
                writer.WriteLine($"{comparison.B.Letter} against {comparison.A.Letter}");
            }

            Write(comparison);
        }
    }

    private void Write(RunComparison comparison)
    {
        foreach (string note in comparison.Notes)
        {
            writer.WriteLine($"note: {note}");
        }

        if (comparison.IsNothing)
        {
            writer.WriteLine("no difference, neither in what goes in nor in what comes out");
            return;
        }

        if (comparison.Inputs is { } inputs)
        {
            WriteInputs(inputs);
        }

        WriteFigures(comparison);
        foreach (ExplainedFigure figure in comparison.Explained)
        {
            WriteExplained(figure, comparison);
        }

        foreach (string joined in comparison.Explained.SelectMany(figure => figure.Joined).Distinct(StringComparer.Ordinal))
        {
            writer.WriteLine($"note: {joined}");
        }
    }

    private void WriteInputs(IReadOnlyList<ScenarioDifference> inputs)
    {
        writer.WriteLine(inputs.Count == 0 ? "inputs: no difference" : "inputs");
        int widest = inputs.Select(input => input.Path.Length).DefaultIfEmpty(0).Max();
        foreach (ScenarioDifference input in inputs)
        {
            string values = $"{FaultText.Printable(input.Before, LongestValue)} -> {FaultText.Printable(input.After, LongestValue)}";
            writer.WriteLine($"  {FaultText.Printable(input.Path, 400).PadRight(widest)}  {values}");
        }
    }

    private void WriteFigures(RunComparison comparison)
    {
        FigureChange[] changed =
        [
            .. comparison.Figures.Where(figure =>
                figure.Name != Books && !figure.IsSame && !(Math.Abs(figure.Percent ?? 100) < 100 * Visible)),
        ];
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"key figures: {changed.Length} of {comparison.Figures.Count} change"));
        string[][] rows =
        [
            ["", comparison.A.Letter, comparison.B.Letter, "difference", "%", "", ""],
            .. changed.Select(figure => new[]
            {
                figure.Name,
                KeyFigureTable.Text(figure.A),
                KeyFigureTable.Text(figure.B),
                figure.Difference is { } difference ? Signed(KeyFigureTable.Text(difference), difference) : string.Empty,
                figure.Percent is { } percent ? FigureText.Change(percent, Math.Abs(percent) >= 100 ? 0 : 2) : string.Empty,
                FigureText.Unit(figure.Unit).TrimStart(),
                figure.Verdict,
            }),
        ];
        WriteTable(changed.Length == 0 ? [] : rows);
    }

    private void WriteExplained(ExplainedFigure figure, RunComparison comparison)
    {
        if (figure.Waterfall is not { } waterfall)
        {
            writer.WriteLine($"{figure.Name} is not explained: {figure.WhyNot}");
            return;
        }

        string way = $"from {comparison.A.Letter} to {comparison.B.Letter}";
        writer.WriteLine($"why {figure.Name}{In(figure.Unit)} changes: parts switched {way}, in this order");
        int decimals = FigureText.Decimals(
            [waterfall.End - waterfall.Start, waterfall.Remainder, .. waterfall.Steps.Select(step => step.Change)]);
        WriteTable(
        [
            [comparison.A.Letter, FigureText.Value(waterfall.Start, decimals), ""],
            .. waterfall.Steps.Select(step => Row(step, comparison, decimals)),
            ["remainder", waterfall.Remainder == 0 ? "0" : FigureText.Change(waterfall.Remainder, decimals), ""],
            [comparison.B.Letter, FigureText.Value(waterfall.End, decimals), ""],
        ]);
    }

    private static string[] Row(WaterfallStep step, RunComparison comparison, int decimals) =>
    [
        step.Input,
        step.Change == 0 ? "0" : FigureText.Change(step.Change, decimals),
        FaultText.Printable(
            FigureText.Inside(step.Input, comparison.Inputs ?? []).Replace("→", "->", StringComparison.Ordinal), LongestValue),
    ];

    private static string In(string unit) => unit == "1" ? string.Empty : $" [{unit}]";

    private static string Signed(string text, double value) => value > 0 ? "+" + text : text;

    /// <summary>Writes rows with names at the left, numbers one below the other, and words behind.</summary>
    private void WriteTable(string[][] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        int words = rows[0].Length == 3 ? 1 : 2; // unit and verdict, or what changes
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, i) =>
                i == 0 || i >= row.Length - words ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            writer.WriteLine(("  " + string.Join("  ", cells)).TrimEnd());
        }
    }
}
