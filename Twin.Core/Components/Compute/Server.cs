namespace Twin.Core.Components.Compute;

/// <summary>How sure a value of the catalogue is.</summary>
public enum Confidence
{
    /// <summary>Nobody has published it; it is our assumption.</summary>
    Assumed,

    /// <summary>A maker, operator or paper states it.</summary>
    Published,

    /// <summary>It was measured on such a machine and published with the measurement.</summary>
    Measured,
}

/// <summary>Where the rating of a server holds.</summary>
public enum RatedAt
{
    /// <summary>At the wall: the losses of the power supplies are inside.</summary>
    Wall,

    /// <summary>Behind the power supplies: their losses come on top.</summary>
    Dc,
}

/// <summary>One type of server as the catalogue knows it.</summary>
/// <param name="Name">Name in the catalogue.</param>
/// <param name="RatedPowerW">Largest power by the maker's rating [W], at the place that <paramref name="RatedAt"/> names; above
/// zero.</param>
/// <param name="RatedAt">Where the rating holds.</param>
/// <param name="Psu">Efficiency of a power supply over its load.</param>
/// <param name="PsuCount">Power supplies that share the load of one server; at least 1.</param>
/// <param name="PsuSizeW">Rated output of one power supply [W]; above zero.</param>
/// <param name="Gpus">GPUs in one server; zero or more.</param>
/// <param name="IdleFraction">Power of an idle server as share of the rating [1]; 0 to 1.</param>
/// <param name="FullFraction">Power of a fully busy server as share of the rating [1]; above idle, at most 1.</param>
/// <param name="FanFraction">Share of a server's power that its fans draw up to 25 degC inlet [1]; 0 to 0.5.</param>
/// <param name="LiquidFraction">Share of the heat behind the power supplies that leaves by liquid [1]; 0 to 1.</param>
/// <param name="Source">Where the values come from.</param>
/// <param name="Confidence">How sure they are.</param>
public sealed record Server(
    string Name,
    double RatedPowerW,
    RatedAt RatedAt,
    EfficiencyCurve Psu,
    int PsuCount,
    double PsuSizeW,
    int Gpus,
    double IdleFraction,
    double FullFraction,
    double FanFraction,
    double LiquidFraction,
    string Source,
    Confidence Confidence);
