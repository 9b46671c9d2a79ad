namespace Twin.Core.Physics;

/// <summary>What a permit allows a site to do to its river.</summary>
/// <param name="MaxRiseK">Largest rise of the fully mixed river [K]; zero or more.</param>
/// <param name="MaxRiverC">Highest temperature of the fully mixed river [degC].</param>
/// <param name="MaxAbstractionFraction">Largest share of the discharge that may be taken [1]; 0 to 1.</param>
/// <param name="MaxReturnRiseK">Largest rise between intake and return [K]; zero or more.</param>
/// <param name="MaxReturnC">Highest temperature of the return [degC].</param>
public readonly record struct RiverLimits(
    double MaxRiseK, double MaxRiverC, double MaxAbstractionFraction, double MaxReturnRiseK, double MaxReturnC);

/// <summary>What of an offered heat the river may take.</summary>
/// <param name="MixingCapacityW">Heat that the mixed river may take [W].</param>
/// <param name="AbstractionCapacityW">Heat that the abstracted water may carry [W].</param>
/// <param name="HeatToRiverW">Heat that goes to the river [W].</param>
/// <param name="HeatRemainingW">Heat that others must take [W].</param>
public readonly record struct RiverRejection(
    double MixingCapacityW, double AbstractionCapacityW, double HeatToRiverW, double HeatRemainingW);

/// <summary>Rivers as heat sinks: how warm they are and how much they may take. Full mixing is assumed.</summary>
public static class River
{
    /// <summary>Heat capacity of river water by volume, 999 kg/m³ times 4190 J/(kg K), for permits [J/(m³ K)].</summary>
    public const double VolumetricHeatJPerM3K = 999.0 * 4190.0;

    /// <summary>Coldest that a flowing river gets [degC]; below, an intake ices up.</summary>
    public const double IcingC = 0.2;

    /// <summary>Time constant of the air temperature behind <see cref="AlpineTemperatureC"/> [s].</summary>
    public const double AlpineSmoothingS = 1.6083 * 86_400.0;

    private const double DaysPerYear = 365.25;

    /// <summary>Rise of the fully mixed river, with density and heat capacity of its own temperature.</summary>
    /// <param name="heatW">Heat put into the river [W]; negative where a heat pump cools it.</param>
    /// <param name="dischargeM3PerS">Discharge [m³/s]; above zero.</param>
    /// <param name="temperatureC">River temperature upstream [degC]; 0 to 100.</param>
    /// <returns>Rise [K].</returns>
    /// <remarks>ΔT = Q/(ρ·cp·V̇).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double MixedRiseK(double heatW, double dischargeM3PerS, double temperatureC)
    {
        Require.Finite(heatW);
        Require.AboveZero(dischargeM3PerS);
        return heatW / (Water.DensityKgPerM3(temperatureC) * Water.SpecificHeatJPerKgK(temperatureC) * dischargeM3PerS);
    }

    /// <summary>Rise of the fully mixed river with the round numbers of a permit.</summary>
    /// <param name="heatW">Heat put into the river [W]; negative where a heat pump cools it.</param>
    /// <param name="dischargeM3PerS">Discharge [m³/s]; above zero.</param>
    /// <returns>Rise [K], with <see cref="VolumetricHeatJPerM3K"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double MixedRiseK(double heatW, double dischargeM3PerS)
    {
        Require.Finite(heatW);
        Require.AboveZero(dischargeM3PerS);
        return heatW / (VolumetricHeatJPerM3K * dischargeM3PerS);
    }

    /// <summary>Heat that the fully mixed river may take under its limits.</summary>
    /// <param name="dischargeM3PerS">Discharge [m³/s]; zero or more.</param>
    /// <param name="temperatureC">River temperature upstream [degC].</param>
    /// <param name="limits">Limits of the permit.</param>
    /// <returns>Capacity [W]; zero when the river is already too warm.</returns>
    /// <remarks>ρ·cp·V̇·min(ΔT_max, T_max − T), not below zero. Source: heat balance of the mixed stream.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double MixingCapacityW(double dischargeM3PerS, double temperatureC, in RiverLimits limits)
    {
        Require.AtLeastZero(dischargeM3PerS);
        Require.Finite(temperatureC);
        Require.AtLeastZero(limits.MaxRiseK);
        Require.Finite(limits.MaxRiverC);
        double riseK = Math.Max(0.0, Math.Min(limits.MaxRiseK, limits.MaxRiverC - temperatureC));
        return VolumetricHeatJPerM3K * dischargeM3PerS * riseK;
    }

