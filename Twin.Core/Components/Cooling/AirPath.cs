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

/// <summary>The cold-plate path of a hall: coolant distribution units between plates and loop.</summary>
/// <param name="Loop">Water loop that takes the heat.</param>
/// <param name="InletLimitC">Highest coolant temperature at the rack [degC]; work is cut above.</param>
/// <param name="Bank">Units, the heat of one [W], and how many are out.</param>
/// <param name="ApproachK">Coolant supply above loop supply [K]; zero or more.</param>
/// <param name="PumpPowerFraction">Electric power of a unit at rated flow as share of its rated heat [1]; 0 to 0.1.</param>
public sealed record LiquidPathParameters(
    string Loop, double InletLimitC, UnitBank Bank, double ApproachK, double PumpPowerFraction);
