namespace Twin.Core.Components.HeatReuse;

/// <summary>Warms the network's return where the loop is warmer than it: heat without a compressor.</summary>
public static class DirectExchanger
{
    /// <summary>Heat handed over [W].</summary>
    /// <param name="p">The exchanger.</param>
    /// <param name="wantedW">Heat the network wants [W]; zero or more.</param>
    /// <param name="loopInC">Loop water at the inlet [degC].</param>
    /// <param name="loopCapacityWPerK">Flow times specific heat of the loop [W/K]; above zero.</param>
    /// <param name="loopLimitW">Heat the loop has to give [W]; zero or more.</param>
    /// <param name="returnC">Network return [degC].</param>
    /// <param name="supplyC">Network supply [degC]; above the return.</param>
    /// <returns>Heat [W]; at most the wanted share that the loop's temperature reaches.</returns>
    /// <remarks>
    /// The network's flow is wanted / (supply - return); it can be warmed to loop inlet - approach, and the loop cannot be
    /// cooled below return + approach.
    /// </remarks>
    public static double HeatW(
        DirectExchangerParameters p,
        double wantedW,
        double loopInC,
        double loopCapacityWPerK,
        double loopLimitW,
        double returnC,
        double supplyC)
    {
        double spanK = loopInC - p.ApproachK - returnC;
        if (spanK <= 0.0 || wantedW <= 0.0)
        {
            return 0.0;
        }

        double reachedFraction = Math.Min(1.0, spanK / (supplyC - returnC));
        double heatW = Math.Min(wantedW * reachedFraction, loopCapacityWPerK * spanK);
        return Math.Min(heatW, Math.Min(p.SizeW, loopLimitW));
    }
}
