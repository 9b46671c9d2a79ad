using CsCheck;
using Twin.Core.Components.Compute;

namespace Twin.Tests.Components;

[TestClass]
public sealed class WorkloadTests
{
    private const int Week = 168;
    private const long Monday = 1_736_118_000; // 2025-01-06T00:00+01:00

    public static IEnumerable<object[]> Profiles => WorkloadProfile.All.Select(p => new object[] { p.Name });

    [TestMethod]
    [DynamicData(nameof(Profiles))]
    public void A_profile_meets_its_weekly_mean(string name)
    {
        WorkloadProfile profile = Find(name);
        const int days = 4 * 364;
        double[] years = Means(profile, Monday, 3600, days * 24);
        // An even spread of half width w has the deviation w / sqrt 3; four deviations of the mean of all days, which the hours hardly add
        // to. Weekdays count twice as much as weekends at most, which widens it by a tenth.
        double sampling = 4.0 * 1.1 * (profile.DaySpreadFraction + profile.HourSpreadFraction / 4.0) / Math.Sqrt(3.0 * days);
        Assert.AreEqual(profile.MeanBusyFraction, years.Average(), sampling * profile.MeanBusyFraction);
    }

    [TestMethod]
    [DynamicData(nameof(Profiles))]
    public void Without_spread_the_weekly_mean_is_exact(string name)
    {
        WorkloadProfile profile = Find(name) with { DaySpreadFraction = 0.0, HourSpreadFraction = 0.0 };
        Assert.AreEqual(profile.MeanBusyFraction, Means(profile, Monday, 3600, Week).Average(), 1e-12); // rounding of 168 terms
    }

    [TestMethod]
    public void Days_differ_without_a_step_at_midnight()
    {
        // Flat hours, days only: noon to noon the share moves, but from hour to hour by at most the whole width in a day, 2 w / 24.
        WorkloadProfile profile = WorkloadProfile.LlmTraining with { HourSpreadFraction = 0.0 };
        double[] hours = Means(profile, Monday, 3600, 10 * Week);
        double step = Enumerable.Range(1, hours.Length - 1).Max(h => Math.Abs(hours[h] - hours[h - 1]));
        Assert.IsLessThanOrEqualTo(0.74 * 2.0 * profile.DaySpreadFraction / 24.0, step);
        Assert.IsGreaterThan(0.74 * profile.DaySpreadFraction, hours.Max() - hours.Min()); // half of the width in 70 days: sure
    }

