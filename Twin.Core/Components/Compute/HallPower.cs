namespace Twin.Core.Components.Compute;

/// <summary>What a hall draws and where its heat goes, mean over the tick.</summary>
/// <param name="ServerPowerW">All servers at the wall, fans inside [W].</param>
/// <param name="ServerFanPowerW">Of which the servers' own fans [W].</param>
/// <param name="PsuLossW">Of which lost in the power supplies [W].</param>
/// <param name="NetworkPowerW">Network, storage and management [W].</param>
/// <param name="DistributionLossW">Lost in busbars and distribution units [W].</param>
/// <param name="LiquidHeatW">Heat that leaves by the cold plates [W].</param>
/// <param name="AirHeatW">Heat that leaves by the room air [W].</param>
/// <param name="BusyGpus">GPUs at work [1].</param>
/// <param name="ThrottledGpus">GPUs that had work and were kept from it [1].</param>
public readonly record struct HallPower(
    double ServerPowerW,
    double ServerFanPowerW,
    double PsuLossW,
    double NetworkPowerW,
    double DistributionLossW,
    double LiquidHeatW,
    double AirHeatW,
    double BusyGpus,
    double ThrottledGpus)
{
    /// <summary>Inlet temperature up to which server fans stay at their lowest speed [degC]; assumed.</summary>
    public const double FanReferenceC = 25.0;

    /// <summary>Rise of the fan speed per kelvin above it [1/K]; assumed: +40 % speed at 35 degC.</summary>
    public const double FanSpeedPerK = 0.04;

    /// <summary>Full fan speed over the lowest one [1]; assumed: fans idle at half their speed.</summary>
    public const double HighestFanSpeed = 2.0;

    /// <summary>Power at the output of the distribution units [W].</summary>
    public double DeliveredW => ServerPowerW + NetworkPowerW;

    /// <summary>Power that the UPS, or the low-voltage bus, hands to the hall [W].</summary>
    public double DrawnW => DeliveredW + DistributionLossW;

    /// <summary>Power and heat of a hall whose work is cut to a share.</summary>
    /// <param name="hall">The hall.</param>
    /// <param name="wish">What its racks ask for.</param>
    /// <param name="allowedFraction">Share of the work that may run [1]; 0 to 1.</param>
    /// <param name="inletC">Air at the rack inlet at the begin of the tick [degC].</param>
    /// <returns>Powers and heats, mean over the tick.</returns>
    /// <remarks>Fans follow the cube law above <see cref="FanReferenceC"/>, up to their full speed; the supplies of all servers run at
    /// the hall's mean load.</remarks>
    public static HallPower Step(HallParameters hall, in RackWish wish, double allowedFraction, double inletC)
    {
        Server server = hall.Server;
        double coolW = wish.IdlePowerW + allowedFraction * wish.BusyPowerW;
        double speed = Math.Clamp(1.0 + FanSpeedPerK * (inletC - FanReferenceC), 1.0, HighestFanSpeed);
        double fanW = server.FanFraction * coolW * speed * speed * speed;
        double ratedSideW = (1.0 - server.FanFraction) * coolW + fanW;
        double psuRatedW = (double)hall.Servers * server.PsuCount * server.PsuSizeW;

        // A rating at the wall holds the losses already: the curve only says which part of it they are.
        double dcW = server.RatedAt == RatedAt.Dc ? ratedSideW : server.Psu.OutputW(ratedSideW, psuRatedW);
        double lossW = server.Psu.LossW(dcW, psuRatedW);
        double wallW = server.RatedAt == RatedAt.Dc ? dcW + lossW : ratedSideW;
        if (server.RatedAt == RatedAt.Wall)
        {
            lossW = wallW - dcW;
        }

        double networkW = hall.Chain.NetworkFraction * wallW;
        double liquidW = server.LiquidFraction * dcW;
        return new(
            wallW,
            fanW,
            lossW,
            networkW,
            hall.Chain.DistributionLossFraction * (wallW + networkW),
            liquidW,
            wallW + networkW - liquidW,
            allowedFraction * wish.BusyGpus,
            (1.0 - allowedFraction) * wish.BusyGpus);
    }
}
