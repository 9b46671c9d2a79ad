using Twin.Core.Components.Compute;

namespace Twin.Core.Plant;

/// <summary>What the surroundings do in each step of a block, one array a quantity, means over the step.</summary>
/// <remarks>Filled once for a block of steps, so that the tick itself only reads.</remarks>
public sealed class Boundary
{
    /// <summary>Makes room for a block.</summary>
    /// <param name="design">The plant it is for.</param>
    /// <param name="steps">Steps in the block.</param>
    /// <param name="knots">Full hours that the block touches, both ends counted.</param>
    /// <param name="paddedRacks">For each hall the length of a row of rack weights; empty where nobody asks for single racks.</param>
    public Boundary(PlantDesign design, int steps, int knots, IReadOnlyList<int> paddedRacks)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(paddedRacks);
        AirC = new double[steps];
        WetBulbC = new double[steps];
        GhiWPerM2 = new double[steps];
        WindMPerS = new double[steps];
        RiverC = new double[steps];
        RiverDischargeM3PerS = new double[steps];
        RiverAboveLimitFraction = new double[steps];
        RiverClosedFraction = new double[steps];
        HotWaterShape = new double[steps];
        HeatDemandW = new double[steps];
        PriceEurPerMWh = new double[steps];
        CarbonGPerKWh = new double[steps];
        KnotIndex = new int[steps];
        KnotPosition = new double[steps];
        HallBusyFraction = Rows(design.Halls.Count, steps);
        HallWish = [.. design.Halls.Select(_ => new RackWish[steps])];
        SolarW = Rows(design.Photovoltaics.Count, steps);
        WindW = Rows(design.Wind.Count, steps);
        ContractW = Rows(design.Contracts.Count, steps);
        RackWeight = [.. paddedRacks.Select(padded => Rows(knots, padded))];
    }

    /// <summary>Outdoor air [degC].</summary>
    public double[] AirC { get; }

    /// <summary>Wet bulb [degC].</summary>
    public double[] WetBulbC { get; }

    /// <summary>Global irradiance on the horizontal [W/m2].</summary>
    public double[] GhiWPerM2 { get; }

    /// <summary>Wind at 10 m [m/s].</summary>
    public double[] WindMPerS { get; }

    /// <summary>River upstream [degC].</summary>
    public double[] RiverC { get; }

    /// <summary>River flow [m3/s].</summary>
    public double[] RiverDischargeM3PerS { get; }

    /// <summary>Share of the step in which the held source sample is strictly above the permit's river temperature [1].</summary>
    public double[] RiverAboveLimitFraction { get; }

    /// <summary>Share of the step in which the intake is closed by date [1].</summary>
    public double[] RiverClosedFraction { get; }

    /// <summary>Hot-water demand over its daily mean [1].</summary>
    public double[] HotWaterShape { get; }

    /// <summary>Heat demand from a series [W]; zero where it follows the weather.</summary>
    public double[] HeatDemandW { get; }

    /// <summary>Energy price [EUR/MWh].</summary>
    public double[] PriceEurPerMWh { get; }

    /// <summary>Emission factor of the grid [g/kWh].</summary>
    public double[] CarbonGPerKWh { get; }

    /// <summary>Knot of the rack weights before the middle of the step; only where single racks are asked for.</summary>
    public int[] KnotIndex { get; }

    /// <summary>Where the middle of the step lies between that knot and the next [1]; only where single racks are asked for.</summary>
    public double[] KnotPosition { get; }

    /// <summary>Busy share of each hall [1].</summary>
    public double[][] HallBusyFraction { get; }

    /// <summary>What the racks of each hall ask for.</summary>
    public RackWish[][] HallWish { get; }

    /// <summary>Power of each photovoltaic array [W].</summary>
    public double[][] SolarW { get; }

    /// <summary>Power of each group of turbines [W].</summary>
    public double[][] WindW { get; }

    /// <summary>Power that each contract delivers [W].</summary>
    public double[][] ContractW { get; }

    /// <summary>Weights of the racks: hall, knot, rack; empty where nobody asks for single racks.</summary>
    public double[][][] RackWeight { get; }

    private static double[][] Rows(int rows, int length) => [.. Enumerable.Range(0, rows).Select(_ => new double[length])];
}
