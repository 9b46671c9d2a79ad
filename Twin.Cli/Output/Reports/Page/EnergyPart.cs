using SkiaSharp;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Pages;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>Where the energy comes from, what uses it, and for how long which power is drawn.</summary>
internal static class EnergyPart
{
    private const string Site = "site.power_w";
    private const string It = "it.power_w";
    private const string Heat = "heat.delivered_w";
    private const int CurvePoints = 300;
    private const int HourLabels = 8;

    private static readonly (string Key, SKColor Colour, string[] Columns)[] Uses =
    [
        ("it", PlotColours.Blue, [It]),
        ("losses", PlotColours.Orange, ["chain.loss_w"]),
        ("fans", PlotColours.Sky, ["air.fan_power_w", "dry_coolers.fan_power_w"]),
        ("pumps", PlotColours.Purple, ["loops.pump_power_w", "river.pump_power_w"]),
        ("chillers", PlotColours.Green, ["chillers.power_w"]),
        ("heat_pumps", PlotColours.Vermilion, ["heat_pumps.power_w"]),
        ("auxiliaries", PlotColours.Grey, ["site.auxiliary_w"]),
        ("battery", PlotColours.Muted, ["battery.loss_w"]),
    ];

    /// <summary>Columns that these charts are made from.</summary>
    public static IEnumerable<Wanted> Columns =>
    [
        .. Wanted.Plain(EnergyFlows.Columns),
        .. Wanted.Plain(Uses.SelectMany(use => use.Columns)),
        .. new[] { Site, It, Heat }.Select(column => new Wanted(column) { Sorted = true }),
    ];

    /// <summary>Writes the flows, the bars and the curves.</summary>
    public static void Write(PagePart part) => part.Section("energy", () =>
    {
        WriteFlows(part);
        WriteUses(part);
        WriteDurations(part);
    });

    /// <summary>The parts of the bars [kWh], those that never use anything left out.</summary>
    internal static IReadOnlyList<(string Key, SKColor Colour, double[] KWh)> UsesOf(PagePart part) =>
        [.. Uses.Select(use => (use.Key, use.Colour, KWh: part.BarsKWh(use.Columns))).Where(use => use.KWh.Sum() > 0)];

    private static void WriteFlows(PagePart part)
    {
        if (EnergyFlows.WhyNot(part.Run) is not null)
        {
            part.Paragraph(part.T("energy.no_flows"));
            return;
        }

        EnergyFlows energy = EnergyFlows.Of(part.Run);
        double usedJ = energy.Into(EnergyFlows.Electricity) - energy.Into(EnergyFlows.Export);
        List<string> ends =
        [
            .. new[] { EnergyFlows.Network, EnergyFlows.River, EnergyFlows.Air }
                .Select(node => (Node: node, Share: energy.Into(node) / usedJ)).Where(end => end.Share >= 0.005)
                .Select(end => part.T("energy.end", part.Say.Percent(end.Share), SankeyChart.NameOf(energy, end.Node, part.Say))),
        ];
        string ended = ends.Count > 0 ? part.T("energy.ends", string.Join(", ", ends)) : string.Empty;
        var alt = new ChartAlt(part.T("energy.flows"),
            $"{part.T("energy.flows_finding", part.Say.Energy(usedJ / 3.6e6))} {ended}".TrimEnd());
        part.Chart(alt, () => SankeyChart.Draw(part.Html, part.Id("sankey"), alt, energy, part.Say), "panorama");
        WriteReconciled(part, energy);
    }

    // Two places of the picture bear names that the figures use for something else.
    private static void WriteReconciled(PagePart part, EnergyFlows energy)
    {
        double pumpsJ = energy.All.Where(flow => flow.From == EnergyFlows.Pumps && flow.To == EnergyFlows.River).Sum(flow => flow.EnergyJ);
        List<string> said = [];
        if (energy.OutOf(EnergyFlows.Contracts) > 0)
        {
            said.Add(part.T("energy.contracts"));
        }

        if (pumpsJ > 0)
        {
            double riverJ = energy.Into(EnergyFlows.River);
            string heat = part.Say.Energy((riverJ - pumpsJ) / 3.6e6);
            said.Add(part.T("energy.water_body", part.Say.Energy(riverJ / 3.6e6), part.Say.Energy(pumpsJ / 3.6e6), heat));
        }

        if (said.Count > 0)
        {
            part.Paragraph(string.Join(" ", said), "note");
        }
    }

