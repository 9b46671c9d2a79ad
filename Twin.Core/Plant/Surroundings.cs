using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Plant;

/// <summary>Fills the boundary of a block of steps from the series: weather, river, work, prices, and what sun and wind make of
/// it.</summary>
public sealed class Surroundings
{
    private const int HourS = 3_600;

    private readonly PlantDesign design;
    private readonly SurroundingSeries series;
    private readonly ISeries price;
    private readonly ISeries carbon;
    private readonly ISeries? demand;
    private readonly ISeries hotWater;
    private readonly HallWork[] work;
    private readonly Generation generation;

    /// <summary>Prepares weather, work and generators.</summary>
    /// <param name="design">The plant.</param>
    /// <param name="series">Weather and river.</param>
    /// <param name="site">Where the site stands.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="clock">Steps of the run.</param>
    /// <param name="shelf">Columns shared with other runs, which then cost a copy each; null for a run of its own.</param>
    public Surroundings(
        PlantDesign design, SurroundingSeries series, SiteLocation site, long seed, Clock clock, ColumnShelf? shelf = null)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(clock);
        var calendar = new SiteCalendar(site.Zone);
        this.design = design;
        this.series = new SurroundingSeries(
            SharedSeries.Of(series.AirTemperatureC, clock, shelf),
            SharedSeries.Of(series.WetBulbTemperatureC, clock, shelf),
            SharedSeries.Of(series.GhiWPerM2, clock, shelf),
            SharedSeries.Of(series.WindMPerS, clock, shelf),
            series.RiverTemperatureC is { } river ? SharedSeries.Of(river, clock, shelf) : null,
            series.RiverDischargeM3PerS is { } discharge ? SharedSeries.Of(discharge, clock, shelf) : null);
        price = SharedSeries.Of(design.Grid.PriceEurPerMWh, clock, shelf);
        carbon = SharedSeries.Of(design.Grid.CarbonGPerKWh, clock, shelf);
        demand = design.DistrictHeat?.Demand.Series is { } heat ? SharedSeries.Of(heat, clock, shelf) : null;
        hotWater = SharedSeries.Of(new HotWater(calendar), clock, shelf);
        work = [.. design.Halls.Select(hall => new HallWork(hall, calendar, seed, clock, shelf))];
        generation = new Generation(design, this.series, site, clock, shelf);
    }

    /// <summary>Makes room for a block.</summary>
    /// <param name="steps">Steps in the block.</param>
    /// <param name="stepS">Length of a step [s].</param>
    /// <param name="singleRacks">Whether somebody asks for the power of single racks.</param>
    public Boundary Room(int steps, int stepS, bool singleRacks = false)
    {
        generation.MakeRoom(steps);
        return new(design, steps, (int)((long)steps * stepS / HourS) + 3, singleRacks ? [.. work.Select(hall => hall.PaddedRacks)] : []);
    }

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
        price.FillMeans(startUnixS, stepS, b.PriceEurPerMWh.AsSpan(0, steps));
        carbon.FillMeans(startUnixS, stepS, b.CarbonGPerKWh.AsSpan(0, steps));
        demand?.FillMeans(startUnixS, stepS, b.HeatDemandW.AsSpan(0, steps));
        hotWater.FillMeans(startUnixS, stepS, b.HotWaterShape.AsSpan(0, steps));
        FillRiver(startUnixS, stepS, steps, b);
        for (int h = 0; h < work.Length; h++)
        {
            work[h].Fill(startUnixS, stepS, b.HallBusyFraction[h].AsSpan(0, steps), b.HallWish[h].AsSpan(0, steps));
        }

        FillRacks(startUnixS, stepS, steps, b);
        generation.Fill(startUnixS, stepS, steps, b);
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

    private void FillRacks(long startUnixS, int stepS, int steps, Boundary b)
    {
        if (b.RackWeight.Length == 0)
        {
            return;
        }

        long firstHour = (long)Math.Floor((double)startUnixS / HourS);
        long lastHour = (long)Math.Floor((startUnixS + (steps - 0.5) * stepS) / HourS) + 1;
        for (int h = 0; h < work.Length; h++)
        {
            for (long hour = firstHour; hour <= lastHour; hour++)
            {
                work[h].FillWeights(hour, b.RackWeight[h][hour - firstHour]);
            }
        }

        for (int k = 0; k < steps; k++)
        {
            double hours = (startUnixS + (k + 0.5) * stepS) / HourS;
            double floor = Math.Floor(hours);
            b.KnotIndex[k] = (int)((long)floor - firstHour);
            b.KnotPosition[k] = hours - floor;
        }
    }
}
