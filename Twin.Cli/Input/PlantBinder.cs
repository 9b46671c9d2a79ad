using Twin.Core.Climate;
using Twin.Core.Components;
using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Components.Power;
using Twin.Core.Physics;
using Twin.Core.Plant;

namespace Twin.Cli.Input;

/// <summary>Makes the machines; the tree is complete, checked, and its lists are in ordinal order of names.</summary>
internal sealed class PlantBinder(View root, SeriesBinder series, RiverPermit? permit)
{
    private const double UsualFanShare = 0.04; // of the heat of a dry cooler at design; assumed

    /// <summary>Binds all machines.</summary>
    public PlantDesign Bind()
    {
        var servers = root.Items("servers").ToDictionary(server => server.Name, Server);
        return new PlantDesign(
            root.Section("site").Inside("auxiliary"),
            [.. root.Items("halls").Select(hall => Hall(hall, servers))],
            [.. root.Items("ups").Select(ups => new UpsParameters(ups.Name, Curve("ups", ups.Word("mode")), Bank(ups), HeatTo(ups)))],
            Transformers(root.Section("transformers")),
            [.. root.Items("loops").Select(Loop)],
            permit,
            [.. root.Items("river_exchangers").Select(RiverExchanger)],
            [.. root.Items("dry_coolers").Select(DryCooler)],
            [.. root.Items("chillers").Select(Chiller)],
            [.. root.Items("heat_pumps").Select(HeatPump)],
            [.. root.Items("direct_exchangers").Select(d => new DirectExchangerParameters(d.Name, d.Inside("size"), d.Inside("approach")))],
            DistrictHeat(root.Section("district_heat")),
            [.. root.Items("photovoltaics").Select(Photovoltaics)],
            [.. root.Items("wind").Select(Wind)],
            Battery(root.Section("battery")),
            [.. root.Items("contracts").Select(Contract)],
            root.Inside("guarantees_of_origin"),
            Grid(root.Section("grid")));
    }

    private static UnitBank Bank(View view) => new(view.Count("units"), view.Inside("size"), view.Count("out"));

    private static HeatPlace HeatTo(View view) =>
        view.Word("heat_to") is var place && place == "outside" ? HeatPlace.Outside : new HeatPlace(place);

    private EfficiencyCurve Curve(string kind, string name)
    {
        View entry = Entry(kind, name);
        return new EfficiencyCurve(name, [.. entry.Quantities("loads")], [.. entry.Quantities("efficiencies")]);
    }

    private TurbineCurve TurbineCurve(string name)
    {
        View entry = Entry("turbines", name);
        return new TurbineCurve([.. entry.Quantities("speeds")], [.. entry.Quantities("shares")]);
    }

    private View Entry(string kind, string name) =>
        root.Section(Keys.Catalogue.Name).Items(kind).First(entry => entry.Name == name);

    private Server Server(View view) => new(
        view.Name,
        view.Inside("rated_power"),
        view.Word("rated_at") == "dc" ? RatedAt.Dc : RatedAt.Wall,
        Curve("psus", view.Word("psu")),
        view.Count("psus"),
        view.Inside("psu_size"),
        view.Count("gpus"),
        view.Inside("idle"),
        view.Inside("full"),
        view.Inside("fans"),
        view.Inside("liquid"),
        view.Word("source"),
        view.Word("confidence") switch
        {
            "measured" => Confidence.Measured,
            "published" => Confidence.Published,
            _ => Confidence.Assumed,
        });

    private HallParameters Hall(View hall, Dictionary<string, Server> servers)
    {
        View racks = hall.Section("racks");
        View chain = hall.Section("chain");
        View liquid = hall.Section("liquid");
        return new HallParameters(
            hall.Name,
            servers[racks.Word("server")],
            racks.Count("count"),
            racks.Count("servers_per_rack"),
            Workload(hall.Section("workload")),
            new ChainParameters(
                chain.Inside("distribution_loss"), chain.Inside("network"), chain.Text("ups") ?? string.Empty, HeatTo(chain)),
            Air(hall.Section("air")),
            liquid.Exists ? Liquid(liquid) : null);
    }

    private static LiquidPathParameters Liquid(View liquid) => new(
        liquid.Word("loop"),
        liquid.Inside("inlet_limit"),
        Bank(liquid),
        liquid.Inside("approach"),
        liquid.Inside("coolant_rise"),
        Fluid(liquid, "coolant"),
        liquid.Inside("pump_power"));

    private static Coolant Fluid(View view, string key) => view.Word(key) == "pg25" ? Coolant.Pg25 : Coolant.Water;

    private WorkloadParameters Workload(View work)
    {
        bool deferrable = work.Word("deferrable") == "true";
        if (work.Has("utilisation"))
        {
            return new WorkloadParameters(null, series.Series(work, "utilisation"), deferrable);
        }

        WorkloadProfile profile = WorkloadProfile.All.First(known => known.Name == work.Word("profile"));
        return new WorkloadParameters(profile with { MeanBusyFraction = work.Value("mean") ?? profile.MeanBusyFraction }, null, deferrable);
    }

    private static AirPathParameters Air(View air) => new(
        air.Word("loop"),
        air.Inside("inlet_limit"),
        Bank(air),
        air.Inside("pressure"),
        air.Inside("air_rise"),
        air.Inside("approach"),
        air.Inside("efficiency"),
        air.Inside("static_share"),
        air.Inside("minimum_flow"),
        air.Inside("excess"));

