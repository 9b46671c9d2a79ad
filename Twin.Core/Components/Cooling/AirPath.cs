namespace Twin.Core.Components.Cooling;

/// <summary>The room air coolers (CRAH) of a hall.</summary>
/// <param name="Loop">Water loop that takes the heat.</param>
/// <param name="InletLimitC">Highest air temperature at the rack inlet [degC]; work is cut above.</param>
/// <param name="Bank">Coolers, the heat of one [W] at the design air rise, and how many are out.</param>
/// <param name="PressurePa">Pressure rise of a fan at its rated flow [Pa]; above zero.</param>
/// <param name="AirRiseK">Temperature rise of the air through the racks at the rated heat [K]; above zero.</param>
/// <param name="ApproachK">Rack inlet above loop supply [K]; zero or more.</param>
/// <param name="EfficiencyFraction">Fan, motor and drive together [1]; above 0, at most 1.</param>
/// <param name="StaticFraction">Share of the pressure that stays at low flow (held under the floor) [1]; 0 to 1.</param>
/// <param name="MinimumFlowFraction">Lowest air flow as share of the rated one [1]; 0 to 1.</param>
/// <param name="ExcessFraction">Air that passes by the racks, as share of what they need [1]; zero or more.</param>
public sealed record AirPathParameters(
    string Loop,
    double InletLimitC,
    UnitBank Bank,
    double PressurePa,
    double AirRiseK,
    double ApproachK,
    double EfficiencyFraction,
    double StaticFraction,
    double MinimumFlowFraction,
    double ExcessFraction);

/// <summary>What the room air coolers of a hall do, mean over the tick.</summary>
/// <param name="FanPowerW">Electric power of the fans [W].</param>
/// <param name="InletRiseK">Rack inlet above loop supply [K].</param>
/// <param name="ReturnRiseK">Air into the coolers above rack inlet, mixed with what passed by the racks [K]; zero without heat.</param>
public readonly record struct AirPathStep(double FanPowerW, double InletRiseK, double ReturnRiseK)
{
    // Cooler outlet air of about 25 degC; density from the gas constant of dry air.
    private const double AirTemperatureK = 298.15;
    private const double GasConstantJPerKgK = 287.058;

    /// <summary>Fans and inlet for a heat.</summary>
    /// <param name="p">The coolers.</param>
    /// <param name="heatW">Heat of the racks to the air [W]; zero or more.</param>
    /// <param name="airPressurePa">Air pressure at the site [Pa]; above zero.</param>
    /// <remarks>
    /// The flow follows the heat so that the air rise holds; P = P_rated f (s + (1 - s) f^2) on the system curve. Beyond the rating the
    /// flow stays: the air comes back warmer by what it could not be cooled, so that the rack inlet tells the overload.
    /// </remarks>
    public static AirPathStep Step(AirPathParameters p, double heatW, double airPressurePa)
    {
        double ratedW = p.Bank.AvailableW;
        double load = heatW * (1.0 + p.ExcessFraction) / ratedW;
        double flow = Math.Clamp(load, p.MinimumFlowFraction, 1.0);
        double density = airPressurePa / (GasConstantJPerKgK * AirTemperatureK);
        double ratedFlowM3PerS = ratedW / (density * Physics.MoistAir.SpecificHeatJPerKgK * p.AirRiseK);
        double ratedPowerW = ratedFlowM3PerS * p.PressurePa / p.EfficiencyFraction;
        double powerW = ratedPowerW * flow * (p.StaticFraction + (1.0 - p.StaticFraction) * flow * flow);
        double overload = Math.Max(0.0, load - 1.0);
        double capacityWPerK = flow * ratedW / p.AirRiseK; // of all the air: what passes by the racks mixes in before the coolers
        double returnRiseK = heatW > 0.0 ? heatW / capacityWPerK : 0.0; // nothing may flow when there is nothing to carry
        return new(powerW, p.ApproachK + (p.ApproachK + p.AirRiseK) * overload, returnRiseK);
    }
}