    [TestMethod]
    [DynamicData(nameof(Profiles))]
    public void A_share_stays_a_share(string name)
    {
        foreach (double share in Means(Find(name) with { MeanBusyFraction = 0.97 }, Monday, 600, 6 * Week))
        {
            Assert.IsTrue(share is >= 0.0 and <= 1.0);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Profiles))]
    public void Blocks_of_any_length_give_the_same_bits(string name) =>
        Gen.Select(Gen.Int[1, 3600], Gen.Int[0, 200], Gen.Int[0, 100_000])
        .Sample((stepS, cut, offsetS) =>
        {
            WorkloadProfile profile = Find(name);
            long start = Monday + offsetS;
            double[] parts = [.. Means(profile, start, stepS, cut), .. Means(profile, start + (long)cut * stepS, stepS, 200 - cut)];
            return Means(profile, start, stepS, 200).SequenceEqual(parts);
        }, iter: 30);

    [TestMethod]
    [DataRow(60)]
    [DataRow(300)]
    [DataRow(900)]
    public void Shorter_steps_within_the_hour_leave_its_mean(int stepS)
    {
        double[] hours = Means(WorkloadProfile.InteractiveInference, Monday, 3600, Week);
        double[] steps = Means(WorkloadProfile.InteractiveInference, Monday, stepS, Week * 3600 / stepS);
        int each = 3600 / stepS;
        for (int h = 0; h < Week; h++)
        {
            Assert.AreEqual(hours[h], steps.Skip(h * each).Take(each).Average(), 1e-13); // middles of a straight line: rounding
        }
    }

    [TestMethod]
    public void People_work_by_local_time() // the shape's 10 h stands at 09:00Z in winter and at 08:00Z in summer
    {
        WorkloadProfile profile = WorkloadProfile.InteractiveInference with { DaySpreadFraction = 0.0, HourSpreadFraction = 0.0 };
        double winter = Means(profile, Monday + 9 * 3600, 3600, 1)[0];
        long june = Monday + 26 * Week * 3600L; // a Monday in July, 00:00+01:00
        Assert.AreEqual(winter, Means(profile, june + 8 * 3600, 3600, 1)[0], 1e-12); // rounding
        Assert.AreEqual(0.62, Means(profile, Monday + 5 * 86_400 + 9 * 3600, 3600, 1)[0] / winter, 1e-12); // Saturday
    }

    [TestMethod]
    [DynamicData(nameof(Profiles))]
    public void Racks_share_the_work_of_their_hall(string name)
    {
        WorkloadProfile profile = Find(name);
        const int count = 200, jobs = 40;
        var racks = new RackWeights(profile, 7, "hall", count);
        double[] weights = new double[count];
        double sum = 0.0, idle = 0.0;
        for (int job = 0; job < jobs; job++)
        {
            racks.Fill(480_000 + 8 * job, 0.5, weights);
            sum += weights.Sum();
            idle += weights.Count(static w => w == 0.0);
        }

        // Four deviations of 8000 independent draws: idle or not, and the spread of those that work.
        double p = profile.IdleRackFraction, n = count * jobs;
        double deviation = Math.Sqrt((p / (1.0 - p) + profile.RackSpreadFraction * profile.RackSpreadFraction / 3.0) / n);
        Assert.AreEqual(1.0, sum / n, 4.0 * deviation);
        Assert.AreEqual(p, idle / n, 4.0 * Math.Sqrt(p * (1.0 - p) / n) + 1e-12);
    }

    [TestMethod]
    public void A_rack_keeps_its_number_in_a_larger_hall_and_at_any_hour()
    {
        double[] small = new double[10], large = new double[50];
        new RackWeights(WorkloadProfile.LlmTraining, 7, "hall", 10).Fill(480_003, 0.5, small);
        var racks = new RackWeights(WorkloadProfile.LlmTraining, 7, "hall", 50);
        racks.Fill(479_000, 0.5, large); // another hour first
        racks.Fill(480_003, 0.5, large);
        CollectionAssert.AreEqual(small, large[..10]);
        new RackWeights(WorkloadProfile.LlmTraining, 8, "hall", 50).Fill(480_003, 0.5, large);
        CollectionAssert.AreNotEqual(small, large[..10]);
    }

    [TestMethod]
    [DataRow(480_000L)]
    [DataRow(-8L)] // the hours before 1970: one job of eight hours, as any other
    [DataRow(0L)]
    public void A_rack_changes_its_job_every_eight_hours(long firstHour)
    {
        bool[][] idle = [.. Enumerable.Range(0, 16).Select(h => Idle(firstHour + h))];
        for (int h = 1; h < 16; h++)
        {
            Assert.AreEqual(h != 8, idle[h].SequenceEqual(idle[h - 1]), $"hour {h}"); // 400 racks at 12 %: never the same by chance
        }

        static bool[] Idle(long hour)
        {
            double[] weights = new double[400];
            new RackWeights(WorkloadProfile.LlmTraining, 7, "hall", 400).Fill(hour, 0.5, weights);
            return [.. weights.Select(static w => w == 0.0)];
        }
    }

    [TestMethod]
    public void Without_a_profile_all_racks_work_alike_and_the_padding_is_left_alone()
    {
        double[] weights = [5.0, 5.0, 5.0];
        new RackWeights(null, 7, "hall", 2).Fill(480_000, 0.5, weights);
        CollectionAssert.AreEqual(new[] { 1.0, 1.0, 5.0 }, weights);
    }

    private static WorkloadProfile Find(string name) => WorkloadProfile.All.Single(p => p.Name == name);

    private static double[] Means(WorkloadProfile profile, long startUnixS, int stepS, int count)
    {
        double[] means = new double[count];
        new WorkloadSeries(profile, Machines.Calendar, 7, "hall").FillMeans(startUnixS, stepS, means);
        return means;
    }
}
