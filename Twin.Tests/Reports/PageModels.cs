using Twin.Cli.Output;
using Twin.Cli.Output.Plots;
using Twin.Cli.Output.Reports;
using Twin.Cli.Output.Reports.Page;
using Twin.Core.Rules;
using Twin.Core.Scenarios;

namespace Twin.Tests.Reports;

/// <summary>Models of a report made by hand: no engine stands behind their numbers, which are of every kind that a page can meet.</summary>
internal static class PageModels
{
    /// <summary>A label that would run, break out or compute, were it not text.</summary>
    public const string HostileLabel =
        "=cmd|' /C calc'!A0 <script>document.title='taken'</script> \"quoted\" & 'single' \u202Eright to left";

    /// <summary>A label of a tenant that would do so.</summary>
    public const string HostileTenant = "</td></table><img src=x onerror=alert(1)><script>alert(2)</script>";

    /// <summary>A model of one subject.</summary>
    public static ReportModel One(RunSeries run, string? name = "Munich AI factory") =>
        new([Subject(run, Facts(name))], null, "0.1.0+test");

    /// <summary>A model of two subjects with their averages.</summary>
    public static ReportModel Two(RunSeries run, RunSeries other) => new(
        [Subject(run, Facts("Munich AI factory")), Subject(other, Facts(HostileLabel), isDesign: true)],
        new GroupAverages(
            new Dictionary<string, double?>
            {
                [FigureNames.Pue] = 1.19, [FigureNames.Ref] = 0.9, [FigureNames.Erf] = 0.12, [FigureNames.WueInput] = null,
            },
            141_000_000,
            new Dictionary<string, IReadOnlyList<int>> { [FigureNames.WueInput] = [1] }),
        "0.1.0+test");

    /// <summary>Everything that the page draws, read from the folder of a run.</summary>
    public static RunSeries Read(string folder) => RunSeries.Read(folder, ReportPage.Columns);

    /// <summary>A subject.</summary>
    public static ReportSubject Subject(RunSeries run, CentreFacts facts, bool isDesign = false) => new(
        run,
        "6dda98dcb418",
        "0.1.0+run",
        new CentreYear(2025, run.Grid.LengthDays > 364, isDesign, facts, Figures(run)),
        Verdicts,
        Lists,
        [new("a", HostileTenant, 20_000_000, 3_100_000, 8_400_000, 2_600_000),
            new(string.Empty, string.Empty, 37_000_000, 7_000_000, 17_000_000, 5_400_000)],
        [
            new("scope1_fuel", 1, null, ["centre.backup.co2"], Quality.NotProvided),
            new("scope2_location", 2, 25_566_000, ["emissions.co2_location_g_s"], Quality.Modelled),
        ],
        [new("halls.training.racks.count", "60", "40", "80", "assumed", "a guess =cmd <b>bold</b>")],
        [new("server", "dgx-b200", "NVIDIA DGX B200 User Guide", "published")],
        Episodes,
        new Evidence(
            "results/munich/6dda98dcb418",
            [new ResultFile("river.csv", 12, new string('a', 64))],
            [new ResultFile("timeseries.csv", 56_886_442, new string('b', 64)),
                new ResultFile("summary.json", 9_351, new string('c', 64))]));

    private static IReadOnlyList<ViolationRow> Episodes { get; } =
    [
        new("river.permit.river_temperature", 1_752_040_800, 1_752_112_800, 20, 24.0757, 21.5, "degC"),
        new("halls.training.air.inlet_limit", 1_752_480_000, 1_752_487_200, 1.75, 30.2, 30, "degC"),
        new("river.permit.closed", 1_762_124_400, 1_762_988_400, 240, 0, 0, "m3/s"),
    ];

    private static IReadOnlyList<FieldList> Lists { get; } =
    [
        new(
            "eu-2024-1364",
            "2024-1364",
            [
                new("name", "I.1", string.Empty, string.Empty, null, Datum.Of(HostileLabel), ["centre.name"], Quality.Stated, null),
                new("p_dit", "II.1 a", "P_DIT", "kW", 11_670, null, ["it.installed_w"], Quality.Modelled, null),
                new("c_serv", "II.2 a", "C_SERV", "SERT", null, null, ["centre.server_capacity"], Quality.NotProvided, null),
            ]),
    ];

    private static IReadOnlyList<Verdict> Verdicts { get; } =
    [
        .. Enumerable.Range(2026, 6).Select(year => Of("enefg-11-1-pue", year, year switch
        {
            2026 => Outcome.NotApplicable,
            2027 => Outcome.NotDecidable,
            2030 or 2031 => Outcome.Missed,
            _ => Outcome.Met,
        })),
        .. Enumerable.Range(2026, 6).Select(year => Of("enefg-11-5-renewable", year, Outcome.Met)),
    ];

    private static CentreFacts Facts(string? name) => new() { Name = name };

    private static Verdict Of(string rule, int year, Outcome outcome) => outcome is Outcome.Met or Outcome.Missed
        ? new(
            rule,
            year,
            outcome,
            "EnEfG § 11(1) 1",
            new Remark("page.outcome.met"),
            1.161,
            outcome == Outcome.Met ? 1.5 : 1.13,
            "1",
            outcome == Outcome.Met ? 0.339 : -0.031,
            [new Remark("page.modelled")])
        : new(rule, year, outcome, "EnEfG § 11(1) 1", new Remark("page.not_provided"), null, null, string.Empty, null, []);

    // Each figure another number; those that a run of the page's test has are near to what they could be.
    private static Dictionary<string, Figure> Figures(RunSeries run)
    {
        var known = new Dictionary<string, (double? Value, string Unit)>
        {
            [FigureNames.Pue] = (1.1613, "1"),
            [FigureNames.PueWithoutHeatPump] = (1.1107, "1"),
            [FigureNames.Ref] = (1, "1"),
            [FigureNames.Erf] = (0.1847, "1"),
            [FigureNames.Cer] = (10.67, "1"),
            [FigureNames.WueInput] = (132.2, "m3/MWh"),
            [FigureNames.WueConsumed] = (0.0, "m3/MWh"),
            [FigureNames.WaterPotable] = (null, "m3"),
            [FigureNames.WuePotable] = (null, "m3/MWh"),
            [FigureNames.Cue] = (0.4215, "kg/kWh"),
            [FigureNames.CfeScore] = (0.5983, "1"),
            [FigureNames.HeatDelivered] = (run.EnergyJ("heat.delivered_w") / 3.6e6, "kWh"),
            [FigureNames.HeatPeak] = (3_410, "kW"),
            [FigureNames.HeatPumpEnergy] = (3_069_497, "kWh"),
            [FigureNames.CentreEnergy] = (70_430_134, "kWh"),
            [FigureNames.CentreEnergyWithoutHeatPump] = (67_360_637, "kWh"),
            [FigureNames.WasteHeatAir] = (33.4, "degC"),
            [FigureNames.WasteHeatAirByEnergy] = (33.6, "degC"),
            [FigureNames.WasteHeatWater] = (null, "degC"),
            [FigureNames.CpuUtilisation] = (null, "1"),
        };
        int next = 100;
        return FigurePart.Shown.ToDictionary(name => name, name =>
        {
            (double? value, string unit) = known.GetValueOrDefault(name, (next++, "kWh"));
            Quality quality = value is null ? Quality.NotProvided : Quality.Modelled;
            return new Figure(name, value, unit, ["site.power_w", "grid.unserved_w"], quality);
        });
    }
}