    private static void WriteUses(PagePart part)
    {
        IReadOnlyList<(string Key, SKColor Colour, double[] KWh)> uses = UsesOf(part);
        if (uses.Count == 0)
        {
            part.Paragraph(part.T("energy.no_uses"));
            return;
        }

        double[] all = [.. Enumerable.Range(0, uses[0].KWh.Length).Select(bar => uses.Sum(use => use.KWh[bar]))];
        (string unit, double divisor) = PlotText.EnergyUnit(all.Max() * 3.6e6);
        double perUnit = divisor / 3.6e6;
        IReadOnlyList<string> names = part.BarNames();
        int highest = Array.IndexOf(all, all.Max());
        string finding = part.T(
            "energy.uses_finding",
            part.Say.Energy(all.Sum()),
            part.Say.Percent(uses[0].KWh.Sum() / all.Sum()),
            part.Say.LongBar(part.Run.Grid.BarPart, part.Axis.At(part.Run.Grid.Bars[highest])),
            part.Say.Energy(all[highest]));
        var alt = new ChartAlt(part.T("energy.uses", part.BarPart), finding);
        BarPart[] bars =
        [
            .. uses.Select(use => new BarPart(
                $"{part.T("flow." + use.Key)}, {part.Say.Energy(use.KWh.Sum())}", use.Colour, Sheets.In(use.KWh, perUnit))),
        ];
        part.Chart(
            alt,
            () => BarChart.Draw(part.Html, (part.Id("uses"), alt, part.T("energy.axis", part.BarPart, unit)), names, bars, part.Say));
        WriteNumbers(part, uses, names, (unit, perUnit));
    }

    private static void WriteNumbers(
        PagePart part,
        IReadOnlyList<(string Key, SKColor Colour, double[] KWh)> uses,
        IReadOnlyList<string> names,
        (string Name, double PerKWh) unit)
    {
        part.Html.Open("details").Element("summary", part.T("numbers"));
        PageColumn[] columns = [new(part.BarPart), .. uses.Select(use => new PageColumn(part.T("flow." + use.Key), IsNumber: true))];
        using (var table = part.Table("uses-table", part.T("energy.table", unit.Name), columns))
        {
            for (int bar = 0; bar < names.Count; bar++)
            {
                table.Row().Cell(names[bar], bar);
                foreach ((_, _, double[] kWh) in uses)
                {
                    table.Cell(part.Say.Say(kWh[bar] / unit.PerKWh), kWh[bar]);
                }

                table.EndRow();
            }
        }

        part.Html.Close("details");
    }

    private static void WriteDurations(PagePart part)
    {
        (string Column, string Key, SKColor Colour)[] shown =
        [
            .. new[] { (Site, "site", PlotColours.Ink), (It, "it", PlotColours.Blue), (Heat, "heat", PlotColours.Vermilion) }
                .Where(curve => part.Run.Has(curve.Item1)),
        ];
        if (shown.Length == 0)
        {
            part.Paragraph(part.T("energy.no_durations"));
            return;
        }

        double lengthH = part.Axis.LengthDays * 24;
        (string unit, double divisor) = PlotText.PowerUnit(shown.Max(curve => part.Run[curve.Column].Highest));
        var curves = new List<Curve>();
        foreach ((string column, string key, SKColor colour) in shown)
        {
            double[] power = Sheets.In(part.Run[column].Ranked(CurvePoints), divisor);
            double[] hours = [.. power.Select((_, i) => i * lengthH / Math.Max(1, power.Length - 1))];
            string name = part.T("duration." + key, part.Say.Say(power[^1]), part.Say.Say(power[0]), unit);
            curves.Add(new Curve(name, colour, hours, power) { IsArea = key == "heat" });
        }

        string finding = part.T(
            "duration.finding", part.Say.Power(part.Run[shown[0].Column].Highest), part.Say.Power(part.Run[shown[0].Column].Mean));
        if (part.Run.IsEver(Heat))
        {
            finding += " " + part.T("duration.heat_finding", part.Say.Power(part.Run[Heat].Highest), part.Say.Power(part.Run[Heat].Mean));
        }

        var alt = new ChartAlt(part.T("duration.title"), finding);
        var axis = new XAxis(0, lengthH, HourLabelsOf(part, lengthH, HourLabels), HourLabelsOf(part, lengthH, HourLabels / 2), []);
        part.Chart(
            alt,
            () => LineChart.Draw(
                part.Html, (part.Id("duration"), alt, part.T("duration.axis", unit)), axis, curves, fromZero: true, part.Say));
    }

    private static List<XLabel> HourLabelsOf(PagePart part, double lengthH, int most)
    {
        Scale scale = Scale.Round(0, lengthH, most, 0, 1);
        return [.. scale.Ticks().Where(hour => hour <= lengthH * 0.97)
            .Select(hour => new XLabel(hour, hour, part.Say.Fixed(hour, scale.Decimals) + " h"))];
    }
}
