using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Components.Power;

namespace Twin.Core.Plant;

/// <summary>What a loop did, mean over the tick.</summary>
/// <param name="HeatW">Heat into the loop, that of its pumps inside [W].</param>
/// <param name="RemovedW">Heat taken out by all its machines [W].</param>
/// <param name="UnmetW">Heat that stayed in the loop because the machines could not take it [W].</param>
/// <param name="FlowKgPerS">Flow [kg/s].</param>
/// <param name="PumpPowerW">Electric power of the pumps [W].</param>
/// <param name="SupplyC">Supply temperature [degC].</param>
/// <param name="ReturnC">Return temperature [degC].</param>
public readonly record struct LoopTick(
    double HeatW, double RemovedW, double UnmetW, double FlowKgPerS, double PumpPowerW, double SupplyC, double ReturnC);

/// <summary>Where the site's power came from, mean over the tick.</summary>
/// <param name="DrawnW">Power the site asks for [W].</param>
/// <param name="OnSiteW">Power made on the site [W].</param>
/// <param name="OnSiteUsedW">Of which the site used at once [W].</param>
/// <param name="ContractW">Power that contracts delivered [W].</param>
/// <param name="ContractUsedW">Of which the site used at once [W].</param>
/// <param name="ContractStoredW">Of which the battery took [W].</param>
/// <param name="SpotW">Power bought at the market [W].</param>
/// <param name="ImportW">Power through the connection into the site [W].</param>
/// <param name="ExportW">Power through the connection out of the site [W].</param>
/// <param name="CurtailedW">Power that could have been made and was not wanted [W].</param>
/// <param name="UnservedW">Power that nobody could deliver [W].</param>
/// <param name="Battery">What the battery did.</param>
public readonly record struct SupplyTick(
    double DrawnW,
    double OnSiteW,
    double OnSiteUsedW,
    double ContractW,
    double ContractUsedW,
    double ContractStoredW,
    double SpotW,
    double ImportW,
    double ExportW,
    double CurtailedW,
    double UnservedW,
    BatteryStep Battery)
{
    /// <summary>Power the site asked for and got [W].</summary>
    public double ServedW => DrawnW - UnservedW;
}

/// <summary>What the network asked for and got, mean over the tick.</summary>
/// <param name="DemandW">Heat the quarter asks for [W].</param>
/// <param name="DeliveredW">Heat handed over [W].</param>
/// <param name="ProducedW">Heat made by heat pumps and direct exchangers [W].</param>
/// <param name="SupplyC">Supply temperature of the network [degC].</param>
/// <param name="Tank">What the tank did.</param>
public readonly record struct HeatTick(double DemandW, double DeliveredW, double ProducedW, double SupplyC, TankStep Tank)
{
    /// <summary>Heat the quarter had to find elsewhere [W].</summary>
    public double UnmetW => DemandW - DeliveredW;
}

/// <summary>Sums over the machines of a tick [W].</summary>
/// <param name="ItW">IT at the UPS output, or behind the distribution where there is no UPS (PUE category 1).</param>
/// <param name="ChainLossW">Lost in UPS, transformers, cabling and the distribution of halls without UPS.</param>
/// <param name="AirFanW">Fans of the room air coolers.</param>
/// <param name="LoopPumpW">Pumps of loops and coolant units.</param>
/// <param name="RiverPumpW">Intake pumps.</param>
/// <param name="DryCoolerFanW">Fans of the dry coolers.</param>
/// <param name="ChillerW">Compressors of the chillers.</param>
/// <param name="HeatPumpW">Compressors of the heat pumps.</param>
/// <param name="AuxiliaryW">Lighting, control and building services.</param>
public readonly record struct PowerTick(
    double ItW,
    double ChainLossW,
    double AirFanW,
    double LoopPumpW,
    double RiverPumpW,
    double DryCoolerFanW,
    double ChillerW,
    double HeatPumpW,
    double AuxiliaryW)
{
    /// <summary>All of it: what the site draws [W].</summary>
    public double SiteW =>
        ItW + ChainLossW + AirFanW + LoopPumpW + RiverPumpW + DryCoolerFanW + ChillerW + HeatPumpW + AuxiliaryW;
}

/// <summary>What the river saw, mean over the tick.</summary>
/// <param name="HeatW">Heat handed over, condensers inside [W].</param>
/// <param name="FlowKgPerS">Water taken [kg/s].</param>
/// <param name="FlowM3PerS">The same as volume at the river's temperature [m3/s].</param>
/// <param name="ReturnC">Temperature of the water returned [degC]; that of the river when nothing flows.</param>
/// <param name="MixedRiseK">Warming of the river after full mixing [K].</param>
/// <param name="FullFraction">1 when the river took all heat that heat reuse left, else 0.</param>
/// <param name="PartFraction">1 when it took a part and other machines the rest, else 0.</param>
/// <param name="PermitLimitedFraction">1 when the permit kept it from taking heat that was there, else 0.</param>
/// <param name="Limits">The limits of the permit that bound.</param>
public readonly record struct RiverTick(
    double HeatW,
    double FlowKgPerS,
    double FlowM3PerS,
    double ReturnC,
    double MixedRiseK,
    double FullFraction,
    double PartFraction,
    double PermitLimitedFraction,
    RiverLimitSet Limits);

