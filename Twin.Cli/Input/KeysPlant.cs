using Twin.Cli.Input.Formats;
using Twin.Core.Units;
using static Twin.Cli.Input.KeyMaking;

namespace Twin.Cli.Input;

/// <summary>Loops with their sinks, the heat network, and the electricity of the site.</summary>
internal static partial class Keys
{
    private static Key LoopsKey => Named(
        "loops",
        "Water loops.",
        Of("supply", Dimension.Temperature, "Set point of the supply.").Required().From(1).To(90),
        Of("supply_limit", Dimension.Temperature, "Highest supply; work is cut to hold it.").Required().From(1).To(95),
        Of("design_rise", Dimension.TemperatureDifference, "Return above supply.").Required().Above(0).To(50),
        Of("design_heat", Dimension.Power, "Heat at the rated flow.").Required().Above(0),
        Of("volume", Dimension.Volume, "Content.").Required().Above(0),
        Choice("fluid", "What flows in it; pg25 is water with 25 % propylene glycol.", "water", "water", "pg25"),
        Section(
            "pumps",
            "Circulation pumps.",
            Type("pumps"),
            Of("head", Dimension.Pressure, "Pressure rise at rated flow.", "250 kPa").Above(0).To(5e6),
            Share("static_share", "Share of the pressure that stays at low flow.", "40 %"),
            Share("efficiency", "Pump, motor and drive together.", "70 %").Above(0),
            Share("minimum_flow", "Lowest flow.", "30 %")).MadeWhenMissing(),
        new Key("sinks", KeyKind.References, "Machines in the order the water meets them, hot to cold; chillers last.")
        {
            Targets = SinkLists,
            IsRequired = true,
            FewestItems = 1,
        }).AtLeastOne().Required();

    private static Key RiverExchangersKey => Named(
        "river_exchangers",
        "Plate exchangers to the river, with the intake pumps.",
        Type("plate_exchangers"),
        Units("Exchangers installed."),
        Size("size", "Heat of one at design."),
        Out(),
        Of("approach", Dimension.TemperatureDifference, "Loop outlet above river intake at design.", "2 K").Above(0).To(30),
        Choice("control", "How the pumps are led.", "constant-rise", "constant-rise", "constant-flow"),
        Of("rise", Dimension.TemperatureDifference, "Warming of the river water at design.", "6 K").Above(0).To(40),
        Share("minimum_flow", "Lowest flow.", "20 %"),
        Of("lift", Dimension.Length, "Head of the intake.", "12 m").From(0).To(500),
        Share("efficiency", "Pump, motor and drive together.", "75 %").Above(0));

    private static Key DryCoolersKey => Named(
        "dry_coolers",
        "Dry coolers on the roof.",
        Type("dry_coolers"),
        Units("Coolers installed."),
        Size("size", "Heat of one at design."),
        Out(),
        Of("approach", Dimension.TemperatureDifference, "Water outlet above air at design.", "6 K").Above(0).To(40),
        Of("fan_power", Dimension.Power, "Power of one cooler at full speed; auto is 4 % of its size.", "auto").From(0).Or("auto"));

    private static Key ChillersKey => Named(
        "chillers",
        "Compression chillers.",
        Type("chillers"),
        Units("Chillers installed."),
        Size("size", "Cooling of one."),
        Out(),
        Reference("condenser", "Where its heat goes: the river, or a dry cooler.", "dry_coolers").Required() with { Choices = ["river"] },
        Share("carnot_fraction", "Share of the Carnot COP.", "55 %").Above(0));

    private static Key HeatPumpsKey => Named(
        "heat_pumps",
        "Heat pumps to the network.",
        Type("heat_pumps"),
        Choice("refrigerant", "Working fluid.", "ammonia", "ammonia", "isobutane"),
        new Key("units", KeyKind.Quantities, "Heat that each unit delivers at most.")
        {
            Dimension = Dimension.Power,
            IsRequired = true,
            IsAboveMinimum = true,
            Minimum = 0,
            FewestItems = 1,
        },
        Out("Units out of service, the largest first."),
        Number("planning_factor", "COP of the plant over COP of the formula.", 0.5, 1, "0.9"),
        Share("minimum_load", "Lowest load of a unit.", "30 %"),
        Of("pinch", Dimension.TemperatureDifference, "Pinch of evaporator and condenser.", "5 K").Above(0).To(20),
        Of("source_cooling", Dimension.TemperatureDifference, "Cooling of the loop water that runs through the evaporators.", "6 K")
            .Above(0).To(30));

    private static Key DirectExchangersKey => Named(
        "direct_exchangers",
        "Exchangers that warm the network directly.",
        Type("plate_exchangers"),
        Size("size", "Largest heat."),
        Of("approach", Dimension.TemperatureDifference, "Loop return above what the network leaves with.", "3 K").Above(0).To(30));

