namespace Twin.Core.Results;

/// <summary>Energies on which the figures of a run and those of a reporting year both stand, from sums over rows.</summary>
/// <param name="totals">Sums over the rows.</param>
/// <param name="basis">Whether the heat pumps are the centre's.</param>
internal sealed class CentreEnergy(RunTotals totals, FigureBasis basis)
{
    /// <summary>Columns of the electricity of cooling, heat pumps apart.</summary>
    public static readonly string[] CoolingColumns =
        ["air.fan_power_w", "loops.pump_power_w", "river.pump_power_w", "dry_coolers.fan_power_w", "chillers.power_w"];

    /// <summary>What the site asked for and got [J].</summary>
    public double ServedJ => totals.Integral("site.power_w") - totals.Integral("grid.unserved_w");

    /// <summary>What the site used: what it asked for and got, and what the battery lost [J].</summary>
    public double UsedJ => ServedJ + totals.Integral("battery.loss_w");

    /// <summary>Electricity of the heat pumps [J].</summary>
    public double HeatPumpJ => totals.Integral("heat_pumps.power_w");

    /// <summary>Energy of the centre E_DC at its boundary [J].</summary>
    public double CentreJ => basis.HeatPumpInside ? UsedJ : UsedJ - HeatPumpJ;

    /// <summary>IT energy at the UPS output that was asked for and got [J].</summary>
    public double ItJ => Served(totals.Integral("it.power_w"));

    /// <summary>Electricity of cooling, heat pumps apart [J].</summary>
    public double CoolingJ => CoolingColumns.Sum(totals.Integral);

    /// <summary>Column of the heat that leaves the boundary to be reused.</summary>
    /// <remarks>Outside the boundary the heat pump is the network's: what leaves the centre is its source heat.</remarks>
    public string ReusedColumn => basis.HeatPumpInside ? "heat.delivered_w" : "heat.source_w";

    /// <summary>The part of an energy asked for that was got: what could not be served is spread evenly over all that asks [J].</summary>
    /// <param name="askedJ">Energy asked for [J].</param>
    public double Served(double askedJ)
    {
        double siteJ = totals.Integral("site.power_w");
        return askedJ * (siteJ > 0.0 ? ServedJ / siteJ : 0.0);
    }
}
