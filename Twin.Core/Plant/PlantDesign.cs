using Twin.Core.Components.Compute;
using Twin.Core.Components.Cooling;
using Twin.Core.Components.HeatReuse;
using Twin.Core.Components.Power;
using Twin.Core.Series;

namespace Twin.Core.Plant;

/// <summary>Every machine the owner chose; lists are in ordinal order of their names.</summary>
/// <param name="AuxiliaryW">Lighting, control and building services [W]; zero or more; their heat leaves by ventilation.</param>
/// <param name="Halls">Halls of racks; at least one.</param>
/// <param name="Ups">UPS banks that halls refer to.</param>
/// <param name="Transformers">Transformers of the site; null when power is bought behind them.</param>
/// <param name="Loops">Water loops.</param>
/// <param name="Permit">What may be done with the river; null without a river.</param>
/// <param name="RiverExchangers">Exchangers to the river.</param>
/// <param name="DryCoolers">Dry coolers.</param>
/// <param name="Chillers">Chillers.</param>
/// <param name="HeatPumps">Heat pumps to the network.</param>
/// <param name="DirectExchangers">Direct exchangers to the network.</param>
/// <param name="DistrictHeat">The network; null when no heat is sold.</param>
/// <param name="Photovoltaics">Arrays on the site.</param>
/// <param name="Wind">Turbines on the site.</param>
/// <param name="Battery">The battery; null without one.</param>
/// <param name="Contracts">Power purchase agreements.</param>
/// <param name="GuaranteesOfOriginFraction">Share of what contracts leave open that is covered by bought guarantees of origin [1]; 0 to
/// 1.</param>
/// <param name="Grid">The grid connection.</param>
public sealed record PlantDesign(
    double AuxiliaryW,
    IReadOnlyList<HallParameters> Halls,
    IReadOnlyList<UpsParameters> Ups,
    TransformerParameters? Transformers,
    IReadOnlyList<LoopParameters> Loops,
    RiverPermit? Permit,
    IReadOnlyList<RiverExchangerParameters> RiverExchangers,
    IReadOnlyList<DryCoolerParameters> DryCoolers,
    IReadOnlyList<ChillerParameters> Chillers,
    IReadOnlyList<HeatPumpParameters> HeatPumps,
    IReadOnlyList<DirectExchangerParameters> DirectExchangers,
    DistrictHeatParameters? DistrictHeat,
    IReadOnlyList<PhotovoltaicsParameters> Photovoltaics,
    IReadOnlyList<WindParameters> Wind,
    BatteryParameters? Battery,
    IReadOnlyList<ContractParameters> Contracts,
    double GuaranteesOfOriginFraction,
    GridParameters Grid)
{
    /// <summary>Index of a water loop; -1 where none has the name, as for heat that leaves outside.</summary>
    /// <param name="name">Name of the loop; null for none.</param>
    public int LoopIndex(string? name) => IndexOf(Loops, loop => loop.Name == name);

    /// <summary>Index of the first machine that is meant; -1 for none. For set-up only: it calls a delegate.</summary>
    internal static int IndexOf<T>(IReadOnlyList<T> machines, Func<T, bool> isIt)
    {
        for (int i = 0; i < machines.Count; i++)
        {
            if (isIt(machines[i]))
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>What the surroundings do, over time.</summary>
/// <param name="AirTemperatureC">Outdoor air [degC].</param>
/// <param name="WetBulbTemperatureC">Wet bulb of the outdoor air [degC].</param>
/// <param name="GhiWPerM2">Global irradiance on the horizontal [W/m2].</param>
/// <param name="WindMPerS">Wind at 10 m [m/s].</param>
/// <param name="RiverTemperatureC">River upstream of the site [degC]; null without a river.</param>
/// <param name="RiverDischargeM3PerS">River flow at the site [m3/s]; null without a river.</param>
public sealed record SurroundingSeries(
    ISeries AirTemperatureC,
    ISeries WetBulbTemperatureC,
    ISeries GhiWPerM2,
    ISeries WindMPerS,
    ISampledSeries? RiverTemperatureC,
    ISeries? RiverDischargeM3PerS);

/// <summary>Where the site stands.</summary>
/// <param name="LatitudeDeg">Latitude, north positive [deg]; -90 to 90.</param>
/// <param name="LongitudeDeg">Longitude, east positive [deg]; -180 to 180.</param>
/// <param name="ElevationM">Height above sea level [m].</param>
/// <param name="Zone">Time zone, IANA name.</param>
public sealed record SiteLocation(double LatitudeDeg, double LongitudeDeg, double ElevationM, string Zone);