    private static TransformerParameters? Transformers(View view) => !view.Exists ? null : new TransformerParameters(
        Bank(view),
        view.Inside("no_load_loss"),
        view.Inside("load_loss"),
        view.Inside("cabling_loss"));

    private static LoopParameters Loop(View loop)
    {
        View pumps = loop.Section("pumps");
        return new LoopParameters(
            loop.Name,
            loop.Inside("supply"),
            loop.Inside("supply_limit"),
            loop.Inside("design_rise"),
            loop.Inside("design_heat"),
            loop.Inside("volume"),
            new PumpParameters(
                pumps.Inside("head"), pumps.Inside("static_share"), pumps.Inside("efficiency"), pumps.Inside("minimum_flow")),
            Fluid(loop, "fluid"),
            [.. loop.Scalars("sinks").Select(sink => sink.Text)]);
    }

    private static RiverExchangerParameters RiverExchanger(View view) => new(
        view.Name,
        Bank(view),
        view.Inside("approach"),
        view.Word("control") == "constant-flow" ? RiverFlowControl.ConstantFlow : RiverFlowControl.ConstantRise,
        view.Inside("rise"),
        view.Inside("minimum_flow"),
        view.Inside("lift"),
        view.Inside("efficiency"));

    private static DryCoolerParameters DryCooler(View view) =>
        new(view.Name, Bank(view), view.Inside("approach"), view.Value("fan_power") ?? UsualFanShare * view.Inside("size"));

    private static Core.Components.Cooling.ChillerParameters Chiller(View view) =>
        new(view.Name, Bank(view), view.Word("condenser"), view.Inside("carnot_fraction"));

    private static HeatPumpParameters HeatPump(View view) => new(
        view.Name,
        view.Word("refrigerant") == "isobutane" ? Refrigerant.Isobutane : Refrigerant.Ammonia,
        view.Quantities("units"),
        view.Count("out"),
        view.Inside("planning_factor"),
        view.Inside("minimum_load"),
        view.Inside("pinch"),
        view.Inside("source_cooling"));

    private DistrictHeatParameters? DistrictHeat(View view)
    {
        if (!view.Exists)
        {
            return null;
        }

        View supply = view.Section("supply");
        View tank = view.Section("tank");
        var network = new NetworkTemperatures(
            supply.Inside("cold"),
            supply.Inside("supply_at_cold"),
            supply.Inside("mild"),
            supply.Inside("supply_at_mild"),
            supply.Inside("return"));
        return new DistrictHeatParameters(
            Demand(view),
            network,
            tank.Exists ? TankSizing.Size(tank.Inside("volume"), tank.Value("loss"), network.SupplyAtMildC, network.ReturnC) : null,
            view.Inside("price"),
            HeatPumpInside: view.Word("boundary") == "inside");
    }

    private HeatDemandParameters Demand(View network)
    {
        View annual = network.Section("demand");
        if (!annual.Has("annual"))
        {
            return new HeatDemandParameters(series.Series(network, "demand"), 0.0, 0.0, 0.0);
        }

        double yearJ = annual.Inside("annual");
        double hotWater = annual.Inside("hot_water_share");
        double limitC = annual.Inside("heating_limit");
        double kelvinSeconds = series.HeatingKelvinSeconds(root.Section("site").Word("climate"), limitC);
        return new HeatDemandParameters(
            null,
            yearJ * hotWater / NormalYear.LengthS,
            kelvinSeconds > 0.0 ? yearJ * (1.0 - hotWater) / kelvinSeconds : 0.0,
            limitC);
    }

    private static PhotovoltaicsParameters Photovoltaics(View view) => new(
        view.Name,
        view.Inside("size"),
        view.Value("inverter") ?? view.Inside("size"), // auto
        view.Inside("tilt"),
        view.Inside("azimuth"),
        view.Inside("losses"),
        view.Inside("temperature_coefficient"),
        view.Word("sky") == "perez" ? SkyModel.Perez : SkyModel.HayDavies);

    private WindParameters Wind(View view) => new(
        view.Name,
        Bank(view),
        view.Inside("hub_height"),
        view.Inside("roughness"),
        view.Inside("losses"),
        TurbineCurve(view.Word("type")));

    private static BatteryParameters? Battery(View view) => !view.Exists ? null : new BatteryParameters(
        view.Inside("capacity"),
        view.Inside("size"),
        view.Inside("efficiency_charge"),
        view.Inside("efficiency_discharge"),
        view.Inside("self_discharge"),
        view.Inside("minimum"),
        view.Inside("maximum"),
        view.Inside("start"));

    private ContractParameters Contract(View view) => new(
        view.Name,
        view.Word("kind") == "baseload" ? ContractKind.Baseload
            : view.Has("profile") ? ContractKind.Profile
            : view.Word("source") == "solar" ? ContractKind.Solar
            : ContractKind.Wind,
        view.Has("profile") ? series.Series(view, "profile") : null,
        view.Inside("size"),
        view.Inside("price"),
        view.Inside("carbon"),
        GuaranteesOwned: view.Word("guarantees") == "owned");

    private GridParameters Grid(View view) => new(
        view.Inside("import_limit"),
        view.Inside("export_limit"),
        view.Inside("power_factor"),
        series.Series(view, "price"),
        view.Inside("fees"),
        series.Series(view, "carbon"));
}
