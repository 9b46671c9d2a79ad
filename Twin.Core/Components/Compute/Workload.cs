using Twin.Core.Climate;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Core.Components.Compute;

/// <summary>Busy share of a hall from a profile: hour of the day, day of the week, and a seeded spread from day to day and hour to
/// hour.</summary>
/// <remarks>
/// The share is a straight line between full UTC hours. Random numbers are keyed by seed, name and hour, so that neither the step nor
/// the length of the run changes them.
/// </remarks>
public sealed class WorkloadSeries : ISeries
{
    private const long HourS = 3_600;
    private const int DayHours = 24;
    private readonly WorkloadProfile profile;
    private readonly SiteCalendar calendar;
    private readonly KeyedRandom random;
    private readonly KeyedRandom days;
    private readonly double scale;

    /// <summary>Prepares the series.</summary>
    /// <param name="profile">Shape of the work.</param>
    /// <param name="calendar">Calendar of the site: people work by local time.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="name">Name of the hall.</param>
    public WorkloadSeries(WorkloadProfile profile, SiteCalendar calendar, long seed, string name)
    {
        ArgumentNullException.ThrowIfNull(profile);
        this.profile = profile;
        this.calendar = calendar;
        random = new KeyedRandom(seed, "halls." + name + ".hour");
        days = new KeyedRandom(seed, "halls." + name + ".day");
        Identity = (profile, calendar.ZoneId, seed, name);
        double week = profile.HourShape.Average() * (5.0 + 2.0 * profile.WeekendFactor) / 7.0;
        scale = profile.MeanBusyFraction / week;
    }

    /// <inheritdoc/>
    public object Identity { get; }

    /// <inheritdoc/>
    public void FillMeans(long startUnixS, int stepS, Span<double> destination)
    {
        long hour = long.MinValue;
        double before = 0.0, after = 0.0;
        for (int k = 0; k < destination.Length; k++)
        {
            // The middle of a step no longer than an hour: on a straight line it is the mean, and at a knot it is next to it.
            double middleS = startUnixS + (k + 0.5) * stepS;
            long at = (long)Math.Floor(middleS / HourS);
            if (at != hour)
            {
                before = at == hour + 1 ? after : Knot(at);
                after = Knot(at + 1);
                hour = at;
            }

            destination[k] = before + (after - before) * (middleS / HourS - at);
        }
    }

    /// <summary>Busy share at a full hour [1].</summary>
    /// <param name="unixHour">Hour since 1970-01-01T00:00Z.</param>
    public double Knot(long unixHour)
    {
        LocalTime local = calendar.At(unixHour * HourS);
        double day = local.IsoWeekday > 5 ? profile.WeekendFactor : 1.0;
        int hour = (int)local.HourOfDay;
        double part = local.HourOfDay - hour; // zones at half hours
        double shape = profile.HourShape[hour] + (profile.HourShape[(hour + 1) % 24] - profile.HourShape[hour]) * part;
        double spread = (1.0 + profile.HourSpreadFraction * (2.0 * random.Uniform(unixHour) - 1.0))
            * (1.0 + profile.DaySpreadFraction * DayDeviation(unixHour));
        return Math.Clamp(scale * day * shape * spread, 0.0, 1.0);
    }

    // -1 to 1, a straight line between days: jobs and customers do not come and go at midnight.
    private double DayDeviation(long unixHour)
    {
        long day = (long)Math.Floor((double)unixHour / DayHours);
        double part = (double)(unixHour - day * DayHours) / DayHours;
        double before = days.Uniform(day), after = days.Uniform(day + 1);
        return 2.0 * (before + (after - before) * part) - 1.0;
    }
}

/// <summary>Busy share of each rack over that of its hall, knot by knot.</summary>
public sealed class RackWeights
{
    private const int JobHours = 8; // how long a rack stands between two jobs at least; assumed
    private readonly WorkloadProfile? profile;
    private readonly KeyedRandom[] racks;
    private readonly double[] ofJob; // what decides whether a rack stands idle, for the job at hand
    private long job = long.MinValue;

    /// <summary>Prepares the weights.</summary>
    /// <param name="profile">Shape of the work; null gives all racks the weight 1.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="name">Name of the hall.</param>
    /// <param name="count">Number of racks.</param>
    public RackWeights(WorkloadProfile? profile, long seed, string name, int count)
    {
        this.profile = profile;
        racks = new KeyedRandom[count];
        ofJob = new double[count];
        for (int i = 0; i < count && profile is not null; i++)
        {
            racks[i] = new KeyedRandom(seed, $"halls.{name}.racks.{i}");
        }
    }

    /// <summary>Fills one knot.</summary>
    /// <param name="unixHour">Hour since 1970-01-01T00:00Z.</param>
    /// <param name="hallBusyFraction">Busy share of the hall at this knot [1]; where it is high, fewer racks can stand idle.</param>
    /// <param name="destination">One weight for each rack; what is beyond stays as it is.</param>
    public void Fill(long unixHour, double hallBusyFraction, Span<double> destination)
    {
        if (profile is null)
        {
            destination[..racks.Length].Fill(1.0);
            return;
        }

        double idleFraction = Math.Min(profile.IdleRackFraction, 1.0 - hallBusyFraction);
        double busy = 1.0 / (1.0 - idleFraction);
        long at = (long)Math.Floor((double)unixHour / JobHours); // before 1970 too: rounding to zero would make one job of 15 hours
        if (at != job)
        {
            job = at;
            KeyedRandom.Uniforms(racks, -job - 1, ofJob);
        }

        KeyedRandom.Uniforms(racks, unixHour, destination);
        for (int i = 0; i < racks.Length; i++)
        {
            double spread = 1.0 + profile.RackSpreadFraction * (2.0 * destination[i] - 1.0);
            destination[i] = ofJob[i] < idleFraction ? 0.0 : busy * spread; // no number is below zero, so that no idle share is no idle rack
        }
    }
}
