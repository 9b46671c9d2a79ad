namespace Twin.Core.Components.Cooling;

/// <summary>How the river pumps are led.</summary>
public enum RiverFlowControl
{
    /// <summary>The flow follows the heat, so that the river water leaves a fixed number of kelvin warmer.</summary>
    ConstantRise,

    /// <summary>The flow stays at the design flow whenever the exchanger runs.</summary>
    ConstantFlow,
}

/// <summary>Plate exchangers between a loop and the river, with the intake pumps.</summary>
/// <param name="Name">Name that a loop's sinks refer to.</param>
/// <param name="Bank">Exchangers, the heat of one [W] at design, and how many are out.</param>
/// <param name="ApproachK">Loop outlet above river intake at design [K]; above zero.</param>
/// <param name="Control">How the pumps are led.</param>
/// <param name="RiseK">Warming of the river water through the exchanger at design [K]; above zero.</param>
/// <param name="MinimumFlowFraction">Lowest river flow as share of the design flow [1]; 0 to 1.</param>
/// <param name="LiftM">Head of the intake: screens, exchanger, pipe and lift [m]; zero or more.</param>
/// <param name="EfficiencyFraction">Pump, motor and drive together [1]; above 0, at most 1.</param>
public sealed record RiverExchangerParameters(
    string Name,
    UnitBank Bank,
    double ApproachK,
    RiverFlowControl Control,
    double RiseK,
    double MinimumFlowFraction,
    double LiftM,
    double EfficiencyFraction);

/// <summary>Dry coolers on the roof.</summary>
/// <param name="Name">Name that a loop's sinks or a chiller's condenser refer to.</param>
/// <param name="Bank">Coolers, the heat of one [W] at design, and how many are out.</param>
/// <param name="ApproachK">Water outlet above air at design [K]; above zero.</param>
/// <param name="FanPowerW">Electric power of one cooler at full speed [W]; zero or more.</param>
public sealed record DryCoolerParameters(string Name, UnitBank Bank, double ApproachK, double FanPowerW);

/// <summary>Compression chillers.</summary>
/// <param name="Name">Name that a loop's sinks refer to.</param>
/// <param name="Bank">Chillers, the cooling of one [W], and how many are out.</param>
/// <param name="Condenser">"river" (under the same permit) or the name of a dry cooler.</param>
/// <param name="CarnotFraction">Share of the Carnot COP between the refrigerant temperatures [1]; 0.5 to 0.6 usual.</param>
public sealed record ChillerParameters(string Name, UnitBank Bank, string Condenser, double CarnotFraction)
{
    /// <summary>Whether the condenser gives its heat to the river.</summary>
    public bool IsOnRiver => Condenser == "river";
}

/// <summary>What the water authority allows; a threshold is passed when strictly exceeded.</summary>
/// <param name="IntakeM3PerS">Largest water flow taken [m3/s]; above zero.</param>
/// <param name="ReturnRiseK">Largest warming of the water taken [K].</param>
/// <param name="ReturnTemperatureC">Highest temperature of the water returned [degC].</param>
/// <param name="MixedRiseK">Largest warming of the river after full mixing [K].</param>
/// <param name="MixedTemperatureC">Highest river temperature after full mixing [degC].</param>
/// <param name="RiverTemperatureC">River temperature upstream above which no heat may be added [degC]; infinity where unlimited.</param>
/// <param name="Closed">Spans in which nothing may be taken, [From, To) in seconds since 1970-01-01T00:00Z.</param>
public sealed record RiverPermit(
    double IntakeM3PerS,
    double ReturnRiseK,
    double ReturnTemperatureC,
    double MixedRiseK,
    double MixedTemperatureC,
    double RiverTemperatureC,
    IReadOnlyList<(long FromUnixS, long ToUnixS)> Closed);
