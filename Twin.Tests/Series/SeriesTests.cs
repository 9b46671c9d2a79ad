using CsCheck;
using Twin.Core.Series;
using Twin.Core.Time;

namespace Twin.Tests.Series;

[TestClass]
public sealed class SeriesTests
{
    private const double Rounding = 1e-12; // sums of a few products: only rounding may part them
    private const int Hour = 3600;

    [TestMethod]
    public void Between_instants_a_line_is_drawn_and_the_last_one_is_held() =>
        CollectionAssert.AreEqual(
            new[] { 0.5, 1.5, 2.5, 3.5, 4.0, 4.0 }, Means(Hourly(Between.Linear, 0, 2, 4), 0, Hour / 2, 6));

    [TestMethod]
    public void A_price_holds_until_the_next_one() =>
        CollectionAssert.AreEqual(
            new[] { 10.0, 10.0, -5.0, -5.0, 7.0, 7.0 }, Means(Hourly(Between.Hold, 10, -5, 7), 0, Hour / 2, 6));

    [TestMethod]
    public void A_step_over_three_means_is_their_weighted_mean() => // a quarter of 1, a whole 5, a quarter of 9
        Assert.AreEqual((0.25 * 1 + 5 + 0.25 * 9) / 1.5, Means(Hourly(Between.Mean, 1, 5, 9), 2700, 5400, 1)[0], Rounding);

    [TestMethod]
    public void Within_one_sample_a_value_comes_back_bit_for_bit() =>
        Assert.AreEqual(0.1, Means(Hourly(Between.Hold, 0.1, 0.2), 7, 61, 1)[0], 0.0);

    [TestMethod]
    public void Resampling_conserves_the_mean_whatever_step_and_rule() =>
        Gen.Select(
            Gen.Double[-50, 50].Array[2, 40], Gen.Int[1, 200], Gen.Int[0, 2].Select(static i => (Between)i))
        .Sample((values, steps, between) =>
        {
            SampledSeries series = Hourly(between, values);
            int lengthS = values.Length * Hour;
            int stepS = Math.Max(1, lengthS / steps);
            int count = lengthS / stepS;
            double whole = Means(series, 0, stepS * count, 1)[0];
            return Math.Abs(whole - Means(series, 0, stepS, count).Average()) < 1e-10; // sums of up to 200 terms of about 50
        });

    [TestMethod]
    public void A_value_does_not_depend_on_how_a_run_is_cut_into_blocks() =>
        Gen.Select(Gen.Double[-50, 50].Array[5, 30], Gen.Int[60, 9000], Gen.Int[0, 3])
        .Sample((values, stepS, cut) =>
        {
            SampledSeries series = Hourly(Between.Linear, values);
            int count = values.Length * Hour / stepS;
            cut = Math.Min(cut, count);
            double[] parts = [.. Means(series, 0, stepS, cut), .. Means(series, (long)cut * stepS, stepS, count - cut)];
            return Means(series, 0, stepS, count).SequenceEqual(parts);
        });

