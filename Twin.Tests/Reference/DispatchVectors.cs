namespace Twin.Tests.Reference;

/// <summary>Optimal plans: their cost by an own exact method, and rules of the twin that must not be cheaper.</summary>
internal static class DispatchVectors
{
    private const double Solver = 1e-6; // relative, what the solver behind the file promises

    public static void Batteries(ReferenceTable table, Deviations off)
    {
        ReferenceTable series = table.Beside("battery_dispatch_series.csv");
        foreach (var row in table.Rows)
        {
            var instance = new BatteryInstance(row, Of(series, row));
            off.Column(row, "steps", instance.Steps);
            off.Expect(row, instance.IsBounded, "buying costs at least what selling brings");
            off.Column(row, "cost_no_battery_eur", instance.WithoutBatteryEur(), relative: Solver);
            off.Column(row, "cost_lp_eur", instance.OptimumEur(), relative: Solver);
            double least = row.Number("cost_milp_eur");
            double hair = Solver * Math.Abs(least);
            off.Expect(row, row.Number("cost_lp_eur") <= least + hair, "one direction at a time costs more, or the same");
            double mean = instance.MeanPrice;
            NotCheaper("own use first", step => step.SunKW - step.LoadKW);
            NotCheaper("dear hours", step => step.Buy > mean ? -step.LoadKW : 0.0);
            NotCheaper("cheap hours and dear hours", step => step.Buy > mean ? -step.LoadKW : double.MaxValue);

            void NotCheaper(string rule, Func<BatteryInstance.Hour, double> wish)
            {
                if (instance.RuleEur(wish) is { } eur)
                {
                    off.Check(row, least, Math.Min(least, eur), hair, what: $"optimum not beaten by \"{rule}\"");
                }
            }
        }
    }

    public static void BatterySeries(ReferenceTable table, Deviations off) =>
        Follow(table, off, ["price_buy_eur_mwh", "price_sell_eur_mwh", "load_kw", "pv_available_kw"]);

    public static void Heat(ReferenceTable table, Deviations off)
    {
        ReferenceTable series = table.Beside("heat_dispatch_series.csv");
        foreach (var row in table.Rows)
        {
            var instance = new HeatInstance(row, Of(series, row));
            off.Column(row, "steps", instance.Steps);
            off.Column(row, "cost_eur", instance.OptimumEur(), relative: Solver);
            double least = row.Number("cost_eur");
            if (instance.RuleEur() is { } eur)
            {
                off.Check(row, least, Math.Min(least, eur), Solver * Math.Abs(least), what: "optimum not beaten by \"pump, tank, boiler\"");
            }
        }
    }

    public static void HeatSeries(ReferenceTable table, Deviations off) =>
        Follow(table, off, ["price_eur_mwh", "cop", "waste_heat_available_kw", "heat_demand_kw"]);

    private static IEnumerable<ReferenceRow> Of(ReferenceTable series, ReferenceRow instance) =>
        series.Rows.Where(row => row.Text("instance") == instance.Text("instance"));

    // The numbers of a series are inputs: here they are whole and in order, and what they cost is compared with the other file.
    private static void Follow(ReferenceTable series, Deviations off, string[] columns)
    {
        Dictionary<string, double> next = new(StringComparer.Ordinal);
        foreach (var row in series.Rows)
        {
            string name = row.Text("instance");
            off.Column(row, "step", next.GetValueOrDefault(name));
            next[name] = row.Number("step") + 1.0;
            off.Expect(row, columns.All(column => double.IsFinite(row.Number(column))), "all numbers are there");
        }
    }
}