    private static Key DistrictHeatKey => Section(
        "district_heat",
        "The network that takes the heat.",
        Series("demand", Dimension.Power, "A series, or a year's heat that follows the weather.").Required().From(0).Held() with
        {
            Children =
            [
                Of("annual", Dimension.Energy, "Heat of a normal year.").Required().From(0),
                Share("hot_water_share", "Share that does not follow the weather.", "25 %"),
                Of("heating_limit", Dimension.Temperature, "Outdoor temperature from which nothing is heated.", "15 degC").From(0).To(30),
            ],
        },
        Section(
            "supply",
            "Temperatures of the network: a line over the outdoor temperature, flat beyond its ends.",
            Of("cold", Dimension.Temperature, "Outdoor temperature of the cold end.").Required().From(-60).To(60),
            Of("supply_at_cold", Dimension.Temperature, "Supply at the cold end.").Required().From(20).To(140),
            Of("mild", Dimension.Temperature, "Outdoor temperature of the mild end.").Required().From(-60).To(60),
            Of("supply_at_mild", Dimension.Temperature, "Supply at the mild end.").Required().From(20).To(140),
            Of("return", Dimension.Temperature, "Return of the network.").Required().From(5).To(130)).Required(),
        Section(
            "tank",
            "Hot-water tank beside the heat pump; none if missing.",
            Type("tanks"),
            Of("volume", Dimension.Volume, "Water content.").Required().Above(0),
            Of("loss", Dimension.HeatTransfer, "Heat lost per kelvin; auto is found from the volume.", "auto").From(0).Or("auto")),
        Of("price", Dimension.PricePerEnergy, "Paid for heat handed over.", "0 EUR/MWh").From(-1e4).To(1e5),
        Choice("boundary", "Whether the heat pump lies inside the centre's boundary.", "inside", "inside", "outside"));

    private static Key PhotovoltaicsKey => Named(
        "photovoltaics",
        "Arrays on the site.",
        Type("pv_modules"),
        Size("size", "Rated DC power."),
        Of("tilt", Dimension.Angle, "Slope of the plane.").Required().From(0).To(90),
        Of("azimuth", Dimension.Angle, "Direction it looks to, clockwise from north.").Required().From(0).To(360),
        Choice("sky", "Model of the light from the sky.", "hay-davies", "hay-davies", "perez"),
        Of("inverter", Dimension.Power, "Rated DC input of the inverter; auto is the size, also where a phase changes it.", "auto")
            .Above(0).Or("auto"),
        Share("losses", "Soiling, wiring, mismatch and the like.", "14 %"),
        Of("temperature_coefficient", Dimension.PerKelvin, "Change of power above 25 degC.", "-0.35 %/K").From(-0.02).To(0.02));

    private static Key WindKey => Named(
        "wind",
        "Turbines on the site.",
        Type("turbines") with { Default = "generic-class-iii" },
        Units("Turbines installed."),
        Size("size", "Rated power of one."),
        Out(),
        Of("hub_height", Dimension.Length, "Height of the hub.").Required().Above(10).To(400),
        Share("losses", "Wake, availability and electrical losses.", "12 %"),
        Of("roughness", Dimension.Length, "Roughness length of the land.", "0.1 m").Above(0).To(5));

    private static Key BatteryKey => Section(
        "battery",
        "A battery, measured at its AC terminals; none if missing.",
        Type("batteries"),
        Of("capacity", Dimension.Energy, "Energy between empty and full.").Required().Above(0),
        Size("size", "Largest charging and discharging power."),
        Share("efficiency_charge", "Stored over charged.", "95 %").Above(0),
        Share("efficiency_discharge", "Delivered over taken from the store.", "95 %").Above(0),
        Share("self_discharge", "Share of the store lost in 30 days of rest.", "2 %").To(0.99),
        Share("minimum", "Lowest charge.", "5 %"),
        Share("maximum", "Highest charge.", "95 %"),
        Share("start", "Charge at the start.", "50 %"));

    private static Key ContractsKey => Named(
        "contracts",
        "Power purchase agreements for carbon-free power through the grid.",
        Choice("kind", "What is delivered.", null, "pay-as-produced", "baseload").Required(),
        Choice("source", "Park whose production is delivered.", null, "solar", "wind"),
        Series("profile", Dimension.Fraction, "Production as share of the size, in place of a source.").From(0).To(1),
        Size("size", "Rated power."),
        Of("price", Dimension.PricePerEnergy, "Paid for every MWh delivered.").Required().From(-1e4).To(1e5),
        Of("carbon", Dimension.CarbonPerEnergy, "Emission factor of the source.", "0 g/kWh").From(0).To(5000),
        Choice("guarantees", "Who retires the guarantees of origin.", "owned", "owned", "sold"));

    private static Key GridKey => Section(
        "grid",
        "The connection to the grid.",
        Of("import_limit", Dimension.Power, "Largest power drawn.").Required().From(0),
        Of("export_limit", Dimension.Power, "Largest power fed in.", "0 W").From(0),
        Number("power_factor", "Active over apparent power of the site.", 0.5, 1, "0.97"),
        Series("price", Dimension.PricePerEnergy, "Price of energy.", "0 EUR/MWh").Held().From(-1e4).To(1e5).Asking(Measurand.Price),
        Of("fees", Dimension.PricePerEnergy, "Grid fees, levies and tax.", "0 EUR/MWh").From(-1e4).To(1e5),
        Series("carbon", Dimension.CarbonPerEnergy, "Emission factor of the grid.", "363 g/kWh").From(0).To(5000).Asking(Measurand.Carbon))
            .Required();
}
