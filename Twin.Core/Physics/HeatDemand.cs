namespace Twin.Core.Physics;

/// <summary>Coefficients of a German standard gas and heat profile, sigmoid with two straight lines.</summary>
/// <param name="A">Height of the sigmoid [1].</param>
/// <param name="B">Position of the sigmoid [K]; below zero.</param>
/// <param name="C">Steepness of the sigmoid [1].</param>
/// <param name="D">Share that does not depend on temperature, mostly hot water [1].</param>
/// <param name="HeatingPerK">Slope of the heating line [1/K].</param>
/// <param name="Heating">Heating line at 0 degC [1].</param>
/// <param name="HotWaterPerK">Slope of the hot-water line [1/K].</param>
/// <param name="HotWater">Hot-water line at 0 degC [1].</param>
public readonly record struct SigLinDeProfile(
    double A, double B, double C, double D, double HeatingPerK, double Heating, double HotWaterPerK, double HotWater)
{
    /// <summary>Single-family houses, normal wind.</summary>
    public static SigLinDeProfile SingleFamily { get; } =
        new(1.6209544, -37.1833141, 5.6727847, 0.0716431, -0.04957, 0.8401015, -0.002209, 0.1074468);

    /// <summary>Multi-family houses, normal wind.</summary>
    public static SigLinDeProfile MultiFamily { get; } =
        new(1.2328655, -34.7213605, 5.8164304, 0.0873352, -0.0409284, 0.767292, -0.002232, 0.1199207);

    /// <summary>Trade and services, normal wind.</summary>
    public static SigLinDeProfile Commercial { get; } =
        new(1.3010623, -35.6816144, 6.6857976, 0.1409267, -0.0473428, 0.8141691, -0.0010601, 0.1325092);
}

/// <summary>What a heat network asks for on a day, and how hot it wants it.</summary>
public static class HeatDemand
{
    // The sigmoid has its pole at 40 degC; no daily mean of the profiles' climate comes near.
    private const double PoleC = 40.0;
    private const double HighestC = 39.9;
    private const double LowestC = -60.0;

    /// <summary>Heat of a day over the heat of a day at 8 degC, sigmoid plus lines.</summary>
    /// <param name="referenceC">As <see cref="ReferenceTemperatureC"/> gives it [degC]; −60 up, above 39.9 counts as 39.9.</param>
    /// <param name="p">Profile.</param>
    /// <returns>Dimensionless daily heat; 1 at 8 degC.</returns>
    /// <remarks>
    /// h = A/(1 + (B/(T − 40))^C) + D + max(m_s·T + b_s, m_w·T + b_w).
    /// Source: BDEW/VKU/GEODE guideline on standard load profiles for gas; coefficients as in O. Ruhnau et al., when2heat.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is not finite or below −60 degC.</exception>
    public static double SigLinDe(double referenceC, in SigLinDeProfile p)
    {
        double t = Clamped(referenceC);
        double lines = Math.Max(p.HeatingPerK * t + p.Heating, p.HotWaterPerK * t + p.HotWater);
        return SigmoidAt(t, p.A, p.B, p.C, p.D) + lines;
    }

    /// <summary>Heat of a day over the heat of a day at 8 degC, the older profiles without lines.</summary>
    /// <param name="referenceC">Weighted daily mean [degC]; −60 up, above 39.9 counts as 39.9.</param>
    /// <param name="a">Height of the sigmoid [1].</param>
    /// <param name="b">Position of the sigmoid [K]; below zero.</param>
    /// <param name="c">Steepness of the sigmoid [1].</param>
    /// <param name="d">Share that does not depend on temperature [1]; 0 without hot water.</param>
    /// <returns>Dimensionless daily heat; about 1 at 8 degC.</returns>
    /// <remarks>h = A/(1 + (B/(T − 40))^C) + D. Source: BDEW standard load profiles, as in oemof demandlib.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or outside its range.</exception>
    public static double Sigmoid(double referenceC, double a, double b, double c, double d) =>
        SigmoidAt(Clamped(referenceC), a, b, c, d);

