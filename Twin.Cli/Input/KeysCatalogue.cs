using Twin.Core.Units;
using static Twin.Cli.Input.KeyMaking;

namespace Twin.Cli.Input;

/// <summary>Kinds of the catalogue: what a machine may leave to a named type.</summary>
internal static partial class Keys
{
    private static Key CatalogueKey => Section(
        "catalogue",
        "Types beside and above those of the program, for machines to name; see catalogue.md.",
        Kind("psus", "Power supplies of servers.", [.. EfficiencyPoints()]),
        Kind("ups", "Ways in which a UPS works.", [.. EfficiencyPoints()]),
        Kind(
            "transformers",
            "Transformers, found by kind and size or named as type.",
            [.. Some(TransformersKey, "kind", "size", "no_load_loss", "load_loss").Select(key => key.Required())]),
        Kind("pumps", "Circulation pumps of a loop.", Some(Child(LoopsKey, "pumps"), "head", "static_share", "efficiency", "minimum_flow")),
        Kind(
            "room_coolers",
            "Room air coolers of a hall.",
            Some(
                Child(HallsKey, "air"),
                "size", "inlet_limit", "pressure", "air_rise", "approach", "efficiency", "static_share", "minimum_flow", "excess")),
        Kind(
            "cdus",
            "Coolant distribution units of a hall.",
            Some(Child(HallsKey, "liquid"), "size", "inlet_limit", "approach", "coolant", "coolant_rise", "pump_power")),
        Kind("plate_exchangers", "Plate exchangers to a river or a heat network.", Some(RiverExchangersKey, "size", "approach")),
        Kind("dry_coolers", "Dry coolers.", Some(DryCoolersKey, "size", "approach", "fan_power")),
        Kind("chillers", "Compression chillers.", Some(ChillersKey, "size", "carnot_fraction")),
        Kind(
            "heat_pumps",
            "Heat pumps, without their sizes.",
            Some(HeatPumpsKey, "refrigerant", "planning_factor", "minimum_load", "pinch", "source_cooling")),
        Kind("tanks", "Hot-water tanks.", Some(Child(DistrictHeatKey, "tank"), "volume", "loss")),
        Kind("pv_modules", "Photovoltaic modules.", Some(PhotovoltaicsKey, "temperature_coefficient", "losses")),
        Kind(
            "turbines",
            "Wind turbines: power over the wind at the hub.",
            [
                .. Some(WindKey, "size", "hub_height"),
                List("speeds", Dimension.Speed, "Wind at the hub, rising; no power outside.").From(0).To(100),
                List("shares", Dimension.Fraction, "Power at these winds as share of the size.").From(0).To(1),
            ]),
        Kind(
            "batteries",
            "Batteries, without their size.",
            Some(BatteryKey, "efficiency_charge", "efficiency_discharge", "self_discharge", "minimum", "maximum")),
        Kind(
            "permits",
            "What a river of a fish region bears by OGewV, which classifies rivers; a permit may say otherwise. A plant has one value for "
                + "the whole year and takes that of the summer (April to November); "
                + "those of the winter are there to be read and do not bind.",
            [
                .. Some(
                    Child(RiverKey, "permit"),
                    "river_temperature", "mixed_rise", "return_rise", "return_temperature", "mixed_temperature"),
                Of("winter_river_temperature", Dimension.Temperature, "River temperature in winter; not used by the plant.")
                    .From(0).To(100),
                Of("winter_mixed_rise", Dimension.TemperatureDifference, "Warming in winter; not used by the plant.").Above(0),
            ]));

    private static Key[] EfficiencyPoints() =>
    [
        List("loads", Dimension.Fraction, "Output as share of the rating, rising.").Above(0).To(1),
        List("efficiencies", Dimension.Fraction, "Output over input at these loads.").Above(0).To(1),
    ];

    private static Key Child(Key parent, string name) => parent.Children.Single(child => child.Name == name);
}
