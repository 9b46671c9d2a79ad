using Twin.Core.Plant;
using Twin.Core.Results;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Exact;

/// <summary>Key figures from rows that are written by hand.</summary>
internal static class FigureCases
{
    private static readonly PlantDesign Inside = TestRun.Read("munich").Plant;
    private static readonly PlantDesign Outside = TestRun.Read("munich", "district_heat.boundary=outside").Plant;

    public static IReadOnlyDictionary<string, Func<ExactCase, double>> Solvers { get; } = new Dictionary<string, Func<ExactCase, double>>
    {
        ["pue"] = c => Figure(
            "pue", Row(c, ("site.power_w", "S1"), ("it.power_w", "I1")), Row(c, ("site.power_w", "S2"), ("it.power_w", "I2"))),
        ["pue_in_parts"] = InParts,
        ["pue_unserved"] = c => Figure("pue", Row(c, ("site.power_w", "S"), ("it.power_w", "I"), ("grid.unserved_w", "X"))),
        ["pue_outside"] = c => Figure(
            Outside, "pue", Row(c, ("site.power_w", "S"), ("it.power_w", "I"), ("heat_pumps.power_w", "H"))),
        ["cer"] = c => Figure("cer", Row(
            c,
            ("cooling.heat_removed_w", "Q"),
            ("air.fan_power_w", "F"),
            ("loops.pump_power_w", "P"),
            ("river.pump_power_w", "R"),
            ("dry_coolers.fan_power_w", "D"),
            ("chillers.power_w", "C"),
            ("heat_pumps.power_w", "H"))),
        ["erf"] = c => Figure("erf", Row(c, ("heat.delivered_w", "Q"), ("site.power_w", "S"))),
        ["cue"] = c => Figure("cue", Row(c, ("emissions.co2_location_g_s", "G"), ("site.power_w", "S"), ("it.power_w", "I"))),
        ["cfe_score"] = c => Figure(
            "cfe_score",
            Row(c, ("matched.renewable_w", "M1"), ("site.power_w", "S1")),
            Row(c, ("matched.renewable_w", "M2"), ("site.power_w", "S2"))),
    };

    private static double InParts(ExactCase c)
    {
        var row = Row(c, ("it.power_w", "I"), ("air.fan_power_w", "F"), ("ups.loss_w", "U"), ("heat_pumps.power_w", "H"));
        row["site.power_w"] = row.Values.Sum();
        return Figure("pue", row);
    }

    private static Dictionary<string, double> Row(ExactCase c, params (string Column, string Input)[] cells) =>
        cells.ToDictionary(cell => cell.Column, cell => c[cell.Input], StringComparer.Ordinal);

    private static double Figure(string name, params Dictionary<string, double>[] rows) => Figure(Inside, name, rows);

    private static double Figure(PlantDesign plant, string name, params Dictionary<string, double>[] rows)
    {
        ColumnSet columns = PlantColumns.Of(plant);
        var totals = new RunTotals([.. columns.Columns.Select(c => c.Name)], 900);
        foreach (Dictionary<string, double> row in rows)
        {
            double[] numbers = new double[columns.Columns.Count];
            foreach (var (column, number) in row)
            {
                numbers[columns.Slot(column)] = number; // a column that the plant does not have has slot -1 and fails here
            }

            totals.Add(numbers);
        }

        return KeyFigures.Of(totals, FigureBasis.Of(plant), peakSiteW: 0.0).Single(figure => figure.Name == name).Value!.Value;
    }
}
