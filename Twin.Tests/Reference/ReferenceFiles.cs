namespace Twin.Tests.Reference;

/// <summary>How a file of vectors is compared with the code.</summary>
/// <param name="Name">File.</param>
/// <param name="Compare">Goes over every row and every column.</param>
/// <param name="NotCompared">Columns that nothing is compared with, each with the reason.</param>
internal sealed record ReferenceFile(
    string Name, Action<ReferenceTable, Deviations> Compare, IReadOnlyDictionary<string, string>? NotCompared = null);

/// <summary>All files of vectors that are known. A file in the folder that is not here fails the suite.</summary>
internal static class ReferenceFiles
{
    private const string OfTheReference = "a property of the reference's own calculation";
    private const string OtherMethod = "another method, in the file for comparison only";
    private const string NotUnique = "many plans have the least cost, and this is the one of the solver";
    private const string Label = "a label";

    /// <summary>A file that both halves of the vectors need, and that may lie with one of them only.</summary>
    public const string ServesBothHalves = "wind_turbine_curve.csv";

    /// <summary>Files whose tests stand with the readers that they test: larger data are needed, which are read in place.</summary>
    public static IReadOnlyList<string> WithTheirReaders { get; } =
        ["bdew_heat_demand.csv", "river_readers.csv", "weather_readers.csv", "year_try13_monthly.csv"];

    public static IReadOnlyList<ReferenceFile> All { get; } =
    [
        new("battery_dispatch.csv", DispatchVectors.Batteries, Because(NotUnique, "import_lp_kwh", "export_lp_kwh", "discharge_lp_kwh")),
        new("battery_dispatch_series.csv", DispatchVectors.BatterySeries),
        new("battery_step.csv", MachineVectors.BatterySteps),
        new("bdew_reference_temperature.csv", SiteVectors.ReferenceTemperature),
        new("bdew_sigmoid.csv", SiteVectors.HeatProfiles, Because(Label, "building_class", "hot_water_included")),
        new("chiller_eir.csv", MachineVectors.Chillers),
        new("clearsky.csv", SunVectors.ClearDay),
        new("degree_days.csv", SiteVectors.DegreeDays),
        new("erbs.csv", SunVectors.Decomposition),
        new("heat_dispatch.csv", DispatchVectors.Heat, Because(NotUnique, "hp_electricity_kwh", "boiler_heat_kwh")),
        new("heat_dispatch_series.csv", DispatchVectors.HeatSeries),
        new("heat_exchanger_effectiveness.csv", HeatVectors.Effectiveness),
        new("heat_exchanger_entu.csv", HeatVectors.Exchangers),
        new("heat_pump_cop.csv", HeatVectors.HeatPumps),
        new(
            "heat_pump_nh3_cycle.csv",
            HeatVectors.AmmoniaCycle,
            Because(
                "inside the refrigerant cycle, which the fit leaves out",
                "superheat_k",
                "subcooling_k",
                "p_evap_bar",
                "p_cond_bar",
                "t_discharge_c")),
        new("holidays_bavaria.csv", TimeVectors.Holidays),
        new("iam.csv", GenerationVectors.Covers),
        new("pg25.csv", FluidVectors.Glycols),
        new("pipe_friction.csv", FluidVectors.Friction),
        new("psychrometrics.csv", FluidVectors.Air),
        new("pump_power.csv", FluidVectors.Pumps),
        new("pv_cell_temperature.csv", GenerationVectors.Cells),
        new("pvwatts_ac.csv", GenerationVectors.Plant, Because(Label, "system")),
        new("pvwatts_inverter.csv", GenerationVectors.Inverter),
        new("river_cooling.csv", SiteVectors.RiverLimits),
        new("river_temperature_and_heating_curve.csv", SiteVectors.HeatingCurve),
        new("river_temperature_fit.csv", SiteVectors.RiverFit),
        new("solar_position.csv", SunVectors.Position, Because("the row states the pressure, which is all it is for", "altitude_m")),
        new("stratified_storage.csv", HeatVectors.LayeredTank),
        new("sun_rise_set.csv", SunVectors.Day),
        new(
            "thermal_network.csv",
            HeatVectors.Network,
            Because(OfTheReference, "closure_residual_j", "lambda_max_1_s")
                .Concat(Because(OtherMethod, "t1_ie_c", "t2_ie_c", "t3_ie_c")).ToDictionary()),
        new(
            "thermal_rc.csv",
            HeatVectors.Node,
            Because(OfTheReference, "closure_residual_j").Concat(Because(OtherMethod, "t_end_implicit_euler_c")).ToDictionary()),
        new("time_day_length.csv", TimeVectors.DayLength),
        new("time_local.csv", TimeVectors.Local),
        new("transposition.csv", SunVectors.Transposition),
        new("water_properties.csv", FluidVectors.LiquidWater, Because("the twin books energy and never entropy", "entropy_j_kg_k")),
        new("wind_power.csv", GenerationVectors.Wind),
        new("wind_turbine_curve.csv", GenerationVectors.TurbineCurve),
    ];

    private static Dictionary<string, string> Because(string reason, params string[] columns) =>
        columns.ToDictionary(column => column, _ => reason, StringComparer.Ordinal);
}
