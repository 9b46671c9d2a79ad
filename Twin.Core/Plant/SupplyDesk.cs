using Twin.Core.Components.Power;

namespace Twin.Core.Plant;

/// <summary>Who covers what the site draws: own sun and wind, contracts, battery, market, and what is left unserved.</summary>
internal static class SupplyDesk
{
    /// <summary>Serves one tick.</summary>
    /// <param name="grid">The connection.</param>
    /// <param name="battery">The battery; null without one.</param>
    /// <param name="stored">Its state.</param>
    /// <param name="drawnW">What the site asks for [W].</param>
    /// <param name="onSiteW">What is made on the site [W].</param>
    /// <param name="contractW">What the contracts deliver [W].</param>
    /// <remarks>
    /// Contract power comes through the grid and under its limit. The battery takes the site's own surplus first, then that of the
    /// contracts, and gives when both leave a gap. What contracts deliver beyond that is sold where it is made.
    /// </remarks>
    public static (BatteryState Next, SupplyTick Out) Step(
        GridParameters grid, Battery? battery, BatteryState stored, double drawnW, double onSiteW, double contractW)
    {
        double ownUsedW = Math.Min(drawnW, onSiteW);
        double ownSurplusW = onSiteW - ownUsedW;
        double contractUsedW = Math.Min(drawnW - ownUsedW, Math.Min(contractW, grid.ImportLimitW));
        double gapW = drawnW - ownUsedW - contractUsedW;
        double contractSurplusW = gapW > 0.0 ? 0.0 : Math.Min(contractW, grid.ImportLimitW) - contractUsedW;

        BatteryState next = stored;
        BatteryStep step = default;
        if (battery is not null)
        {
            (next, step) = battery.Step(stored, ownSurplusW + contractSurplusW, gapW);
        }

        double ownStoredW = Math.Min(ownSurplusW, step.ChargingW);
        double contractStoredW = step.ChargingW - ownStoredW;
        double leftW = gapW - step.DischargingW;
        double spotW = Math.Min(leftW, Math.Max(0.0, grid.ImportLimitW - contractUsedW));
        double spareW = ownSurplusW - ownStoredW;
        double exportW = Math.Min(spareW, grid.ExportLimitW);
        return (next, new SupplyTick(
            drawnW,
            onSiteW,
            ownUsedW,
            contractW,
            contractUsedW,
            contractStoredW,
            spotW,
            contractUsedW + contractStoredW + spotW,
            exportW,
            spareW - exportW,
            Math.Max(0.0, leftW - spotW),
            step));
    }
}
