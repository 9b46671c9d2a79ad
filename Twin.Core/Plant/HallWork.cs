using Twin.Core.Components.Compute;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Plant;

/// <summary>The work of a hall over time, and what its racks ask for because of it.</summary>
/// <remarks>Weights of single racks are a straight line between full hours. Two rows of them stand here, those before and after a step.</remarks>
internal sealed class HallWork
{
    private const int HourS = 3_600;
    private readonly ISeries busy;
    private readonly WorkloadSeries? profile;
    private readonly RackWeights weights;
    private readonly RackBank bank;
    private readonly Clock clock;
    private readonly ColumnShelf? shelf;
    private readonly object wishKey;
    private double[] before;
    private double[] after;
    private long hour = long.MinValue;
    private RackWish[]? wishes;

    /// <summary>Prepares the work of a hall.</summary>
    /// <param name="hall">The hall.</param>
    /// <param name="calendar">Calendar of the site.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="clock">Steps of the run.</param>
    /// <param name="shelf">Columns shared with other runs; null for none.</param>
    public HallWork(HallParameters hall, SiteCalendar calendar, long seed, Clock clock, ColumnShelf? shelf)
    {
        profile = hall.Workload.Utilisation is null ? new WorkloadSeries(hall.Workload.Profile!, calendar, seed, hall.Name) : null;
        busy = SharedSeries.Of(hall.Workload.Utilisation ?? profile!, clock, shelf);
        weights = new RackWeights(profile is null ? null : hall.Workload.Profile, seed, hall.Name, hall.Racks);
        bank = new RackBank(hall);
        before = new double[bank.PaddedCount];
        after = new double[bank.PaddedCount];
        this.clock = clock;
        this.shelf = shelf is not null && shelf.Takes(WishBytes(clock)) ? shelf : null;
        wishKey = (
            "wish", busy.Identity, clock, hall.Racks, hall.ServersPerRack,
            (hall.Server.RatedPowerW, hall.Server.IdleFraction, hall.Server.FullFraction, hall.Server.Gpus));
    }

    /// <summary>Length that a row of rack weights must have.</summary>
    public int PaddedRacks => bank.PaddedCount;

    /// <summary>Fills busy share and wishes of a block.</summary>
    /// <param name="startUnixS">Begin of the block, seconds since 1970-01-01T00:00Z.</param>
    /// <param name="stepS">Length of a step [s].</param>
    /// <param name="busyFraction">Receives the busy share of the hall in each step [1].</param>
    /// <param name="wish">Receives what the racks ask for in each step; as many.</param>
    public void Fill(long startUnixS, int stepS, Span<double> busyFraction, Span<RackWish> wish)
    {
        busy.FillMeans(startUnixS, stepS, busyFraction);
        if (shelf is null || stepS != clock.StepS)
        {
            FillWishes(startUnixS, stepS, busyFraction, wish);
            return;
        }

        wishes ??= shelf.Of(wishKey, WishBytes(clock), () =>
        {
            (double[] share, RackWish[] whole) = (new double[clock.Count], new RackWish[clock.Count]);
            busy.FillMeans(clock.StartUnixS, clock.StepS, share);
            FillWishes(clock.StartUnixS, clock.StepS, share, whole);
            return whole;
        });
        wishes.AsSpan((int)((startUnixS - clock.StartUnixS) / stepS), wish.Length).CopyTo(wish);
    }

    /// <summary>Fills the weights of the racks at a full hour.</summary>
    /// <param name="unixHour">Hour since 1970-01-01T00:00Z.</param>
    /// <param name="row">Receives one weight for each rack.</param>
    public void FillWeights(long unixHour, Span<double> row) => weights.Fill(unixHour, profile?.Knot(unixHour) ?? 0.0, row);

    private static long WishBytes(Clock clock) => clock.Count * 3 * sizeof(double);

    private void FillWishes(long startUnixS, int stepS, ReadOnlySpan<double> busyFraction, Span<RackWish> wish)
    {
        for (int k = 0; k < wish.Length; k++)
        {
            double hours = (startUnixS + (k + 0.5) * stepS) / HourS;
            double floor = Math.Floor(hours);
            MoveTo((long)floor);
            wish[k] = bank.Wish(busyFraction[k], before, after, hours - floor);
        }
    }

    private void MoveTo(long unixHour)
    {
        if (unixHour == hour)
        {
            return;
        }

        if (unixHour == hour + 1)
        {
            (before, after) = (after, before);
        }
        else
        {
            FillWeights(unixHour, before);
        }

        FillWeights(unixHour + 1, after);
        hour = unixHour;
    }
}
