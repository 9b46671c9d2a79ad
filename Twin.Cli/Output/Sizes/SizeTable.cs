using System.Globalization;
using Twin.Cli.Input.Sizes;

namespace Twin.Cli.Output.Sizes;

/// <summary>The cases at the answer and just beyond it, as a table for people.</summary>
internal static class SizeTable
{
    /// <summary>Writes the table; lines end as the writer ends them.</summary>
    public static void Write(SizeAnswer answer, TextWriter writer)
    {
        string what = answer.Question.Futures is null ? "lost" : "futures";
        List<string[]> rows = [["when", $"{what} at the answer", $"{what} beyond it", "ends at"]];
        for (int i = 0; i < answer.Cases.Count; i++)
        {
            SizeProbe[] at = Of(answer.Firm.AtLargest, answer.Cases[i]), beyond = Of(answer.Firm.AtFailing, answer.Cases[i]);
            rows.Add(
            [
                answer.Cases[i].Label,
                Text(at),
                Text(beyond),
                string.Join(", ", Limits(beyond).DefaultIfEmpty("-")),
            ]);
        }

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            writer.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    // The same case in all futures; in the base alone without any.
    private static SizeProbe[] Of(IReadOnlyList<SizeProbe> probes, SizeCase one) =>
        [.. SizeSearch.WorstFirst(probes.Where(probe => probe.Case.Name == one.Name))];

    private static string Text(SizeProbe[] futures) => futures switch
    {
        [] => "-",
        [var only] => SizeWords.LossText(only),
        _ => string.Create(CultureInfo.InvariantCulture, $"{futures.Count(probe => probe.Holds)} of {futures.Length} hold"),
    };

    private static IEnumerable<string> Limits(SizeProbe[] futures) =>
        futures.FirstOrDefault(probe => !probe.Holds)?.Limits.Select(limit => limit.Name) ?? [];
}
