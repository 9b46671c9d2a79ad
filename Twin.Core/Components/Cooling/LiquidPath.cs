using Twin.Core.Physics;

namespace Twin.Core.Components.Cooling;

/// <summary>The cold-plate path of a hall: coolant distribution units between plates and loop.</summary>
/// <param name="Loop">Water loop that takes the heat.</param>
/// <param name="InletLimitC">Highest coolant temperature at the rack [degC]; work is cut above.</param>
/// <param name="Bank">Units, the heat of one [W], and how many are out.</param>
/// <param name="ApproachK">Coolant supply above loop supply at rated heat [K]; above zero.</param>
/// <param name="CoolantRiseK">Warming of the coolant through the racks that the pumps hold [K]; above zero.</param>
/// <param name="Coolant">What flows through the plates.</param>
/// <param name="PumpPowerFraction">Electric power of a unit at rated flow as share of its rated heat [1]; 0 to 0.1.</param>
public sealed record LiquidPathParameters(
    string Loop,
    double InletLimitC,
    UnitBank Bank,
    double ApproachK,
    double CoolantRiseK,
    Coolant Coolant,
    double PumpPowerFraction);

/// <summary>What the coolant distribution units of a hall do, mean over the tick.</summary>
/// <param name="PumpPowerW">Electric power of their pumps [W]; it warms the coolant.</param>
/// <param name="InletRiseK">Coolant at the rack above loop supply [K].</param>
/// <param name="PlateRiseK">Case of a chip above the coolant at the rack [K].</param>
/// <param name="ReturnRiseK">Coolant behind the racks above that before them [K].</param>
public readonly record struct LiquidPathStep(double PumpPowerW, double InletRiseK, double PlateRiseK, double ReturnRiseK);

/// <summary>Coolant distribution units and cold plates of a hall: plate exchangers whose conductance follows both flows.</summary>
/// <remarks>
/// The coolant flow follows the heat so that its rise holds; the valve on the loop side follows it so that the loop's rise holds. With
/// both flows a little less than the conductance, the approach falls slowly with the load; beyond the rating the flows stay and the
/// approach grows. One plate for each GPU carries an equal part of the liquid heat, CPU and switches inside: assumed, on the safe side.
/// Sources: see <see cref="PlateExchanger"/> and <see cref="ColdPlate"/>.
/// </remarks>
public sealed class LiquidPath
{
    private const double HighestC = 99.0; // as far as properties of water are known without pressure; beyond it they hardly move
    private const double LowestFlow = 0.3; // what the cold plates need at rest; assumed
    private readonly LiquidPathParameters p;
    private readonly double ratedW;
    private readonly double plates;
    private readonly double loopLowestFlow;
    private readonly double coolantCapacityWPerK;
    private readonly double loopCapacityWPerK;
    private readonly double plateFlowM3PerS;
    private readonly PlateExchanger? exchanger;

    /// <summary>Sizes the exchangers for their loop.</summary>
    /// <param name="parameters">What the owner chose.</param>
    /// <param name="loop">The loop that takes the heat.</param>
    /// <param name="gpus">GPUs of the hall; zero or more.</param>
    public LiquidPath(LiquidPathParameters parameters, LoopParameters loop, int gpus)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(loop);
        p = parameters;
        ratedW = p.Bank.AvailableW;
        plates = Math.Max(1, gpus);
        loopLowestFlow = loop.Pumps.MinimumFlowFraction;
        coolantCapacityWPerK = ratedW / p.CoolantRiseK;
        loopCapacityWPerK = ratedW / loop.DesignRiseK;
        if (ratedW <= 0.0)
        {
            return; // all units out
        }

        double coolantC = Math.Min(HighestC, loop.SupplyC + p.ApproachK + 0.5 * p.CoolantRiseK);
        double loopC = Math.Min(HighestC, loop.SupplyC + 0.5 * loop.DesignRiseK);
        double coolantKgPerS = coolantCapacityWPerK / p.Coolant.SpecificHeatJPerKgK(coolantC);
        double loopKgPerS = loopCapacityWPerK / loop.Fluid.SpecificHeatJPerKgK(loopC);
        plateFlowM3PerS = coolantKgPerS / p.Coolant.DensityKgPerM3(coolantC) / plates;
        exchanger = PlateExchanger.FromApproach(
            ratedW,
            p.ApproachK,
            coolantKgPerS,
            coolantCapacityWPerK / coolantKgPerS,
            loopKgPerS,
            loopCapacityWPerK / loopKgPerS,
            p.Coolant.FilmWeight(coolantKgPerS, coolantC) / loop.Fluid.FilmWeight(loopKgPerS, loopC));
    }

    /// <summary>Pumps, rack inlet and plates for a heat.</summary>
    /// <param name="heatW">Heat of the cold plates [W]; zero or more.</param>
    /// <remarks>Pump power goes with the cube of the coolant flow, down to the lowest one.</remarks>
    public LiquidPathStep Step(double heatW)
    {
        if (exchanger is null)
        {
            return new(0.0, heatW > 0.0 ? double.PositiveInfinity : 0.0, 0.0, 0.0);
        }

        double load = heatW / ratedW;
        double flow = Math.Clamp(load, LowestFlow, 1.0);
        double loopFlow = Math.Clamp(load, loopLowestFlow, 1.0);
        double coolant = flow * coolantCapacityWPerK;
        double water = loopFlow * loopCapacityWPerK;
        double least = Math.Min(coolant, water);
        double conductance = exchanger.ConductanceWPerK(flow * exchanger.DesignHotFlowKgPerS, loopFlow * exchanger.DesignColdFlowKgPerS);
        double effectiveness = HeatExchange.CounterflowEffectiveness(conductance / least, least / Math.Max(coolant, water));
        double inletRiseK = heatW / (effectiveness * least) - heatW / coolant;
        double plateFlow = flow * plateFlowM3PerS;
        double resistance = p.Coolant == Coolant.Pg25
            ? ColdPlate.Pg25ResistanceKPerW(plateFlow)
            : ColdPlate.WaterResistanceKPerW(plateFlow);
        return new(p.PumpPowerFraction * ratedW * flow * flow * flow, inletRiseK, heatW / plates * resistance, heatW / coolant);
    }
}