    [TestMethod]
    public void A_series_refuses_to_speak_of_times_it_does_not_cover()
    {
        SampledSeries series = Hourly(Between.Hold, 1, 2);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Means(series, -1, Hour, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Means(series, Hour, Hour, 2));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Means(series, 0, 0, 1));
        SampledSeries held = new(series.Source, Between.Linear, heldPastEndsS: Hour);
        CollectionAssert.AreEqual(new[] { 1.0, 1.5, 2.0, 2.0 }, Means(held, -Hour, Hour, 4));
    }

    [TestMethod]
    public void A_step_that_begins_before_the_first_sample_holds_it_and_then_follows_the_line() => // half of 0, half of 0.25
        Assert.AreEqual(0.125, Means(new(Hourly(Between.Linear, 0, 1).Source, Between.Linear, Hour), -Hour / 2, Hour, 1)[0], Rounding);

    [TestMethod]
    public void Hours_above_are_counted_on_held_samples_and_strictly()
    {
        SampledSeries series = Hourly(Between.Linear, 21.5, 21.6, 20.0);
        double[] shares = new double[4];
        series.FillShareAbove(0, 2700, 21.5, shares); // above from 3600 s to 7200 s: 1800 of the second step, 1800 of the third
        CollectionAssert.AreEqual(new[] { 0.0, 2.0 / 3.0, 2.0 / 3.0, 0.0 }, shares);
    }

    [TestMethod]
    public void A_gap_filled_in_and_a_sample_held_past_the_end_count_as_not_above()
    {
        Samples source = new([0, Hour, 4 * Hour], [30.0, 30.0, 30.0], Hour);
        Gap gap = source.Gaps().Single();
        Assert.AreEqual(new Gap(1, 2 * Hour, 3 * Hour, 2, 2 * Hour), gap);
        Samples filled = source.Filled(GapRule.Linear(2 * Hour));
        Assert.AreEqual(2, filled.FilledCount);
        SampledSeries series = new(filled, Between.Linear, Hour);
        double[] shares = new double[7];
        series.FillShareAbove(-Hour, Hour, 20.0, shares);
        CollectionAssert.AreEqual(new[] { 0.0, 1, 1, 0, 0, 1, 0 }, shares);
    }

    [TestMethod]
    public void Gaps_are_filled_by_a_line_or_by_holding_up_to_the_length_allowed()
    {
        Samples source = new([0, Hour, 4 * Hour], [0.0, 1.0, 4.0], Hour);
        CollectionAssert.AreEqual(new[] { 0.0, 1, 2, 3, 4 }, source.Filled(GapRule.Linear(2 * Hour)).Values.ToArray());
        CollectionAssert.AreEqual(new[] { 0.0, 1, 1, 1, 4 }, source.Filled(GapRule.Hold(2 * Hour)).Values.ToArray());
        Assert.HasCount(1, source.Filled(GapRule.Linear((2 * Hour) - 1)).Gaps());
        Assert.HasCount(1, source.Filled(GapRule.Fault).Gaps());
    }

    [TestMethod]
    public void Local_midnights_25_hours_apart_are_no_gap() =>
        Assert.IsEmpty(new Samples([0, 86_400, 176_400], [1.0, 2.0, 3.0], 86_400).Gaps());

    [TestMethod]
    public void Factor_and_offset_reach_values_and_thresholds()
    {
        SampledSeries fahrenheit = Hourly(Between.Hold, 68, 70);
        SampledSeries celsius = fahrenheit.Scaled(5.0 / 9.0, -160.0 / 9.0);
        Assert.AreEqual(20.0, Means(celsius, 0, Hour, 1)[0], Rounding);
        double[] share = new double[2];
        celsius.FillShareAbove(0, Hour, 20.5, share);
        CollectionAssert.AreEqual(new[] { 0.0, 1.0 }, share);
        double[] warmer = new double[1];
        new AffineSeries(new ConstantSeries(10.0), 2.0, 1.0).FillMeans(0, Hour, warmer);
        Assert.AreEqual(21.0, warmer[0]);
    }

    [TestMethod]
    public void A_typical_year_lends_29_February_the_28th_and_skips_its_own_where_there_is_none()
    {
        Samples common = Daily(2023, 365);
        Assert.IsTrue(CalendarRepeat.TryMap(common, Begin(2024), Begin(2025), out Samples? leap));
        double[] means = Means(new(leap, Between.Hold), Begin(2024), 86_400, 366);
        Assert.AreEqual(59.0, means[58]); // 28 February is day 59
        Assert.AreEqual(59.0, means[59]);
        Assert.AreEqual(60.0, means[60]); // 1 March keeps its own
        Assert.AreEqual(365.0, means[365]);

        Assert.IsTrue(CalendarRepeat.TryMap(Daily(2024, 366), Begin(2023), Begin(2024), out Samples? plain));
        means = Means(new(plain, Between.Hold), Begin(2023), 86_400, 365);
        Assert.AreEqual(59.0, means[58]);
        Assert.AreEqual(61.0, means[59]); // day 60 of the source was its leap day
    }

    [TestMethod]
    public void The_end_of_a_repeated_year_runs_on_into_its_begin()
    {
        Assert.IsTrue(CalendarRepeat.TryMap(Daily(2023, 365), Begin(2025), Begin(2026), out Samples? mapped));
        double[] lastDay = Means(new(mapped, Between.Linear), Begin(2026) - 86_400, 86_400, 1);
        Assert.AreEqual((365.0 + 1.0) / 2.0, lastDay[0], Rounding);
    }

    [TestMethod]
    public void Two_years_cannot_be_repeated_and_a_month_covers_only_itself()
    {
        Assert.IsFalse(CalendarRepeat.IsRepeatable(Daily(2023, 366)));
        Assert.ThrowsExactly<ArgumentException>(() => CalendarRepeat.TryMap(Daily(2023, 366), Begin(2025), Begin(2026), out _));
        Assert.IsFalse(CalendarRepeat.TryMap(Daily(2023, 31), Begin(2025) + (100 * 86_400L), Begin(2026) - (100 * 86_400L), out _));
    }

    [TestMethod]
    public void Samples_refuse_what_would_spoil_a_run()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new Samples([], [], Hour));
        Assert.ThrowsExactly<ArgumentException>(() => new Samples([0, 0], [1.0, 2.0], Hour));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Samples([0], [double.NaN], Hour));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new ConstantSeries(double.PositiveInfinity));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => GapRule.Linear(0));
    }

    private static long Begin(int year) => UtcDay.YearBeginUnixS(year);

    /// <summary>Daily samples with the number of their day as value.</summary>
    private static Samples Daily(int year, int days) => new(
        [.. Enumerable.Range(0, days).Select(d => Begin(year) + (d * 86_400L))],
        [.. Enumerable.Range(1, days).Select(static d => (double)d)],
        86_400);

    private static SampledSeries Hourly(Between between, params double[] values) =>
        new(new([.. values.Select(static (_, i) => (long)i * Hour)], values, Hour), between);

    private static double[] Means(SampledSeries series, long startUnixS, int stepS, int count)
    {
        double[] means = new double[count];
        series.FillMeans(startUnixS, stepS, means);
        return means;
    }
}
