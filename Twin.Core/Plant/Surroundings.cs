using Twin.Core.Components.Compute;
using Twin.Core.Components.Power;
using Twin.Core.Physics;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Plant;

/// <summary>Fills the boundary of a block of steps from the series: weather, river, work, prices, and what sun and wind make of
/// it.</summary>
public sealed class Surroundings
{
    private const int HourS = 3_600;

    // Parks under contract stand where wind and land are better than in a town: assumed, so that a year gives about 23 % of the rating.
    private const double ParkWindFactor = 1.4;
    private static readonly WindParameters WindPark = new("park", new(1, 1.0, 0), 140.0, 0.1, 0.12, TurbineCurve.LowWind);
    private static readonly PhotovoltaicsParameters SolarPark = new("park", 1.2, 1.05, 25.0, 180.0, 0.14, -0.0035);

    // Hot water through the day over its mean: morning and evening; a usual shape of flats and offices mixed (assumed).
    private static readonly double[] HotWaterDay =
    [
        0.50, 0.40, 0.38, 0.40, 0.55, 0.95, 1.50, 1.75, 1.50, 1.25, 1.15, 1.15,
        1.15, 1.10, 1.00, 0.95, 1.00, 1.15, 1.35, 1.40, 1.25, 0.95, 0.70, 0.52,
    ];

    private readonly PlantDesign design;
    private readonly SurroundingSeries series;
    private readonly SiteLocation site;
    private readonly SiteCalendar calendar;
    private readonly ISeries[] work;
    private readonly RackWeights[] weights;
    private readonly PhotovoltaicsParameters[] arrays;
    private readonly WindParameters[] turbines;
    private readonly ContractParameters[] contracts;
    private readonly double[] hubFactor;
    private readonly double parkHubFactor = ParkWindFactor * WindProduction.HubFactor(WindPark);
    private readonly bool solarPark;
    private readonly double airPressurePa;
    private readonly double hotWaterMean = HotWaterDay.Average();

