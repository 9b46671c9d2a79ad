using Twin.Core.Physics;

namespace Twin.Core.Components.Cooling;

/// <summary>What flows in a circuit.</summary>
public enum Coolant
{
    /// <summary>Water.</summary>
    Water,

    /// <summary>Water with 25 % propylene glycol by volume, what cold plates usually run on; it freezes at −10 degC.</summary>
    Pg25,
}

/// <summary>Properties of the coolants at the temperatures of a plant.</summary>
public static class CoolantProperties
{
    /// <summary>Density [kg/m3].</summary>
    /// <param name="coolant">The coolant.</param>
    /// <param name="temperatureC">Temperature [degC]; water 0 to 99, PG25 from freezing to 100.</param>
    public static double DensityKgPerM3(this Coolant coolant, double temperatureC) =>
        coolant == Coolant.Pg25 ? GlycolWater.Pg25.DensityKgPerM3(temperatureC) : Water.DensityKgPerM3(temperatureC);

    /// <summary>Specific heat [J/(kg K)].</summary>
    /// <param name="coolant">The coolant.</param>
    /// <param name="temperatureC">Temperature [degC]; water 0 to 99, PG25 from freezing to 100.</param>
    public static double SpecificHeatJPerKgK(this Coolant coolant, double temperatureC) =>
        coolant == Coolant.Pg25 ? GlycolWater.Pg25.SpecificHeatJPerKgK(temperatureC) : Water.SpecificHeatJPerKgK(temperatureC);

    /// <summary>What a flow brings to the film on its side of a plate, see <see cref="PlateExchanger.FilmWeight"/>.</summary>
    /// <param name="coolant">The coolant.</param>
    /// <param name="flowKgPerS">Flow [kg/s]; above zero.</param>
    /// <param name="temperatureC">Temperature [degC]; water 0 to 99, PG25 from freezing to 100.</param>
    public static double FilmWeight(this Coolant coolant, double flowKgPerS, double temperatureC) => coolant == Coolant.Pg25
        ? PlateExchanger.FilmWeight(
            flowKgPerS,
            GlycolWater.Pg25.SpecificHeatJPerKgK(temperatureC),
            GlycolWater.Pg25.ViscosityPaS(temperatureC),
            GlycolWater.Pg25.ConductivityWPerMK(temperatureC))
        : PlateExchanger.FilmWeight(
            flowKgPerS,
            Water.SpecificHeatJPerKgK(temperatureC),
            Water.ViscosityPaS(temperatureC),
            Water.ConductivityWPerMK(temperatureC));
}
