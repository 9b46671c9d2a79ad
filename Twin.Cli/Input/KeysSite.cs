using Twin.Cli.Input.Formats;
using Twin.Core.Components.Compute;
using Twin.Core.Units;
using static Twin.Cli.Input.KeyMaking;

namespace Twin.Cli.Input;

/// <summary>Site, time, surroundings, and the halls with their power path.</summary>
internal static partial class Keys
{
    private const string UsualClimate = "munich";

    private static Key SiteKey => Section(
        "site",
        "Where the plant stands.",
        Of("latitude", Dimension.Angle, "Latitude, north positive.").Required().From(-90).To(90),
        Of("longitude", Dimension.Angle, "Longitude, east positive.").Required().From(-180).To(180),
        Of("elevation", Dimension.Length, "Height above sea level.", "0 m").From(-400).To(5000),
        new Key("zone", KeyKind.Zone, "IANA time zone.").Required(),
        Reference(
            "climate",
            "Normal year that an annual demand is scaled on and missing weather comes from; as weather.synthetic where that is given.",
            "climates") with { Default = UsualClimate },
        Of("auxiliary", Dimension.Power, "Lighting, control and building services.", "0 W").From(0)).Required();

    private static Key TimeKey => Section(
        "time",
        "What stretch of time is run, and how finely.",
        new Key("start", KeyKind.Instant, "Begin of the run.").Required(),
        new Key("end", KeyKind.Instant, "End of the run, not part of it.").Required(),
        Of("step", Dimension.Duration, "Length of a step, whole seconds.", "5 min").From(1).To(3600),
        Of(
            "output",
            Dimension.Duration,
            "Length of a recorded interval, a whole multiple of the step; of a step that does not divide 15 min the default is its least "
                + "multiple above.",
            "15 min").From(1).To(31 * 86400),
        Whole("seed", "Seed of everything random.", 0, int.MaxValue, "1")).Required();

    private static Key WeatherKey => Section(
        "weather",
        "Synthetic weather, or series; what is missing of them comes from the climate of the site.",
        [
            SyntheticKey,
            Series(WeatherSeries[0], Dimension.Temperature, "Outdoor air.").From(-60).To(60).Asking(Measurand.AirTemperature),
            Series(WeatherSeries[1], Dimension.Temperature, "Wet bulb of the outdoor air; recorded, and no machine works by it.")
                .From(-60).To(60).Asking(Measurand.WetBulb),
            Series(WeatherSeries[2], Dimension.Irradiance, "Global irradiance on the horizontal.")
                .From(0).To(2000).Asking(Measurand.GlobalIrradiance),
            Series(WeatherSeries[3], Dimension.Speed, "Wind at 10 m.").From(0).To(100).Asking(Measurand.Wind),
            new Key("file", KeyKind.Path, "Weather file for air temperature, wet bulb, sun and wind, where they are not given beside it."),
            .. FileWords(),
            WarmingWord("Added to the air temperature and the wet bulb of the climate or the weather file."),
        ]).Required().WithOneOf("synthetic", "air_temperature", "file");

    private static Key RiverKey => Section(
        "river",
        "The river beside the plant.",
        Series("temperature", Dimension.Temperature, "Water upstream of the plant.").Required().Synthetic().From(-5).To(60)
            .Asking(Measurand.WaterTemperature),
        Series("discharge", Dimension.VolumeFlow, "Flow of the river.").Required().Synthetic().From(0).To(1e6).Asking(Measurand.Discharge),
        Section(
            "permit",
            "What the water authority allows; exceeded when strictly above.",
            Type("permits", "region"),
            Of("intake", Dimension.VolumeFlow, "Largest flow taken.").Required().Above(0),
            Of("return_rise", Dimension.TemperatureDifference, "Largest warming of the water taken.", "10 K").Above(0),
            Of("return_temperature", Dimension.Temperature, "Highest temperature of the water returned.", "30 degC").From(0).To(100),
            Of("mixed_rise", Dimension.TemperatureDifference, "Largest warming of the river after mixing.", "1.5 K").Above(0),
            Of("mixed_temperature", Dimension.Temperature, "Highest river temperature after mixing.", "25 degC").From(0).To(100),
            Of("river_temperature", Dimension.Temperature, "Upstream temperature above which no heat may be added.", "unlimited")
                .From(0).To(100).Or("unlimited"),
            new Key("closed", KeyKind.PlainList, "Days on which nothing may be taken.")
            {
                Children =
                [
                    new Key("from", KeyKind.Date, "First day, site time.").Required(),
                    new Key("to", KeyKind.Date, "Day after the last one.").Required(),
                ],
            }).Required());

