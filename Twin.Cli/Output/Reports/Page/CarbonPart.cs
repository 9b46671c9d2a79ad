using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>In which hours how much of the electricity is matched by renewable supply.</summary>
internal static class CarbonPart
{
    private const string Renewable = "matched.renewable_w";
    private const string Site = "site.power_w";
    private const double HourS = 3600;

    /// <summary>Columns that the carpet is made from.</summary>
    public static IEnumerable<Wanted> Columns => [new(Renewable) { ByHour = true }, new(Site) { ByHour = true }];

    /// <summary>Writes the carpet, or why there is none.</summary>
    public static void Write(PagePart part) => part.Section("carbon", () =>
    {
        if (!part.Run.Has(Renewable) || !part.Run.Has(Site) || part.Run.IntervalS > HourS)
        {
            part.Paragraph(part.T("carbon.none"));
            return;
        }

        var carpet = new Carpet(part.Run[Renewable], part.Run[Site], part.Run.Grid);
        if (!double.IsFinite(carpet.Mean))
        {
            part.Paragraph(part.T("carbon.none"));
            return;
        }

        string finding = part.T(
            "carbon.finding", part.Say.Percent(carpet.Mean), part.Say.Percent(carpet.FullShare), part.Say.Percent(carpet.Lowest));
        var alt = new ChartAlt(part.T("carbon.title"), finding);
        part.Chart(alt, () => CarpetChart.Draw(
            part.Html,
            (part.Id("carpet"), alt, part.T("carbon.axis")),
            part.TimeLabels(),
            carpet,
            (part.Run.Grid.Stripes.Count, part.T("carbon.scale")),
            part.Say));
        part.Paragraph(part.T("carbon.note"), "note");
    });
}
