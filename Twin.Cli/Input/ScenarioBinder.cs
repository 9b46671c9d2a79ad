using Twin.Core.Climate;
using Twin.Core.Components.Cooling;
using Twin.Core.Plant;
using Twin.Core.Scenarios;
using Twin.Core.Time;

namespace Twin.Cli.Input;

/// <summary>Makes the frozen scenario from a completed tree in which the checks found no fault.</summary>
internal static class ScenarioBinder
{
    /// <summary>Binds a scenario and opens its series.</summary>
    /// <param name="tree">Completed and checked tree.</param>
    /// <param name="phases">The same later on, in the order of time.</param>
    /// <param name="files">Receives the files of the series.</param>
    /// <param name="faults">Receives what is wrong in them.</param>
    /// <returns>The scenario; not to be used if there are faults.</returns>
    public static Scenario Bind(Mapping tree, IReadOnlyList<PhaseTree> phases, ScenarioFiles files, FaultList faults)
    {
        View root = View.Of(tree);
        View time = root.Section("time");
        var clock = Clock.Between(Instant(time, "start"), Instant(time, "end"), time.Count("step"));
        long seed = (long)time.Inside("seed");
        View site = root.Section("site");
        var series = new SeriesBinder(root, clock, seed, files, faults);
        var location = new SiteLocation(site.Inside("latitude"), site.Inside("longitude"), site.Inside("elevation"), site.Word("zone"));
        return new Scenario(
            root.Word("name"),
            root.Word("label"),
            location,
            clock,
            time.Count("output"),
            seed,
            Plant(root, series, location.Zone),
            [.. phases.Select(phase => new PlantPhase(phase.FromUnixS, Plant(View.Of(phase.Tree), series, location.Zone)))],
            Surroundings(root, series))
        {
            Shared = files.Inputs.Columns,
        };
    }

    private static PlantDesign Plant(View root, SeriesBinder series, string zone) =>
        new PlantBinder(root, series, Permit(root.Section("river").Section("permit"), zone)).Bind();

    private static SurroundingSeries Surroundings(View root, SeriesBinder series)
    {
        View weather = root.Section("weather");
        View river = root.Section("river");
        SyntheticClimate climate = series.Climate(weather.Text("synthetic") ?? root.Section("site").Word("climate"));
        double offsetK = weather.Inside("offset");
        return new SurroundingSeries(
            weather.Has("air_temperature") ? series.Series(weather, "air_temperature") : climate.AirTemperature(offsetK),
            weather.Has("wet_bulb") ? series.Series(weather, "wet_bulb") : climate.WetBulbTemperature(offsetK),
            weather.Has("ghi") ? series.Series(weather, "ghi") : climate.GhiWPerM2,
            weather.Has("wind") ? series.Series(weather, "wind") : climate.WindMPerS,
            river.Exists ? series.Series(river, "temperature", (named, offsetK) => named.RiverTemperature(offsetK)) : null,
            river.Exists ? series.Series(river, "discharge", (named, _) => named.RiverDischargeM3PerS) : null);
    }

    private static RiverPermit? Permit(View permit, string zone)
    {
        if (!permit.Exists)
        {
            return null;
        }

        var calendar = new SiteCalendar(zone);
        return new RiverPermit(
            permit.Inside("intake"),
            permit.Inside("return_rise"),
            permit.Inside("return_temperature"),
            permit.Inside("mixed_rise"),
            permit.Inside("mixed_temperature"),
            permit.Value("river_temperature") ?? double.PositiveInfinity, // "unlimited"
            [.. permit.Items("closed")
                .Select(span => (From: Day(calendar, span, "from"), To: Day(calendar, span, "to")))
                .OrderBy(span => span.From)]);
    }

    private static long Day(SiteCalendar calendar, View span, string name) =>
        calendar.BeginUnixS(TimeText.Date(span.Word(name)) ?? throw new InvalidOperationException($"{span.PathOf(name)} was not checked."));

    private static long Instant(View time, string name) =>
        TimeText.Instant(time.Word(name)) ?? throw new InvalidOperationException($"{time.PathOf(name)} was not checked.");
}