    /// <summary>Heat that the water a site may take out and give back can carry.</summary>
    /// <param name="dischargeM3PerS">Discharge [m³/s]; zero or more.</param>
    /// <param name="temperatureC">River temperature upstream [degC].</param>
    /// <param name="limits">Limits of the permit.</param>
    /// <returns>Capacity [W]; zero when the river is already too warm.</returns>
    /// <remarks>ρ·cp·f·V̇·min(ΔT_return, T_return − T), not below zero.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double AbstractionCapacityW(double dischargeM3PerS, double temperatureC, in RiverLimits limits)
    {
        Require.AtLeastZero(dischargeM3PerS);
        Require.Finite(temperatureC);
        Require.Fraction(limits.MaxAbstractionFraction);
        Require.AtLeastZero(limits.MaxReturnRiseK);
        Require.Finite(limits.MaxReturnC);
        double riseK = Math.Max(0.0, Math.Min(limits.MaxReturnRiseK, limits.MaxReturnC - temperatureC));
        return VolumetricHeatJPerM3K * limits.MaxAbstractionFraction * dischargeM3PerS * riseK;
    }

    /// <summary>Splits an offered heat into what the river may take and what remains for others.</summary>
    /// <param name="heatW">Heat offered [W]; zero or more.</param>
    /// <param name="dischargeM3PerS">Discharge [m³/s]; zero or more.</param>
    /// <param name="temperatureC">River temperature upstream [degC].</param>
    /// <param name="limits">Limits of the permit.</param>
    /// <returns>Both capacities and both parts of the heat.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static RiverRejection Reject(double heatW, double dischargeM3PerS, double temperatureC, in RiverLimits limits)
    {
        Require.AtLeastZero(heatW);
        double mixingW = MixingCapacityW(dischargeM3PerS, temperatureC, limits);
        double abstractionW = AbstractionCapacityW(dischargeM3PerS, temperatureC, limits);
        double toRiverW = Math.Min(heatW, Math.Min(mixingW, abstractionW));
        return new(mixingW, abstractionW, toRiverW, heatW - toRiverW);
    }

    /// <summary>Temperature of an Alpine river from smoothed air temperature, season and hour.</summary>
    /// <param name="smoothedAirC">Air temperature, smoothed exponentially with <see cref="AlpineSmoothingS"/> [degC]; −50 to 50.</param>
    /// <param name="dayOfYear">Day of the year [d]; 1 to 366.</param>
    /// <param name="hourUtc">Hour of the day in UTC [h]; 0 to 24.</param>
    /// <returns>Water temperature [degC]; the bare fit, which ice does not stop: not below <see cref="IcingC"/> in use.</returns>
    /// <remarks>
    /// Least-squares fit to the hourly Eisbach in Munich, 2018 and 2024: 0.96 K rms there, 1.11 K and 3.9 K at worst in 2025.
    /// T = 7.189 + 0.3442·S + 4.1065·cos(2π(d − 220.66)/365.25) + 0.2511·(1 − cos(2πd/365.25))·cos(2π(h − 18.166)/24).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double AlpineTemperatureC(double smoothedAirC, double dayOfYear, double hourUtc)
    {
        Require.InRange(smoothedAirC, -50.0, 50.0);
        Require.InRange(dayOfYear, 1.0, 367.0);
        Require.InRange(hourUtc, 0.0, 24.0);
        double season = 4.1065 * Math.Cos(Math.Tau * (dayOfYear - 220.66) / DaysPerYear);
        double summer = 0.5 * (1.0 - Math.Cos(Math.Tau * dayOfYear / DaysPerYear));
        double daily = 0.5022 * summer * Math.Cos(Math.Tau * (hourUtc - 18.166) / 24.0);
        return 7.189 + 0.3442 * smoothedAirC + season + daily;
    }

    /// <summary>Temperature of a lowland river from the air temperature of two weeks; 1.3 to 2.8 K too warm for Alpine summers.</summary>
    /// <param name="airMean13DaysC">Mean air temperature of the last 13 days [degC]; −50 to 50.</param>
    /// <returns>Water temperature [degC]; the bare regression, not below <see cref="IcingC"/> in use.</returns>
    /// <remarks>
    /// T = −0.957 + 28.212/(1 + exp(0.137·(12.434 − T_air))). Source: M. S. Triebs and G. Tsatsaronis, ECOS 2022, as in PyPSA-Eur.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is NaN or outside its range.</exception>
    public static double LowlandTemperatureC(double airMean13DaysC)
    {
        Require.InRange(airMean13DaysC, -50.0, 50.0);
        return -0.957 + 28.212 / (1.0 + Math.Exp(0.137 * (12.434 - airMean13DaysC)));
    }
}
