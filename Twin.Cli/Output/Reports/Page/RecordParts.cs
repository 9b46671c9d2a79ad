using Twin.Cli.Output.Pages;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports.Page;

/// <summary>Tables of what was recorded: episodes at limits, tenants, greenhouse gases, water.</summary>
internal static class RecordParts
{
    private const int MostEpisodes = 40;

    private static readonly (string Key, string Volume, string Ratio)[] Readings =
    [
        ("withdrawn", FigureNames.WaterWithdrawn, FigureNames.WueWithdrawn),
        ("returned", FigureNames.WaterReturned, FigureNames.WueReturned),
        ("consumed", FigureNames.WaterConsumed, FigureNames.WueConsumed),
        ("potable", FigureNames.WaterPotable, FigureNames.WuePotable),
        ("input", FigureNames.WaterInput, FigureNames.WueInput),
    ];

    /// <summary>Writes the episodes in which a limit bound.</summary>
    public static void WriteEpisodes(PagePart part) => part.Section("episodes", () =>
    {
        IReadOnlyList<ViolationRow> all = part.Subject.Violations;
        if (all.Count == 0)
        {
            part.Paragraph(part.T("episodes.none"));
            return;
        }

        ViolationRow[] shown = all.Count <= MostEpisodes
            ? [.. all]
            : [.. all.OrderByDescending(row => row.BoundH).Take(MostEpisodes).OrderBy(row => row.StartUnixS)];
        part.Paragraph(part.T("episodes.lead"));
        if (shown.Length < all.Count)
        {
            WriteLimits(part, all);
            part.Paragraph(part.T("episodes.cut", shown.Length, all.Count), "note");
        }

        PageColumn[] columns =
        [
            new(part.T("episodes.from")), new(part.T("episodes.to")), new(part.T("episodes.limit")), new(part.T("episodes.hours"), true),
            new(part.T("episodes.worst"), true), new(part.T("episodes.threshold"), true),
        ];
        string caption = shown.Length < all.Count
            ? part.T("episodes.caption_longest", shown.Length, all.Count)
            : part.T("episodes.caption", all.Count);
        using var table = part.Table("episodes-table", caption, columns);
        foreach (ViolationRow row in shown)
        {
            table.Row()
                .Cell(part.Say.Instant(part.Axis.At(row.StartUnixS)), row.StartUnixS)
                .Cell(part.Say.Instant(part.Axis.At(row.EndUnixS)), row.EndUnixS)
                .Cell(() => WriteLimit(part, row.Limit))
                .Cell(part.Say.Hours(row.BoundH), row.BoundH)
                .Cell(Amount(part, row.Worst, row.Unit), row.Worst)
                .Cell(Amount(part, row.Threshold, row.Unit), row.Threshold)
                .EndRow();
        }
    });

    // What the longest episodes alone would not tell: each limit with all of its episodes.
    private static void WriteLimits(PagePart part, IReadOnlyList<ViolationRow> all)
    {
        PageColumn[] columns =
            [new(part.T("episodes.limit")), new(part.T("episodes.count"), true), new(part.T("episodes.hours"), true)];
        using var table = part.Table("limits-table", part.T("episodes.limits", all.Count), columns);
        foreach (IGrouping<string, ViolationRow> limit in all.GroupBy(row => row.Limit).OrderByDescending(HoursOf))
        {
            table.Row()
                .Cell(() => WriteLimit(part, limit.Key))
                .Cell(part.Say.Fixed(limit.Count(), 0), limit.Count())
                .Cell(part.Say.Hours(HoursOf(limit)), HoursOf(limit))
                .EndRow();
        }
    }

    private static double HoursOf(IEnumerable<ViolationRow> rows) => rows.Sum(row => row.BoundH);

    /// <summary>Writes the statements of the tenants; their sum is the whole.</summary>
    public static void WriteTenants(PagePart part) => part.Section("tenants", () =>
    {
        IReadOnlyList<TenantStatement> tenants = part.Subject.Tenants;
        if (tenants.Count == 0)
        {
            part.Paragraph(part.T("tenants.none"));
            return;
        }

        part.Paragraph(part.T("tenants.lead"));
        PageColumn[] columns =
        [
            new(part.T("tenants.tenant")), new(part.T("tenants.direct"), true), new(part.T("tenants.overhead"), true),
            new(part.T("tenants.energy"), true), new(part.T("tenants.co2"), true), new(part.T("tenants.water"), true),
        ];
        using var table = part.Table("tenants-table", part.T("tenants.caption"), columns);
        foreach (TenantStatement tenant in tenants)
        {
            table.Row().Cell(() => WriteTenant(part, tenant));
            WriteShares(part, table, tenant);
        }

        table.Row("total").Cell(part.T("tenants.total"));
        WriteShares(part, table, new(
            string.Empty,
            string.Empty,
            tenants.Sum(tenant => tenant.DirectKWh),
            tenants.Sum(tenant => tenant.OverheadKWh),
            tenants.Sum(tenant => tenant.Co2Kg),
            tenants.Sum(tenant => tenant.WaterM3)));
    });

