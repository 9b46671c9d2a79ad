namespace Twin.Core.Physics;

/// <summary>A standing cylinder of water, hot above and cold below a sharp thermocline.</summary>
/// <param name="DiameterM">Inner diameter [m]; above zero.</param>
/// <param name="HeightM">Height of the water [m]; above zero.</param>
/// <param name="UValueWPerM2K">Heat transmission of the wall [W/(m² K)]; zero or more.</param>
/// <param name="HotC">Temperature of the hot zone [degC]; above the cold one.</param>
/// <param name="ColdC">Temperature of the cold zone [degC].</param>
/// <param name="DensityKgPerM3">Density of the water [kg/m³]; above zero.</param>
/// <param name="SpecificHeatJPerKgK">Heat capacity of the water [J/(kg K)]; above zero.</param>
public readonly record struct TwoZoneTank(
    double DiameterM,
    double HeightM,
    double UValueWPerM2K,
    double HotC,
    double ColdC,
    double DensityKgPerM3,
    double SpecificHeatJPerKgK);

/// <summary>Losses of a two-zone tank as a line in its content: rate·E + relative·E_full + absolute.</summary>
/// <param name="RatePerS">Loss through the hot side wall over stored energy [1/s].</param>
/// <param name="RelativePerS">Loss of a wall all cold over the full content [1/s]; negative in a warm environment.</param>
/// <param name="AbsoluteW">Loss through lid and floor [W].</param>
public readonly record struct TwoZoneLosses(double RatePerS, double RelativePerS, double AbsoluteW);

/// <summary>Hot-water storage with two ideally layered zones.</summary>
/// <remarks>Source: the stratified thermal storage of oemof-thermal, from the heat balance of a standing cylinder.</remarks>
public static class Storage
{
    /// <summary>Heat transmission of an insulated wall.</summary>
    /// <param name="insulationM">Thickness of the insulation [m]; zero or more.</param>
    /// <param name="conductivityWPerMK">Its conductivity [W/(m K)]; above zero.</param>
    /// <param name="innerWPerM2K">Heat transfer on the inside [W/(m² K)]; above zero.</param>
    /// <param name="outerWPerM2K">Heat transfer on the outside [W/(m² K)]; above zero.</param>
    /// <returns>U [W/(m² K)] = 1/(1/α_i + s/λ + 1/α_o).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double UValueWPerM2K(
        double insulationM, double conductivityWPerMK, double innerWPerM2K, double outerWPerM2K)
    {
        Require.AtLeastZero(insulationM);
        Require.AboveZero(conductivityWPerMK);
        Require.AboveZero(innerWPerM2K);
        Require.AboveZero(outerWPerM2K);
        return 1.0 / (1.0 / innerWPerM2K + insulationM / conductivityWPerMK + 1.0 / outerWPerM2K);
    }

    /// <summary>Volume of the tank.</summary>
    /// <param name="tank">Tank.</param>
    /// <returns>Volume [m³].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A member of the tank is NaN or outside its range.</exception>
    public static double VolumeM3(in TwoZoneTank tank)
    {
        RequireTank(tank);
        return Math.PI * tank.DiameterM * tank.DiameterM / 4.0 * tank.HeightM;
    }

    /// <summary>Surface of the tank: side wall, lid and floor.</summary>
    /// <param name="tank">Tank.</param>
    /// <returns>Surface [m²].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A member of the tank is NaN or outside its range.</exception>
    public static double SurfaceM2(in TwoZoneTank tank)
    {
        RequireTank(tank);
        return Math.PI * tank.DiameterM * (tank.HeightM + tank.DiameterM / 2.0);
    }

    /// <summary>Energy between all cold and all hot.</summary>
    /// <param name="tank">Tank.</param>
    /// <returns>Capacity [J].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A member of the tank is NaN or outside its range.</exception>
    public static double CapacityJ(in TwoZoneTank tank) =>
        VolumeM3(tank) * tank.DensityKgPerM3 * tank.SpecificHeatJPerKgK * (tank.HotC - tank.ColdC);

    /// <summary>Losses of the tank in an environment of constant temperature.</summary>
    /// <param name="tank">Tank.</param>
    /// <param name="environmentC">Temperature of the environment [degC].</param>
    /// <returns>The three coefficients of the loss.</returns>
    /// <remarks>
    /// β = 4U/(d·ρ·cp), γ = β·(T_c − T_0)/(T_h − T_c), δ = U·π·d²/4·(T_h + T_c − 2·T_0); loss = β·E + γ·E_full + δ.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A member of the tank or the environment is NaN or outside its range.</exception>
    public static TwoZoneLosses Losses(in TwoZoneTank tank, double environmentC)
    {
        RequireTank(tank);
        Require.Finite(environmentC);
        double ratePerS = 4.0 * tank.UValueWPerM2K / (tank.DiameterM * tank.DensityKgPerM3 * tank.SpecificHeatJPerKgK);
        double relativePerS = ratePerS * (tank.ColdC - environmentC) / (tank.HotC - tank.ColdC);
        double endM2 = Math.PI * tank.DiameterM * tank.DiameterM / 4.0;
        double absoluteW = tank.UValueWPerM2K * endM2 * (tank.HotC + tank.ColdC - 2.0 * environmentC);
        return new(ratePerS, relativePerS, absoluteW);
    }

    private static void RequireTank(in TwoZoneTank tank)
    {
        Require.AboveZero(tank.DiameterM);
        Require.AboveZero(tank.HeightM);
        Require.AtLeastZero(tank.UValueWPerM2K);
        Require.Finite(tank.ColdC);
        Require.Finite(tank.HotC);
        double spanK = tank.HotC - tank.ColdC;
        Require.AboveZero(spanK);
        Require.AboveZero(tank.DensityKgPerM3);
        Require.AboveZero(tank.SpecificHeatJPerKgK);
    }
}
