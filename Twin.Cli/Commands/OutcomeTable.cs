using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Commands;

/// <summary>A finished study in a few lines for people: how each outcome spreads, how many runs are feasible, how many failed.</summary>
internal static class OutcomeTable
{
    private static readonly string[] Heads = ["min", "P90", "P50", "P10", "max"];

    /// <summary>Writes it.</summary>
    public static void Write(StudyTable table, TextWriter writer)
    {
        List<string[]> lines = [["outcome", .. Heads, string.Empty]];
        foreach (StudyOutcome outcome in table.Study.Outcomes)
        {
            string unit = outcome.Unit == "1" ? string.Empty : outcome.Unit;
            double[] values = [.. table.Column(outcome.Name).Where(double.IsFinite)];
            lines.Add(values.Length == 0
                ? [outcome.Name, .. Heads.Select(_ => KeyFigureTable.Text(null)), unit]
                : [outcome.Name, .. Spread(new Exceedance(values)).Select(value => KeyFigureTable.Text(value)), unit]);
        }

        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(line => line[i].Length))];
        foreach (string[] line in lines)
        {
            IEnumerable<string> cells = line.Select((cell, i) =>
                i == 0 || i == line.Length - 1 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            writer.WriteLine(string.Join("  ", cells).TrimEnd());
        }

        int failed = table.Rows.Count(row => row.Status == RowStatus.Failed);
        string feasible = table.Study.Constraints.Count == 0
            ? "no constraints"
            : $"{Said.Count(table.Rows.Count(table.IsFeasible))} feasible";
        string share = table.Study.Method.Kind is MethodKind.MonteCarlo or MethodKind.LatinHypercube or MethodKind.SobolPoints
            ? "P90 is reached or passed in 90 of 100 runs"
            : "P90 is reached or passed by 90 of 100 runs, which are chosen settings and have no chances";
        string all = table.Study.Policies.Count > 1 ? " of all policies together" : string.Empty;
        writer.WriteLine($"{Said.Count(table.Rows.Count, "run")}{all}, {feasible}, {failed} failed; {share}");
    }

    private static double[] Spread(Exceedance values) => [values.Rising[0], values.P90, values.P50, values.P10, values.Rising[^1]];
}