    /// <summary>Prepares the series of work.</summary>
    /// <param name="design">The plant.</param>
    /// <param name="series">Weather and river.</param>
    /// <param name="site">Where the site stands.</param>
    /// <param name="seed">Seed of the run.</param>
    public Surroundings(PlantDesign design, SurroundingSeries series, SiteLocation site, long seed)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(site);
        this.design = design;
        this.series = series;
        this.site = site;
        calendar = new SiteCalendar(site.Zone);
        arrays = [.. design.Photovoltaics];
        turbines = [.. design.Wind];
        contracts = [.. design.Contracts];
        hubFactor = [.. turbines.Select(WindProduction.HubFactor)];
        solarPark = contracts.Any(c => c.Kind == ContractKind.Solar);
        airPressurePa = MoistAir.PressureAtElevationPa(site.ElevationM);
        work = [.. design.Halls.Select(h => h.Workload.Utilisation ?? new WorkloadSeries(h.Workload.Profile!, calendar, seed, h.Name))];
        weights =
        [
            .. design.Halls.Select(h =>
                new RackWeights(h.Workload.Utilisation is null ? h.Workload.Profile : null, seed, h.Name, h.Racks)),
        ];
    }

    /// <summary>Makes room for a block.</summary>
    /// <param name="steps">Steps in the block.</param>
    /// <param name="stepS">Length of a step [s].</param>
    /// <param name="paddedRacks">Lengths of the rows of rack weights.</param>
    public Boundary Room(int steps, int stepS, IReadOnlyList<int> paddedRacks) =>
        new(design, steps, (int)((long)steps * stepS / HourS) + 3, paddedRacks);

    /// <summary>Fills a block.</summary>
    /// <param name="startUnixS">Begin of the block, seconds since 1970-01-01T00:00Z.</param>
    /// <param name="stepS">Length of a step [s].</param>
    /// <param name="steps">Steps to fill; at most those of the block.</param>
    /// <param name="b">Receives the block.</param>
    public void Fill(long startUnixS, int stepS, int steps, Boundary b)
    {
        ArgumentNullException.ThrowIfNull(b);
        series.AirTemperatureC.FillMeans(startUnixS, stepS, b.AirC.AsSpan(0, steps));
        series.WetBulbTemperatureC.FillMeans(startUnixS, stepS, b.WetBulbC.AsSpan(0, steps));
        for (int k = 0; k < steps; k++)
        {
            // An own air series beside the wet bulb of a climate: no air is wetter than wet.
            b.WetBulbC[k] = Math.Min(b.WetBulbC[k], b.AirC[k]);
        }

        series.GhiWPerM2.FillMeans(startUnixS, stepS, b.GhiWPerM2.AsSpan(0, steps));
        series.WindMPerS.FillMeans(startUnixS, stepS, b.WindMPerS.AsSpan(0, steps));
        design.Grid.PriceEurPerMWh.FillMeans(startUnixS, stepS, b.PriceEurPerMWh.AsSpan(0, steps));
        design.Grid.CarbonGPerKWh.FillMeans(startUnixS, stepS, b.CarbonGPerKWh.AsSpan(0, steps));
        design.DistrictHeat?.Demand.Series?.FillMeans(startUnixS, stepS, b.HeatDemandW.AsSpan(0, steps));
        FillRiver(startUnixS, stepS, steps, b);
        FillWork(startUnixS, stepS, steps, b);
        FillGeneration(startUnixS, stepS, steps, b);
    }

    private void FillRiver(long startUnixS, int stepS, int steps, Boundary b)
    {
        if (design.Permit is null || series.RiverTemperatureC is null || series.RiverDischargeM3PerS is null)
        {
            return;
        }

        series.RiverTemperatureC.FillMeans(startUnixS, stepS, b.RiverC.AsSpan(0, steps));
        series.RiverDischargeM3PerS.FillMeans(startUnixS, stepS, b.RiverDischargeM3PerS.AsSpan(0, steps));
        series.RiverTemperatureC.FillShareAbove(
            startUnixS, stepS, design.Permit.RiverTemperatureC, b.RiverAboveLimitFraction.AsSpan(0, steps));
        for (int k = 0; k < steps; k++)
        {
            long from = startUnixS + (long)k * stepS;
            long closedS = 0;
            for (int i = 0; i < design.Permit.Closed.Count; i++)
            {
                (long first, long last) = design.Permit.Closed[i];
                closedS += Math.Max(0, Math.Min(from + stepS, last) - Math.Max(from, first));
            }

            b.RiverClosedFraction[k] = Math.Min(1.0, (double)closedS / stepS);
        }
    }

    private void FillWork(long startUnixS, int stepS, int steps, Boundary b)
    {
        for (int h = 0; h < work.Length; h++)
        {
            work[h].FillMeans(startUnixS, stepS, b.HallBusyFraction[h].AsSpan(0, steps));
        }

        long firstHour = (long)Math.Floor((double)startUnixS / HourS);
        long lastHour = (long)Math.Floor((startUnixS + (steps - 0.5) * stepS) / HourS) + 1;
        for (int h = 0; h < weights.Length; h++)
        {
            for (long hour = firstHour; hour <= lastHour; hour++)
            {
                double busy = work[h] is WorkloadSeries profile ? profile.Knot(hour) : 0.0;
                weights[h].Fill(hour, busy, b.RackWeight[h][hour - firstHour]);
            }
        }

        for (int k = 0; k < steps; k++)
        {
            double hours = (startUnixS + (k + 0.5) * stepS) / HourS;
            double floor = Math.Floor(hours);
            b.KnotIndex[k] = (int)((long)floor - firstHour);
            b.KnotPosition[k] = hours - floor;
            double hourOfDay = calendar.HourOfDay(startUnixS + (long)k * stepS + stepS / 2);
            int hour = (int)hourOfDay;
            double part = hourOfDay - hour;
            b.HotWaterShape[k] = (HotWaterDay[hour] + (HotWaterDay[(hour + 1) % 24] - HotWaterDay[hour]) * part) / hotWaterMean;
        }
    }

    private void FillGeneration(long startUnixS, int stepS, int steps, Boundary b)
    {
        for (int c = 0; c < contracts.Length; c++)
        {
            contracts[c].Profile?.FillMeans(startUnixS, stepS, b.ContractW[c].AsSpan(0, steps));
        }

        int day = int.MinValue, dayOfYear = 0;
        double above = 0.0;
        for (int k = 0; k < steps; k++)
        {
            double middle = startUnixS + (k + 0.5) * stepS;
            int today = (int)Math.Floor(middle / UtcDay.LengthS);
            if (today != day)
            {
                day = today;
                dayOfYear = UtcDay.Date(day).DayOfYear;
                above = Sun.ExtraterrestrialWPerM2(dayOfYear);
            }

            var weather = new GeneratorWeather(middle, dayOfYear, b.AirC[k], b.WindMPerS[k], b.GhiWPerM2[k]);
            FillSolar(weather, above, k, b, out double solarShare);
            for (int i = 0; i < hubFactor.Length; i++)
            {
                b.WindW[i][k] = WindProduction.AtHubW(turbines[i], hubFactor[i] * weather.WindMPerS);
            }

            for (int i = 0; i < b.ContractW.Length; i++)
            {
                ContractParameters contract = contracts[i];
                double share = contract.Kind switch
                {
                    ContractKind.Solar => solarShare,
                    ContractKind.Wind => WindProduction.AtHubW(WindPark, parkHubFactor * weather.WindMPerS),
                    ContractKind.Profile => b.ContractW[i][k],
                    _ => 1.0,
                };
                b.ContractW[i][k] = share * contract.SizeW;
            }
        }
    }

    // The sun's place is the dearest number of a step's surroundings: taken once for all arrays, and not by night.
    private void FillSolar(in GeneratorWeather weather, double above, int k, Boundary b, out double parkShare)
    {
        bool anybodyAsks = weather.GhiWPerM2 > 0.0 && (solarPark || b.SolarW.Length > 0);
        SunPosition sun = anybodyAsks
            ? Sun.Position(weather.MiddleUnixS, site.LatitudeDeg, site.LongitudeDeg, airPressurePa, weather.AirC)
            : default;
        for (int i = 0; i < b.SolarW.Length; i++)
        {
            b.SolarW[i][k] = anybodyAsks ? SolarProduction.PowerW(arrays[i], weather, sun, above) : 0.0;
        }

        parkShare = anybodyAsks && solarPark ? Math.Min(1.0, SolarProduction.PowerW(SolarPark, weather, sun, above)) : 0.0;
    }
}
