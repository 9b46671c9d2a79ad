using Twin.Core.Physics;

namespace Twin.Tests.Exact;

/// <summary>River, heat pumps, pipes, sun and wind.</summary>
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
    };

    private static double LaminarDropPa(ExactCase c)
    {
        double reynolds = Hydraulics.Reynolds(c["rho"], c["v"], c["D"], c["mu"]);
        double friction = Hydraulics.ColebrookFriction(reynolds, 0.0);
        return Hydraulics.PressureDropPa(friction, c["L"], c["D"], 0.0, c["rho"], c["v"]);
    }
}