    /// <summary>Daily mean that remembers three days before, as walls do.</summary>
    /// <param name="todayC">Mean of the day [degC].</param>
    /// <param name="oneDayAgoC">Mean of the day before [degC]; at the begin of a series, its first value.</param>
    /// <param name="twoDaysAgoC">Mean two days before [degC].</param>
    /// <param name="threeDaysAgoC">Mean three days before [degC].</param>
    /// <returns>Reference temperature [degC], weights 1, 0.5, 0.25, 0.125.</returns>
    /// <remarks>Source: BDEW/VKU/GEODE guideline on standard load profiles for gas.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite.</exception>
    public static double ReferenceTemperatureC(double todayC, double oneDayAgoC, double twoDaysAgoC, double threeDaysAgoC)
    {
        Require.Finite(todayC);
        Require.Finite(oneDayAgoC);
        Require.Finite(twoDaysAgoC);
        Require.Finite(threeDaysAgoC);
        return (todayC + 0.5 * oneDayAgoC + 0.25 * twoDaysAgoC + 0.125 * threeDaysAgoC) / 1.875;
    }

    /// <summary>Degree-day number of one day: room minus outdoor temperature on days that are heated.</summary>
    /// <param name="dailyMeanC">Mean of the day [degC].</param>
    /// <param name="roomC">Room temperature, 20 by VDI 3807; the heating limit itself for heating degree days [degC].</param>
    /// <param name="heatingLimitC">Days at or above this mean are not heated [degC]; not above the room temperature.</param>
    /// <returns>Degree days [K d]; zero or more.</returns>
    /// <remarks>Source: VDI 3807 and VDI 4710: G20/15, G20/12, and with both at 15 the heating degree days.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite, or the limit lies above the room.</exception>
    public static double DegreeDaysKd(double dailyMeanC, double roomC, double heatingLimitC)
    {
        Require.Finite(dailyMeanC);
        Require.Finite(roomC);
        Require.InRange(heatingLimitC, -273.15, roomC);
        return dailyMeanC < heatingLimitC ? roomC - dailyMeanC : 0.0;
    }

    /// <summary>Cooling degree days of one day.</summary>
    /// <param name="dailyMeanC">Mean of the day [degC].</param>
    /// <param name="baseC">Mean above which a building is cooled [degC].</param>
    /// <returns>Degree days [K d]; zero or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite.</exception>
    public static double CoolingDegreeDaysKd(double dailyMeanC, double baseC)
    {
        Require.Finite(dailyMeanC);
        Require.Finite(baseC);
        return Math.Max(0.0, dailyMeanC - baseC);
    }

    /// <summary>Supply temperature of a heat network by its heating curve.</summary>
    /// <param name="outdoorC">Outdoor temperature, often a mean over days [degC].</param>
    /// <param name="coldC">Outdoor temperature at and below which the supply is hottest [degC].</param>
    /// <param name="supplyAtColdC">Supply temperature there [degC].</param>
    /// <param name="mildC">Outdoor temperature at and above which the supply is coolest [degC]; above the cold one.</param>
    /// <param name="supplyAtMildC">Supply temperature there [degC].</param>
    /// <returns>Supply temperature [degC]; a straight line between the two points, constant beyond.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite, or the points are in the wrong order.</exception>
    public static double SupplyTemperatureC(
        double outdoorC, double coldC, double supplyAtColdC, double mildC, double supplyAtMildC)
    {
        Require.Finite(outdoorC);
        Require.Finite(coldC);
        Require.Finite(supplyAtColdC);
        Require.Finite(mildC);
        Require.Finite(supplyAtMildC);
        double spanK = mildC - coldC;
        Require.AboveZero(spanK);
        return Numerics.Interpolate([coldC, mildC], [supplyAtColdC, supplyAtMildC], outdoorC);
    }

    private static double Clamped(double referenceC)
    {
        Require.Finite(referenceC);
        Require.InRange(referenceC, LowestC, double.MaxValue);
        return Math.Min(referenceC, HighestC);
    }

    private static double SigmoidAt(double t, double a, double b, double c, double d)
    {
        Require.Finite(a);
        Require.InRange(b, double.MinValue, 0.0);
        Require.Finite(c);
        Require.Finite(d);
        return a / (1.0 + Math.Pow(b / (t - PoleC), c)) + d;
    }
}
