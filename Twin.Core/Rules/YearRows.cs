using Twin.Core.Results;
using Twin.Core.Time;

namespace Twin.Core.Rules;

/// <summary>What a reporting year keeps of its rows: sums, means of streams, days and months; nothing that a file does not hold.</summary>
public sealed class YearRows
{
    private const double DegreeDayBaseC = 21.0;
    private const double DegreeDayFromC = 24.0; // a day counts from this mean on (Eurostat)
    private const int Months = 12;
    private readonly IReadOnlyList<string> columns;
    private readonly SiteCalendar calendar;
    private readonly int outputS;
    private readonly FluidMean[] means;
    private readonly (double SumW, double LargestW, long Rows)[] heat = new (double, double, long)[Months];
    private readonly int airSlot;
    private readonly int[] roomHeats;
    private DateOnly day;
    private double daySum;
    private int dayRows;
    private double degreeDays;

    /// <summary>Starts empty.</summary>
    /// <param name="columns">Names of the columns, in the order of a row.</param>
    /// <param name="outputS">Length of a row [s].</param>
    /// <param name="calendar">Calendar of the site.</param>
    /// <param name="river">Values of the water body's fish region; null where there are none.</param>
    public YearRows(IReadOnlyList<string> columns, int outputS, SiteCalendar calendar, RiverLimits? river)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(calendar);
        (this.columns, this.outputS, this.calendar) = (columns, outputS, calendar);
        Totals = new RunTotals(columns, outputS);
        airSlot = Slot("weather.air_c");
        roomHeats = [.. Totals.Matching("halls.", ".air_heat_w").Concat(Totals.Matching("halls.", ".liquid_heat_w")).Select(Slot)];
        Upstream = new(Slot("river.temperature_c_max"));
        Mixed = new(Slot("river.mixed_c_max"));
        MixedRise = new(Slot("river.mixed_rise_k_max"));
        AboveLimit = new(Slot("river.temperature_c_max"), Slot("river.mixed_c_max"), outputS, river);
        (int, int)[] roomAir = Pairs("halls.", ".air_return_c", ".air_heat_w");
        (int, int)[] coolant = Pairs("halls.", ".liquid_return_c", ".liquid_heat_w");
        IEnumerable<string> dryCoolers =
            Totals.Matching("dry_coolers.", ".heat_w").Concat(Totals.Matching("dry_coolers.", ".condenser_heat_w"));
        int[] toAir = [.. dryCoolers.Select(Slot)];
        RoomAir = new(roomAir, []);
        Coolant = new(coolant, []);
        RoomAirAndCoolant = new([.. roomAir, .. coolant], []);
        Delivered = new(Pair("heat.supply_c", "heat.delivered_w"), []);
        ToRiver = new(Pair("river.return_c", "river.heat_w"), []);
        ToAir = new(toAir.Length > 0 ? Pairs("loops.", ".return_c", ".heat_w") : [], toAir);
        Intake = new(Pairs("halls.", ".inlet_c", ".air_heat_w"), []);
        means = [RoomAir, Coolant, RoomAirAndCoolant, Delivered, ToRiver, ToAir, Intake];
    }

    /// <summary>Sums over the rows.</summary>
    public RunTotals Totals { get; }

    /// <summary>Cooling degree days after Eurostat [K d]: days with a mean from 24 degC on count with what is above 21 degC.</summary>
    public double CoolingDegreeDays => degreeDays + DegreeDays(daySum, dayRows);

    /// <summary>Largest temperature of the river upstream of the plant [degC].</summary>
    internal Season Upstream { get; }

    /// <summary>Largest temperature of the mixed river [degC].</summary>
    internal Season Mixed { get; }

    /// <summary>Largest warming of the mixed river [K].</summary>
    internal Season MixedRise { get; }

    /// <summary>Hours of the mixed river above the values of its fish region.</summary>
    internal RiverHours AboveLimit { get; }

    /// <summary>Air into the room coolers.</summary>
    internal FluidMean RoomAir { get; }

    /// <summary>Coolant out of the racks.</summary>
    internal FluidMean Coolant { get; }

    /// <summary>Both, mixed by their heat.</summary>
    internal FluidMean RoomAirAndCoolant { get; }

    /// <summary>Supply of the heat network.</summary>
    internal FluidMean Delivered { get; }

    /// <summary>Water given back to the river.</summary>
    internal FluidMean ToRiver { get; }

    /// <summary>Return of the loops while dry coolers give heat to the air.</summary>
    internal FluidMean ToAir { get; }

    /// <summary>Air at the rack inlets.</summary>
    internal FluidMean Intake { get; }

    /// <summary>Takes a row.</summary>
    /// <param name="startUnixS">Begin of its interval, seconds since 1970-01-01T00:00Z; rising.</param>
    /// <param name="row">One number for each column.</param>
    public void Add(long startUnixS, ReadOnlySpan<double> row)
    {
        Totals.Add(row);
        foreach (FluidMean mean in means)
        {
            mean.Add(row);
        }

        LocalTime now = calendar.At(startUnixS);
        AddAir(now, row);
        AddHeat(now.Month - 1, row);
        Upstream.Add(now.Month, row);
        Mixed.Add(now.Month, row);
        MixedRise.Add(now.Month, row);
        AboveLimit.Add(now.Month, row);
    }

    /// <summary>Heat that left the computer rooms by air and coolant [J].</summary>
    public double RoomHeatJ => heat.Sum(month => month.SumW) * outputS;

    /// <summary>Its largest recorded mean [W].</summary>
    public double RoomHeatLargestW => heat.Max(month => month.LargestW);

    /// <summary>The same for a month; null for one without rows.</summary>
    /// <param name="month">1 to 12.</param>
    public (double EnergyJ, double LargestW)? RoomHeat(int month)
    {
        (double sumW, double largestW, long rows) = heat[month - 1];
        return rows > 0 ? (sumW * outputS, largestW) : null;
    }

    private static double DegreeDays(double sum, int rows) =>
        rows > 0 && sum / rows >= DegreeDayFromC ? sum / rows - DegreeDayBaseC : 0.0;

    private void AddAir(LocalTime now, ReadOnlySpan<double> row)
    {
        if (airSlot < 0)
        {
            return;
        }

        if (now.Date != day)
        {
            degreeDays += DegreeDays(daySum, dayRows);
            (day, daySum, dayRows) = (now.Date, 0.0, 0);
        }

        daySum += row[airSlot];
        dayRows++;
    }

    private void AddHeat(int month, ReadOnlySpan<double> row)
    {
        double roomsW = 0.0;
        foreach (int slot in roomHeats)
        {
            roomsW += row[slot];
        }

        (double sumW, double largestW, long rows) = heat[month];
        heat[month] = (sumW + roomsW, Math.Max(largestW, roomsW), rows + 1);
    }

    private (int Temperature, int Heat)[] Pairs(string prefix, string temperature, string heat) =>
    [
        .. Totals.Matching(prefix, temperature).SelectMany(name => Pair(name, name[..^temperature.Length] + heat)),
    ];

    private (int Temperature, int Heat)[] Pair(string temperature, string heat) =>
        (Slot(temperature), Slot(heat)) is { Item1: >= 0, Item2: >= 0 } both ? [both] : [];

    private int Slot(string name)
    {
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
