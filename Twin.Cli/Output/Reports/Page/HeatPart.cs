using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>Heat that is asked for, delivered and missing, how hot it is delivered, and how hot the waste heat is at its source.</summary>
internal static class HeatPart
{
    private const string Demand = "heat.demand_w";
    private const string Delivered = "heat.delivered_w";
    private const string Unmet = "heat.unmet_w";
    private const string Supply = "heat.supply_c";
    private static readonly Wanted Hotness = new(Supply) { Where = Delivered };

    private static readonly (string Key, string ByTime, string ByEnergy)[] Temperatures =
    [
        ("air", FigureNames.WasteHeatAir, FigureNames.WasteHeatAirByEnergy),
        ("water", FigureNames.WasteHeatWater, FigureNames.WasteHeatWaterByEnergy),
        ("delivered", FigureNames.DeliveredTemperature, FigureNames.DeliveredTemperatureByEnergy),
    ];

    /// <summary>Columns that these charts are made from.</summary>
    public static IEnumerable<Wanted> Columns => [Hotness, .. Wanted.Plain(Demand, Delivered, Unmet)];

    /// <summary>Writes the heat page, or that no heat is delivered.</summary>
    public static void Write(PagePart part) => part.Section("heat", () =>
    {
        if (part.Run.Has(Delivered) && (part.Run.IsEver(Demand) || part.Run.IsEver(Delivered)))
        {
            WriteMonths(part);
            WriteHotness(part);
        }
        else
        {
            part.Paragraph(part.T("heat.none"));
        }

        WriteTemperatures(part);
    });

    private static void WriteMonths(PagePart part)
    {
        double[] asked = part.BarsKWh(Demand), given = part.BarsKWh(Delivered), unmet = part.BarsKWh(Unmet);
        (string unit, double divisor) = PlotText.EnergyUnit(Math.Max(asked.Max(), given.Max()) * 3.6e6);
        double perUnit = divisor / 3.6e6;
        string finding = asked.Sum() > 0
            ? part.T(
                "heat.finding",
                part.Say.Energy(given.Sum()),
                part.Say.Energy(asked.Sum()),
                part.Say.Percent(given.Sum() / asked.Sum()),
                part.Say.Energy(unmet.Sum()))
            : part.T("heat.finding_given", part.Say.Energy(given.Sum()));
        var alt = new ChartAlt(part.T("heat.months", part.BarPart), finding);
        List<BarPart> bars =
        [
            new($"{part.T("heat.delivered")}, {part.Say.Energy(given.Sum())}", PlotColours.Vermilion, Sheets.In(given, perUnit)),
        ];
        if (unmet.Sum() > 0)
        {
            bars.Add(new($"{part.T("heat.unmet")}, {part.Say.Energy(unmet.Sum())}", PlotColours.Grey, Sheets.In(unmet, perUnit)));
        }

        IReadOnlyList<string> names = part.BarNames();
        part.Chart(alt,
            () => BarChart.Draw(part.Html, (part.Id("heat-months"), alt, part.T("heat.axis", part.BarPart, unit)), names, bars, part.Say));
        WriteNumbers(part, names, (asked, given, unmet), (unit, perUnit));
    }

    private static void WriteNumbers(
        PagePart part, IReadOnlyList<string> names, (double[] Asked, double[] Given, double[] Unmet) heat,
            (string Name, double PerKWh) unit)
    {
        part.Html.Open("details").Element("summary", part.T("numbers"));
        PageColumn[] columns =
        [
            new(part.BarPart), new(part.T("heat.demand"), true), new(part.T("heat.delivered"), true), new(part.T("heat.unmet"), true),
            new(part.T("heat.covered"), true),
        ];
        using (var table = part.Table("heat-table", part.T("heat.table", unit.Name), columns))
        {
            for (int bar = 0; bar < names.Count; bar++)
            {
                double asked = heat.Asked[bar], given = heat.Given[bar], unmet = heat.Unmet[bar];
                double? covered = asked > 0 ? given / asked : null;
                table.Row().Cell(names[bar], bar)
                    .Cell(part.Say.Say(asked / unit.PerKWh), asked)
                    .Cell(part.Say.Say(given / unit.PerKWh), given)
                    .Cell(part.Say.Say(unmet / unit.PerKWh), unmet)
                    .Cell(covered is { } share ? part.Say.Percent(share) : "–", covered)
                    .EndRow();
            }
        }

        part.Html.Close("details");
    }

    private static void WriteHotness(PagePart part)
    {
        string column = Hotness.Key(Supply);
        if (!part.Run.Has(column) || !double.IsFinite(part.Run[column].Highest))
        {
            return;
        }

        TimeTrace supply = part.Axis.Trace(part.Run[column]);
        string finding = part.T(
            "heat.hotness_finding", part.Say.Fixed(part.Run[column].Lowest, 1), part.Say.Celsius(part.Run[column].Highest));
        var alt = new ChartAlt(part.T("heat.hotness"), finding);
        Curve[] curves = [new(part.T("heat.supply"), PlotColours.Purple, supply.X, supply.Mean) { Band = (supply.Low, supply.High) }];
        part.Chart(
            alt,
            () => LineChart.Draw(
                part.Html, (part.Id("heat-supply"), alt, part.T("heat.hotness_axis")),
                    part.TimeLabels(), curves, fromZero: false, part.Say));
    }

    private static void WriteTemperatures(PagePart part)
    {
        part.SubHeading(part.T("heat.temperatures"));
        part.Paragraph(part.T("heat.temperatures_lead"));
        PageColumn[] columns = [new(part.T("heat.where")), new(part.T("heat.by_time"), true), new(part.T("heat.by_energy"), true)];
        using var table = part.Table("heat-temperatures", part.T("heat.temperatures_caption"), columns);
        foreach ((string key, string byTime, string byEnergy) in Temperatures)
        {
            table.Row().Cell(part.T("heat.at." + key)).Cell(Words(part, byTime), part.Figure(byTime))
                .Cell(Words(part, byEnergy), part.Figure(byEnergy)).EndRow();
        }

        table.Row().Cell(part.T("heat.at.register"))
            .Cell(Words(part, FigureNames.WasteHeat), part.Figure(FigureNames.WasteHeat)).Cell("–").EndRow();
    }

    private static string Words(PagePart part, string figure) =>
        part.Figure(figure) is { } valueC ? part.Say.Celsius(valueC) : part.None(figure);
}
