using Twin.Core.Physics;

namespace Twin.Tests.Exact;

/// <summary>River, heat pumps, pipes, sun and wind, and the functions of numbers behind them.</summary>
internal static class EnergyCases
{
    public static IReadOnlyDictionary<string, Func<ExactCase, double>> Solvers { get; } = new Dictionary<string, Func<ExactCase, double>>
    {
        ["river_mixes"] = c => River.MixedRiseK(c["Q"], c["V"]),
        ["river_return_limit"] = c =>
            River.Reject(1e12, c["V"], c["T"], new(50.0, 90.0, c["f"], 50.0, c["Tmax"])).HeatToRiverW,
        ["carnot_heat_pump"] = c => HeatPumpCycle.CarnotCop(c["Tc"], c["Th"], c["n"]),
        ["pipe_laminar"] = LaminarDropPa,
        ["wind_profile"] = c => Wind.LogProfile(c["v0"], c["h0"], c["h"], c["z"]),
        ["air_density"] = c => Wind.DensityKgPerM3(c["p"], 100.0, 100.0, c["T"]),
        ["sky_isotropic"] = c => Irradiance.IsotropicSkyWPerM2(c["DHI"], c["b"]),
        ["sun_overhead_on_slope"] = c => Irradiance.IncidenceCosine(c["b"], 120.0, 0.0, 0.0),
        ["module_in_heat"] = c => Photovoltaics.PvWattsDcW(1000.0, c["T"], c["P0"], c["g"]),
        ["inverter_full"] = c => Photovoltaics.PvWattsInverterAcW(c["P0"], c["P0"], c["n"]),
        ["heating_curve_middle"] = c => HeatDemand.SupplyTemperatureC(5.0, 0.0, c["Ta"], 10.0, c["Tb"]),
        ["expm1_tiny"] = ExpM1,
        ["expm1_small"] = ExpM1,
        ["expm1_below_the_switch"] = ExpM1,
        ["expm1_above_the_switch"] = ExpM1,
        ["logp1_tiny"] = LogP1,
        ["logp1_small"] = LogP1,
        ["logp1_half"] = LogP1,
        ["logp1_large"] = LogP1,
        ["degree_days"] = c => c.Inputs.Values.Sum(meanC => HeatDemand.DegreeDaysKd(meanC, 20.0, 15.0)),
    };

    private static double ExpM1(ExactCase c) => Numerics.ExpM1(c["x"]);

    private static double LogP1(ExactCase c) => Numerics.LogP1(c["x"]);

    private static double LaminarDropPa(ExactCase c)
    {
        double reynolds = Hydraulics.Reynolds(c["rho"], c["v"], c["D"], c["mu"]);
        double friction = Hydraulics.ColebrookFriction(reynolds, 0.0);
        return Hydraulics.PressureDropPa(friction, c["L"], c["D"], 0.0, c["rho"], c["v"]);
    }
}
