using Twin.Cli.Output.Sizes;
using Twin.Core.Components.Compute;
using Twin.Core.Plant;

namespace Twin.Cli.Commands.Sizes;

/// <summary>Books each lost GPU-hour on the plant that was at its end.</summary>
/// <remarks>
/// A rack inlet that is too warm has one of two causes. Where the loop's water stands above its set point, the machines of the loop take no
/// more heat, and that loop is named. Where the water is as cold as it should be, room coolers or coolant units of the hall are too few.
/// Where several limits bound in an interval, its hours are split evenly.
/// </remarks>
internal sealed class LimitBook(PlantDesign plant)
{
    /// <summary>Name of the grid connection among limits.</summary>
    public const string Grid = "grid.import_limit";

    private const double WarmK = 0.01; // a loop that is held ends within rounding of its set point; a warm one is off by tenths

    private static readonly (string Limit, string Column)[] PermitLimits =
    [
        ("closed", "river.closed_fraction"),
        ("river_temperature", "river.above_limit_fraction"),
        ("intake", "river.limited_intake_fraction"),
        ("return_rise", "river.limited_return_rise_fraction"),
        ("return_temperature", "river.limited_return_temperature_fraction"),
        ("mixed_rise", "river.limited_mixed_rise_fraction"),
        ("mixed_temperature", "river.limited_mixed_temperature_fraction"),
    ];

    private readonly List<Watch> watches = [];
    private readonly List<(string Limit, int Slot)> beside = [];
    private readonly Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> bound = new(StringComparer.Ordinal);
    private int[] loopEnd = [];

    /// <summary>Finds the columns.</summary>
    public void Begin(RowSlots slots)
    {
        loopEnd = [.. plant.Loops.Select(loop => slots.Of($"loops.{loop.Name}.supply_end_c_max"))];
        watches.Add(new(slots.Of("grid.limited_fraction"), Grid, Grid, -1));
        for (int i = 0; i < plant.Loops.Count; i++)
        {
            string loop = "loops." + plant.Loops[i].Name;
            watches.Add(new(slots.Of(loop + ".limited_supply_fraction"), loop, loop, i));
        }

        foreach (HallParameters hall in plant.Halls)
        {
            string at = $"halls.{hall.Name}";
            int air = plant.LoopIndex(hall.Air.Loop);
            watches.Add(new(slots.Of(at + ".limited_inlet_fraction"), at + ".air", "loops." + hall.Air.Loop, air));
            if (hall.Liquid is { } liquid)
            {
                int warm = plant.LoopIndex(liquid.Loop);
                watches.Add(new(slots.Of(at + ".limited_liquid_inlet_fraction"), at + ".liquid", "loops." + liquid.Loop, warm));
            }
        }

        if (plant.Permit is not null)
        {
            beside.AddRange(PermitLimits.Select(limit => ("river.permit." + limit.Limit, slots.Of(limit.Column))));
        }
    }

    /// <summary>Books the loss of an interval.</summary>
    /// <param name="startUnixS">Begin of the interval.</param>
    /// <param name="values">Its row.</param>
    /// <param name="lostGpuHours">Firm GPU-hours lost in it [h]; above zero.</param>
    public void Add(long startUnixS, ReadOnlySpan<double> values, double lostGpuHours)
    {
        bound.Clear();
        foreach (Watch watch in watches)
        {
            if (values[watch.Slot] > 0.0)
            {
                bool isWarm = watch.Loop >= 0 && values[loopEnd[watch.Loop]] > plant.Loops[watch.Loop].SupplyC + WarmK;
                bound.Add(isWarm ? watch.IfWarm : watch.Limit);
            }
        }

        foreach (string limit in bound)
        {
            if (!accounts.TryGetValue(limit, out Account? account))
            {
                accounts.Add(limit, account = new(beside.Count));
            }

            account.Add(startUnixS, lostGpuHours / bound.Count);
            for (int i = 0; limit != Grid && i < beside.Count; i++)
            {
                account.Beside[i] += values[beside[i].Slot] > 0.0 ? lostGpuHours / bound.Count : 0.0;
            }
        }
    }

    /// <summary>The limits with what they took, the most first.</summary>
    public IEnumerable<SizeLimit> Limits() => accounts
        .OrderByDescending(account => account.Value.LostGpuHours)
        .ThenBy(account => account.Key, StringComparer.Ordinal)
        .Select(account => new SizeLimit(
            account.Key, Reasons(account.Value), account.Value.LostGpuHours, OverFraction: 0.0, account.Value.WorstUnixS));

    // What bound in half of the lost hours and more tells why they were lost; what did so now and then does not.
    private string[] Reasons(Account account) =>
    [
        .. beside.Index().Where(reason => account.Beside[reason.Index] >= 0.5 * account.LostGpuHours)
            .OrderByDescending(reason => account.Beside[reason.Index])
            .Select(reason => reason.Item.Limit),
    ];

    private sealed record Watch(int Slot, string Limit, string IfWarm, int Loop);

    private sealed class Account(int reasons)
    {
        public double LostGpuHours { get; private set; }

        public long WorstUnixS { get; private set; }

        public double[] Beside { get; } = new double[reasons];

        private double worst;

        public void Add(long startUnixS, double lostGpuHours)
        {
            LostGpuHours += lostGpuHours;
            if (lostGpuHours > worst)
            {
                (worst, WorstUnixS) = (lostGpuHours, startUnixS);
            }
        }
    }
}
