namespace Twin.Core.Components.Cooling;

/// <summary>A water loop: what it holds, how it is pumped, and the machines that take its heat.</summary>
/// <param name="Name">Name that halls refer to.</param>
/// <param name="SupplyC">Set point of the supply [degC].</param>
/// <param name="SupplyLimitC">Highest supply [degC]; work is cut so that it is not passed.</param>
/// <param name="DesignRiseK">Return above supply that the pumps hold [K]; above zero.</param>
/// <param name="DesignHeatW">Heat at the rated flow [W]; above zero.</param>
/// <param name="VolumeM3">Content [m3]; above zero.</param>
/// <param name="Pumps">The circulation pumps.</param>
/// <param name="Fluid">What flows in it.</param>
/// <param name="Sinks">Names of the machines in the order the water meets them, hot to cold; chillers last.</param>
public sealed record LoopParameters(
    string Name,
    double SupplyC,
    double SupplyLimitC,
    double DesignRiseK,
    double DesignHeatW,
    double VolumeM3,
    PumpParameters Pumps,
    Coolant Fluid,
    IReadOnlyList<string> Sinks);

/// <summary>Circulation pumps on a system curve dp = static + rest x (flow / rated flow)^2.</summary>
/// <param name="HeadPa">Pressure rise at rated flow [Pa]; above zero.</param>
/// <param name="StaticFraction">Share of the pressure that stays at low flow [1]; 0 to 1.</param>
/// <param name="EfficiencyFraction">Pump, motor and drive together [1]; above 0, at most 1.</param>
/// <param name="MinimumFlowFraction">Lowest flow as share of the rated one [1]; 0 to 1.</param>
public sealed record PumpParameters(
    double HeadPa, double StaticFraction, double EfficiencyFraction, double MinimumFlowFraction);
