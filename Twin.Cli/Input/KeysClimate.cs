using Twin.Core.Units;
using static Twin.Cli.Input.KeyMaking;

namespace Twin.Cli.Input;

/// <summary>Climates: monthly normals from which synthetic years are made.</summary>
internal static partial class Keys
{
    private const int MonthsInYear = 12;

    /// <summary>Keys of a climate that are lists of twelve values.</summary>
    public static IReadOnlyList<Key> ClimateLists =>
    [
        Monthly("air_mean", Dimension.Temperature, "Monthly mean of the air temperature.").Required().From(-60).To(50),
        Monthly("air_daily_swing", Dimension.TemperatureDifference, "Highest minus lowest hour of a mean day.", "7 K").From(0).To(40),
        Monthly("air_anomaly", Dimension.TemperatureDifference, "Standard deviation of daily means about the course of the year.", "4 K")
            .From(0).To(20),
        Monthly("wet_bulb_depression", Dimension.TemperatureDifference, "Monthly mean of air minus wet bulb.").Required().From(0).To(30),
        Monthly("ghi", Dimension.Irradiation, "Monthly sum of global radiation on the horizontal.").Required().From(0).To(400),
        Monthly("wind", Dimension.Speed, "Monthly mean of the wind at 10 m.").Required().From(0).To(30),
        Monthly("river_mean", Dimension.Temperature, "Monthly mean of the water temperature, no colder than 0.2 degC.").From(0.2).To(40),
        Monthly("river_daily_swing", Dimension.TemperatureDifference, "Highest minus lowest water temperature of a day.", "0.5 K")
            .From(0).To(10),
        Monthly("river_anomaly", Dimension.TemperatureDifference, "Standard deviation of daily means that is not the air's.", "0.7 K")
            .From(0).To(10),
        Monthly("river_discharge", Dimension.VolumeFlow, "Monthly mean flow of the river.").From(0.001).To(1e6),
    ];

    private static Key ClimatesKey => Named(
        "climates",
        "Normal years, beside and above those of the catalogue.",
        [
            Free("label", "Name for people, and which water it is.") with { DefaultFrom = "name" },
            Of("latitude", Dimension.Angle, "Latitude, north positive.").Required().From(-90).To(90),
            Of("longitude", Dimension.Angle, "Longitude, east positive.").Required().From(-180).To(180),
            Of("elevation", Dimension.Length, "Height above sea level.", "0 m").From(-400).To(5000),
            new Key("zone", KeyKind.Zone, "IANA time zone.").Required(),
            .. ClimateLists,
            Share("air_persistence", "Share of an air anomaly that is left after a day.", "80 %").To(0.99),
            Share("river_persistence", "Share of the water's own anomaly that is left after a day.", "90 %").To(0.99),
            Share("river_per_air", "Change of the water per change of the smoothed air temperature.", "30 %").To(2),
            Of("river_lag", Dimension.Duration, "Time constant by which the water follows the air.", "3 d").From(864).To(30 * 86400),
            Share("discharge_spread", "Standard deviation of the logarithm of daily flows about the course of the year.", "30 %").To(2),
            Share("discharge_persistence", "Share of a flow anomaly that is left after a day.", "90 %").To(0.97),
            Section(
                "sources",
                "Where each list comes from, with the persistence and lags that belong to it.",
                [.. ClimateLists.Select(list => SourceOf(list.Name))]).MadeWhenMissing(),
        ]);

    private static Key Monthly(string name, Dimension dimension, string about, string? standard = null) =>
        new(name, KeyKind.Quantities, about) { Dimension = dimension, Default = standard, ItemCount = MonthsInYear };

    private static Key SourceOf(string list) => Section(
        list,
        $"Where {list} comes from.",
        Free("source", "Who says so.") with { Default = "scenario" },
        Choice("confidence", "How sure it is.", "assumed", "measured", "published", "assumed")).MadeWhenMissing();
}