    private static Key ServersKey => Kind(
        "servers",
        "Types of server, beside and above those of the catalogue.",
        Of("rated_power", Dimension.Power, "Largest power by the maker's rating.").Required().Above(0),
        Choice("rated_at", "Where the rating holds: at the wall, or behind the power supplies.", "wall", "wall", "dc"),
        Reference("psu", "Class of the power supplies.", "catalogue.psus") with { Default = "titanium" },
        Whole("psus", "Power supplies that share the load of a server.", 1, 1000, "6"),
        Of("psu_size", Dimension.Power, "Rated output of one power supply.", "3.3 kW").Above(0),
        Whole("gpus", "GPUs in a server.", 0, 10_000).Required(),
        Share("idle", "Power of an idle server as share of the rating.", "20 %"),
        Share("full", "Power of a fully busy server as share of the rating.", "82 %"),
        Share("fans", "share of the server's power that its fans draw.", "10 %").To(0.5),
        Share("liquid", "Share of the heat that leaves by liquid.", "0 %"));

    private static Key HallsKey => Named(
        "halls",
        "Halls of equal racks.",
        Section(
            "racks",
            "What stands in the hall.",
            Reference("server", "Type of server, of the catalogue or of this scenario.", "servers").Required(),
            Whole("count", "Number of racks; none for a hall that a phase fills.", 0, 100_000).Required(),
            Whole("servers_per_rack", "Servers in one rack.", 1, 100).Required()).Required(),
        Section(
            "workload",
            "What the racks do.",
            Choice("profile", "Shape of the work over day and week.", null, [.. WorkloadProfile.All.Select(p => p.Name).Reverse()]),
            Series("utilisation", Dimension.Fraction, "Busy share of the hall over time.").From(0).To(1).Asking(Measurand.Utilisation),
            Share("mean", "Mean busy share in place of that of the profile."),
            Truth("deferrable", "Whether this work is cut before the rest.")).Required().WithOneOf("profile", "utilisation"),
        Section(
            "chain",
            "How the racks get their power.",
            Share("distribution_loss", "Loss of busbars and distribution units.", "1 %").To(0.2),
            Share("network", "Network, storage and management on top of the servers.", "8 %").To(0.5),
            Reference("ups", "UPS that feeds the hall; none if missing.", "ups"),
            HeatTo("Where the heat of the distribution goes.")).MadeWhenMissing(),
        Section(
            "air",
            "Room air coolers.",
            Type("room_coolers"),
            Reference("loop", "Loop that takes the heat.", "loops").Required(),
            Of("inlet_limit", Dimension.Temperature, "Highest air temperature at the racks.", "32 degC").From(10).To(60),
            Units("Coolers installed."),
            Size("size", "Heat of one cooler."),
            Out(),
            Of("pressure", Dimension.Pressure, "Pressure rise of a fan.", "300 Pa").Above(0).To(5000),
            Of("air_rise", Dimension.TemperatureDifference, "Warming of the air through the racks.", "13 K").Above(0).To(40),
            Of("approach", Dimension.TemperatureDifference, "Rack inlet above loop supply.", "5 K").From(0).To(30),
            Share("efficiency", "Fan, motor and drive together.", "60 %").Above(0),
            Share("static_share", "Share of the pressure that stays at low flow.", "40 %"),
            Share("minimum_flow", "Lowest air flow.", "50 %"),
            Share("excess", "Air that passes by the racks.", "10 %")).Required(),
        Section(
            "liquid",
            "Coolant distribution units; needed where the server has a liquid share.",
            Type("cdus"),
            Reference("loop", "Loop that takes the heat.", "loops").Required(),
            Of("inlet_limit", Dimension.Temperature, "Highest coolant temperature at the racks.", "45 degC").From(10).To(80),
            Units("Units installed."),
            Size("size", "Heat of one unit."),
            Out(),
            Of("approach", Dimension.TemperatureDifference, "Coolant supply above loop supply at rated heat.", "3 K").Above(0).To(30),
            Of("coolant_rise", Dimension.TemperatureDifference, "Warming of the coolant through the racks.", "10 K").Above(0).To(40),
            Choice("coolant", "What flows through the cold plates; pg25 is water with 25 % propylene glycol.", "pg25", "pg25", "water"),
            Share("pump_power", "Pump power as share of the rated heat.", "1.5 %").To(0.1))).AtLeastOne().Required();

    private static Key UpsKey => Named(
        "ups",
        "UPS banks that halls refer to.",
        Reference("mode", "How it works.", "catalogue.ups") with { Default = "double-conversion" },
        Units("Modules installed."),
        Size("size", "Rated output of one module."),
        Out(),
        HeatTo("Where its losses go."));

    private static Key TransformersKey => Section(
        "transformers",
        "Transformers of the site; none if power is bought behind them.",
        Type("transformers"),
        Choice("kind", "Dry or liquid-immersed.", "dry", "dry", "liquid"),
        Units("Transformers installed."),
        Of("size", Dimension.ApparentPower, "Rating of one; with the kind it finds the losses in the catalogue.").Required().Above(0),
        Of("no_load_loss", Dimension.Power, "Loss of one without load, in place of that of the catalogue.").From(0),
        Of("load_loss", Dimension.Power, "Loss of one at its rating on top, in place of that of the catalogue.").From(0),
        Out(),
        Share("cabling_loss", "Cabling loss at rated load.", "0.5 %").To(0.1));
}
