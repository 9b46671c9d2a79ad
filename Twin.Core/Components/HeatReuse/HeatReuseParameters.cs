using Twin.Core.Physics;
using Twin.Core.Series;

namespace Twin.Core.Components.HeatReuse;

/// <summary>Heat pumps that lift loop heat to the network.</summary>
/// <param name="Name">Name that a loop's sinks refer to.</param>
/// <param name="Refrigerant">Working fluid; its constants are in <see cref="HeatPumpCycle"/>.</param>
/// <param name="UnitsW">Heat that each unit delivers at most [W]; above zero each.</param>
/// <param name="Out">Units out of service, the largest first; 0 to the number of units.</param>
/// <param name="PlanningFactor">COP of the plant over COP of the formula [1]; 0.85 to 1, 0.9 for planning.</param>
/// <param name="MinimumLoadFraction">Lowest load of a unit [1]; 0 to 1.</param>
/// <param name="PinchK">Pinch of evaporator and condenser [K]; above zero.</param>
/// <param name="SourceCoolingK">Cooling of the branch of loop water that runs through the evaporators [K]; above zero.</param>
public sealed record HeatPumpParameters(
    string Name,
    Refrigerant Refrigerant,
    IReadOnlyList<double> UnitsW,
    int Out,
    double PlanningFactor,
    double MinimumLoadFraction,
    double PinchK,
    double SourceCoolingK);

/// <summary>A plate exchanger that warms the network's return directly where the loop is warm enough.</summary>
/// <param name="Name">Name that a loop's sinks refer to.</param>
/// <param name="SizeW">Largest heat [W]; above zero.</param>
/// <param name="ApproachK">Loop return above what the network leaves with [K]; above zero.</param>
public sealed record DirectExchangerParameters(string Name, double SizeW, double ApproachK);

/// <summary>The network that takes the heat.</summary>
/// <param name="Demand">What the quarter asks for.</param>
/// <param name="Supply">Its temperatures.</param>
/// <param name="Tank">The tank beside the heat pump; null without one.</param>
/// <param name="PriceEurPerMWh">Paid for heat handed over [EUR/MWh].</param>
/// <param name="HeatPumpInside">Whether the heat pump lies inside the centre's boundary (its electricity then counts in the PUE).</param>
public sealed record DistrictHeatParameters(
    HeatDemandParameters Demand,
    NetworkTemperatures Supply,
    TankParameters? Tank,
    double PriceEurPerMWh,
    bool HeatPumpInside);

/// <summary>Heat demand of the quarter: a series, or a hot-water base with a heating line scaled on the normal year.</summary>
/// <param name="Series">Demand over time [W]; null when it follows the weather.</param>
/// <param name="HotWaterW">Demand that does not follow the weather [W]; zero or more.</param>
/// <param name="HeatingWPerK">Demand per kelvin below the heating limit [W/K]; zero or more.</param>
/// <param name="HeatingLimitC">Outdoor temperature from which nothing is heated [degC].</param>
public sealed record HeatDemandParameters(ISeries? Series, double HotWaterW, double HeatingWPerK, double HeatingLimitC);

/// <summary>Supply of the network as a line over the outdoor temperature, flat beyond its ends, and its return.</summary>
/// <param name="ColdC">Outdoor temperature of the cold end [degC].</param>
/// <param name="SupplyAtColdC">Supply at and below it [degC].</param>
/// <param name="MildC">Outdoor temperature of the mild end [degC]; above the cold one.</param>
/// <param name="SupplyAtMildC">Supply at and above it [degC].</param>
/// <param name="ReturnC">Return [degC]; below every supply.</param>
public sealed record NetworkTemperatures(
    double ColdC, double SupplyAtColdC, double MildC, double SupplyAtMildC, double ReturnC);

/// <summary>A hot-water tank between heat pump and network, as usable energy above the network's return.</summary>
/// <param name="CapacityJ">Energy between full and empty [J]; above zero.</param>
/// <param name="LossPerS">Loss that follows the charge [1/s]; zero or more.</param>
/// <param name="StandingLossW">Loss of a tank at the network's return [W]; zero or more.</param>
public sealed record TankParameters(double CapacityJ, double LossPerS, double StandingLossW);
