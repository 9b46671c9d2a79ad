using System.Globalization;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Comparison;

/// <summary>Writes the folder of a comparison: tables, pictures, and one file for programs.</summary>
internal static class ComparisonFiles
{
    private const string Inputs = "inputs.csv";
    private const string Figures = "key_figures.csv";
    private const string Waterfalls = "waterfall.csv";

    // What an earlier comparison with other options may have left beside these.
    private static readonly string[] Pictures = ["waterfall_*.png", "over_time_*.png"];

    /// <summary>Folder below that of all results in which comparisons lie.</summary>
    public const string Folder = "comparisons";

    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where; made if it is not there.</param>
    /// <param name="runs">The runs, the first of which the others are compared with.</param>
    /// <param name="comparisons">One for each of the others.</param>
    /// <param name="judged">Conditions with what became of them.</param>
    /// <param name="cancel">Stops between pictures.</param>
    /// <returns>Sentences on what could not be drawn.</returns>
    public static IReadOnlyList<string> Write(
        string folder,
        IReadOnlyList<ComparedRun> runs,
        IReadOnlyList<RunComparison> comparisons,
        IReadOnlyList<JudgedCondition> judged,
        CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        foreach (string old in Pictures.SelectMany(pattern => Directory.GetFiles(folder, pattern)))
        {
            File.Delete(old);
        }

        List<string> files = [Inputs, Figures, Waterfalls];
        WriteInputs(folder, comparisons);
        WriteFigures(folder, comparisons);
        WriteWaterfalls(folder, comparisons);
        List<string> notes = [];
        foreach (RunComparison comparison in comparisons)
        {
            string suffix = comparisons.Count > 1 ? "_" + comparison.B.Letter : string.Empty;
            foreach (ExplainedFigure figure in comparison.Explained.Where(figure => figure.Waterfall is not null))
            {
                cancel.ThrowIfCancellationRequested();
                string name = $"waterfall_{figure.Name}{suffix}.png";
                WaterfallSheet.Draw(comparison, figure, Path.Combine(folder, name));
                files.Add(name);
            }

            (IReadOnlyList<string> drawn, IReadOnlyList<string> left) =
                OverTimeSheets.Draw(comparison, sheet => Path.Combine(folder, $"{sheet}{suffix}.png"));
            files.AddRange(drawn.Select(sheet => $"{sheet}{suffix}.png"));
            notes.AddRange(left);
        }

        ComparisonJson.Write(folder, runs, comparisons, judged, files);
        return notes;
    }

    private static void WriteInputs(string folder, IReadOnlyList<RunComparison> comparisons) => CsvFormat.WriteTable(
        Path.Combine(folder, Inputs),
        ["run", "path", "a", "b"],
        comparisons.SelectMany(comparison => (comparison.Inputs ?? [])
            .Select(input => new[] { comparison.B.Letter, input.Path, input.Before, input.After })));

    private static void WriteFigures(string folder, IReadOnlyList<RunComparison> comparisons) => CsvFormat.WriteTable(
        Path.Combine(folder, Figures),
        ["run", "figure", "unit", "a", "b", "difference", "percent", "verdict"],
        comparisons.SelectMany(comparison => comparison.Figures.Select(figure => new[]
        {
            comparison.B.Letter,
            figure.Name,
            figure.Unit,
            Number(figure.A),
            Number(figure.B),
            Number(figure.Difference),
            Number(figure.Percent),
            figure.Verdict,
        })));

    private static void WriteWaterfalls(string folder, IReadOnlyList<RunComparison> comparisons) => CsvFormat.WriteTable(
        Path.Combine(folder, Waterfalls),
        ["run", "figure", "unit", "step", "change", "reached"],
        comparisons.SelectMany(comparison => comparison.Explained
            .Where(figure => figure.Waterfall is not null)
            .SelectMany(figure => Steps(figure.Waterfall!)
                .Select(step => new[]
                {
                    comparison.B.Letter, figure.Name, figure.Unit, step.Name, Number(step.Change), Number(step.Reached),
                }))));

    private static IEnumerable<(string Name, double? Change, double Reached)> Steps(Waterfall waterfall) =>
    [
        ("A", null, waterfall.Start),
        .. waterfall.Steps.Select(step => (step.Input, (double?)step.Change, step.Reached)),
        ("remainder", waterfall.Remainder, waterfall.End),
        ("B", null, waterfall.End),
    ];

    private static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : string.Empty;
}
