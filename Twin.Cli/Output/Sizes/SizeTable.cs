namespace Twin.Cli.Output.Sizes;

/// <summary>The cases at the answer and just beyond it, as a table for people.</summary>
internal static class SizeTable
{
    /// <summary>Writes the table; lines end as the writer ends them.</summary>
    public static void Write(SizeAnswer answer, TextWriter writer)
    {
        List<string[]> rows = [["case", "lost at the answer", "lost beyond it", "ends at"]];
        for (int i = 0; i < answer.Cases.Count; i++)
        {
            SizeProbe? at = answer.Firm.AtLargest.ElementAtOrDefault(i), beyond = answer.Firm.AtFailing.ElementAtOrDefault(i);
            rows.Add(
            [
                answer.Cases[i].Name,
                at is null ? "-" : SizeWords.LossText(at),
                beyond is null ? "-" : SizeWords.LossText(beyond),
                beyond is null or { Holds: true } ? "-" : string.Join(", ", beyond.Limits.Select(limit => limit.Name)),
            ]);
        }

        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            writer.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