    /// <summary>Writes the greenhouse gases, both ways of scope 2 side by side.</summary>
    public static void WriteGhg(PagePart part) => part.Section("ghg", () =>
    {
        if (part.Subject.Ghg.Count == 0)
        {
            part.Paragraph(part.T("ghg.none"));
            return;
        }

        part.Paragraph(part.T("ghg.lead"));
        PageColumn[] columns =
        [
            new(part.T("ghg.item")), new(part.T("ghg.scope"), true), new(part.T("ghg.tonnes"), true), new(part.T("quality.title")),
            new(part.T("sources")),
        ];
        using var table = part.Table("ghg-table", part.T("ghg.caption"), columns);
        foreach (GhgLine line in part.Subject.Ghg)
        {
            table.Row()
                .Cell(() => part.Html.Text(part.Texts[$"files.ghg.{line.Id}.name"])
                    .Leaf("br").Element("small", part.Texts[$"files.ghg.{line.Id}.method"]))
                .Cell(line.Scope == 0 ? "1 + 2" : part.Say.Fixed(line.Scope, 0), line.Scope)
                .Cell(line.Kg is { } kg ? part.Say.Fixed(kg / 1_000, 1) : part.Of(line.Quality), line.Kg)
                .Cell(part.Of(line.Quality))
                .Cell(() => part.Codes(line.Sources), kind: "sources")
                .EndRow();
        }
    });

    /// <summary>Writes the four readings of water, and the register's field.</summary>
    public static void WriteWater(PagePart part) => part.Section("water", () =>
    {
        part.Paragraph(part.T("water.lead"));
        PageColumn[] columns =
        [
            new(part.T("water.reading")), new(part.T("water.volume"), true), new(part.T("water.wue"), true), new(part.T("quality.title")),
        ];
        using (var table = part.Table("water-table", part.T("water.caption"), columns))
        {
            foreach ((string key, string volume, string ratio) in Readings)
            {
                Figure figure = part.Subject.Year.Figures[volume];
                table.Row()
                    .Cell(() => part.Html.Text(part.T($"water.{key}")).Leaf("br").Element("small", part.T($"water.{key}_means")))
                    .Cell(figure.Value is { } m3 ? part.Say.Fixed(m3, 0) : part.None(volume), figure.Value)
                    .Cell(part.Figure(ratio) is { } wue ? part.Texts.Number(wue, "m3/MWh") : part.None(ratio), part.Figure(ratio))
                    .Cell(part.Of(figure.Quality))
                    .EndRow();
            }
        }

        part.Html.Open("p", ("class", "open")).Element("strong", part.T("open_question")).Text(" " + part.T("water.open")).Close("p");
    });

    private static void WriteLimit(PagePart part, string limit)
    {
        string name = limit[(limit.LastIndexOf('.') + 1)..];
        string key = limit.EndsWith(".air.inlet_limit", StringComparison.Ordinal) ? "air_inlet_limit"
            : limit.EndsWith(".liquid.inlet_limit", StringComparison.Ordinal) ? "liquid_inlet_limit"
            : name;
        if (part.Texts.Has("page.limit." + key))
        {
            part.Html.Text(part.T("limit." + key)).Leaf("br");
        }

        part.Html.Element("code", limit);
    }

    private static string Amount(PagePart part, double value, string unit) =>
        unit == "W" ? part.Say.Power(value) : $"{part.Say.Fixed(value, 2)} {ReportTexts.Unit(unit)}";

    private static void WriteTenant(PagePart part, TenantStatement tenant)
    {
        if (tenant.Name.Length == 0)
        {
            part.Html.Text(part.T("tenants.rest"));
        }
        else
        {
            part.Given(tenant.Label.Length > 0 ? tenant.Label : tenant.Name);
        }
    }

    private static void WriteShares(PagePart part, PageTable table, TenantStatement tenant)
    {
        double energyKWh = tenant.DirectKWh + tenant.OverheadKWh;
        table.Cell(part.Say.Fixed(tenant.DirectKWh, 0), tenant.DirectKWh)
            .Cell(part.Say.Fixed(tenant.OverheadKWh, 0), tenant.OverheadKWh)
            .Cell(part.Say.Fixed(energyKWh, 0), energyKWh)
            .Cell(part.Say.Fixed(tenant.Co2Kg / 1_000, 1), tenant.Co2Kg)
            .Cell(part.Say.Fixed(tenant.WaterM3, 0), tenant.WaterM3)
            .EndRow();
    }
}