/// <summary>Everything that happened in a tick, machine by machine; one object, written over by each tick.</summary>
public sealed class PlantTick
{
    // Handed out by reference: nearly every column reads one number of these, and a copy of all fifteen would cost more than the reading.
    private PowerTick power;
    private SupplyTick supply;
    private HeatTick heat;
    private RiverTick river;

    /// <summary>Makes room for a plant.</summary>
    /// <param name="design">The plant.</param>
    public PlantTick(PlantDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        Halls = new HallPower[design.Halls.Count];
        Air = new AirPathStep[design.Halls.Count];
        Liquid = new LiquidPathStep[design.Halls.Count];
        HallInletC = new double[design.Halls.Count];
        HallFraction = new double[design.Halls.Count];
        Bound = new BoundLimits(design);
        UpsOutputW = new double[design.Ups.Count];
        UpsLossW = new double[design.Ups.Count];
        Loops = new LoopTick[design.Loops.Count];
        LoopStartC = new double[design.Loops.Count];
        LoopEndC = new double[design.Loops.Count];
        RiverExchangers = new RiverStep[design.RiverExchangers.Count];
        DryCoolers = new DryCoolerStep[design.DryCoolers.Count];
        DryCoolerCondenserW = new double[design.DryCoolers.Count];
        DryCoolerCondenserFanW = new double[design.DryCoolers.Count];
        Chillers = new ChillerStep[design.Chillers.Count];
        ChillerRiverFlowKgPerS = new double[design.Chillers.Count];
        HeatPumps = new HeatPumpStep[design.HeatPumps.Count];
        DirectW = new double[design.DirectExchangers.Count];
    }

    /// <summary>Step of the block that this tick was.</summary>
    public int Step { get; set; }

    /// <summary>Halls: power and heat.</summary>
    public HallPower[] Halls { get; }

    /// <summary>Halls: room air coolers.</summary>
    public AirPathStep[] Air { get; }

    /// <summary>Halls: coolant distribution units.</summary>
    public LiquidPathStep[] Liquid { get; }

    /// <summary>Halls: air at the rack inlet, mean over the tick [degC].</summary>
    public double[] HallInletC { get; }

    /// <summary>UPS banks: power handed on [W].</summary>
    public double[] UpsOutputW { get; }

    /// <summary>UPS banks: loss [W].</summary>
    public double[] UpsLossW { get; }

    /// <summary>Transformers and cabling: loss [W].</summary>
    public double TransformerLossW { get; set; }

    /// <summary>Losses that leave the site without plant: distribution, UPS and transformers outside [W].</summary>
    public double LossOutsideW { get; set; }

    /// <summary>Loops.</summary>
    public LoopTick[] Loops { get; }

    /// <summary>Loops: supply at the begin of the tick [degC].</summary>
    public double[] LoopStartC { get; }

    /// <summary>Loops: supply at the end of the tick [degC].</summary>
    public double[] LoopEndC { get; }

    /// <summary>River exchangers.</summary>
    public RiverStep[] RiverExchangers { get; }

    /// <summary>Dry coolers in loop service.</summary>
    public DryCoolerStep[] DryCoolers { get; }

    /// <summary>Dry coolers: heat from condensers [W].</summary>
    public double[] DryCoolerCondenserW { get; }

    /// <summary>Dry coolers: fan power for condensers [W].</summary>
    public double[] DryCoolerCondenserFanW { get; }

    /// <summary>Chillers.</summary>
    public ChillerStep[] Chillers { get; }

    /// <summary>Chillers: river water through their condensers [kg/s].</summary>
    public double[] ChillerRiverFlowKgPerS { get; }

    /// <summary>Heat pumps.</summary>
    public HeatPumpStep[] HeatPumps { get; }

    /// <summary>Direct exchangers: heat [W].</summary>
    public double[] DirectW { get; }

    /// <summary>Sums of power.</summary>
    public ref PowerTick Power => ref power;

    /// <summary>Supply of power.</summary>
    public ref SupplyTick Supply => ref supply;

    /// <summary>The heat network.</summary>
    public ref HeatTick Heat => ref heat;

    /// <summary>The river.</summary>
    public ref RiverTick River => ref river;

    /// <summary>Heat taken out of all loops [W].</summary>
    public double HeatRemovedW { get; set; }

    /// <summary>Halls: share of the work that was allowed to run [1].</summary>
    public double[] HallFraction { get; }

    /// <summary>Share of the deferrable work that was allowed to run in the halls that gave way [1].</summary>
    public double DeferrableFraction { get; set; }

    /// <summary>Share of the other work that was allowed to run in the halls that gave way [1].</summary>
    public double FirmFraction { get; set; }

    /// <summary>Largest residual of the books of this tick over what is allowed [1].</summary>
    public double BooksResidual { get; set; }

    /// <summary>Limits that kept heat pumps or work from running.</summary>
    public BoundLimits Bound { get; }

    /// <summary>GPUs kept from work [1].</summary>
    public double ThrottledGpus { get; set; }
}
