using Twin.Core.Time;

namespace Twin.Tests.Time;

[TestClass]
public sealed class TimeTests
{
    private static readonly SiteCalendar Berlin = new("Europe/Berlin");

    [TestMethod]
    public void A_clock_ends_where_its_last_step_ends()
    {
        var clock = Clock.Between(0, 86_400, 300);
        Assert.AreEqual(288, clock.Count);
        Assert.AreEqual(86_400, clock.EndUnixS);
        Assert.AreEqual(86_100, clock.BeginUnixS(287));
    }

    [TestMethod]
    public void A_clock_refuses_what_it_cannot_tick()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Clock(0, 0, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Clock(0, 86_401, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Clock(0, 60, 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Clock(long.MaxValue, 60, 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Clock(0, 60, long.MaxValue));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Clock.Between(0, 100, 60)); // 100 s are no whole minutes
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Clock.Between(0, -60, 60));
    }

    [TestMethod]
    public void Days_of_UTC_count_down_before_1970()
    {
        Assert.AreEqual(-1, UtcDay.Number(-1));
        Assert.AreEqual(-1, UtcDay.Number(-86_400));
        Assert.AreEqual(-2, UtcDay.Number(-86_401));
        Assert.AreEqual(new DateOnly(1969, 12, 31), UtcDay.Date(-1));
    }

    [TestMethod]
    public void The_hour_that_spring_skips_has_no_instant_and_the_one_that_autumn_repeats_has_two()
    {
        long skippedS = UtcDay.BeginUnixS(new DateOnly(2025, 3, 30)) + 9000; // 02:30 on the wall
        Assert.AreEqual(0, Berlin.InstantsOf(skippedS, out _, out _));

        long repeatedS = UtcDay.BeginUnixS(new DateOnly(2025, 10, 26)) + 9000;
        Assert.AreEqual(2, Berlin.InstantsOf(repeatedS, out long first, out long second));
        Assert.AreEqual(3600, second - first);
        Assert.AreEqual(repeatedS - 7200, first); // still summer time, UTC+2
    }

    [TestMethod]
    public void Every_local_day_begins_where_the_one_before_ends_also_where_clocks_jump_over_midnight()
    {
        foreach (string zone in new[] { "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "UTC" })
        {
            SiteCalendar calendar = new(zone);
            for (var date = new DateOnly(2017, 1, 1); date.Year < 2019; date = date.AddDays(1))
            {
                long beginUnixS = calendar.BeginUnixS(date);
                Assert.AreEqual(date, calendar.At(beginUnixS).Date, zone);
                Assert.AreEqual(date.AddDays(-1), calendar.At(beginUnixS - 1).Date, zone);
            }
        }
    }

    [TestMethod]
    public void Asking_for_local_time_allocates_nothing()
    {
        double hours = Berlin.At(0).HourOfDay; // first call may compile
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (long unixS = 1_735_689_600; unixS < 1_767_225_600; unixS += 3600)
        {
            hours += Berlin.At(unixS).HourOfDay;
        }

        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.IsGreaterThan(0.0, hours);
    }

    [TestMethod]
    public void A_calendar_refuses_unknown_zones_and_times()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new SiteCalendar("Europe/Muenchen"));
        Assert.IsFalse(SiteCalendar.IsZone("Europe/Muenchen"));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Berlin.At(SiteCalendar.FirstUnixS - 1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Berlin.At(SiteCalendar.EndUnixS));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Berlin.BeginUnixS(new DateOnly(1899, 12, 31)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => BavarianHolidays.NameOf(new DateOnly(1994, 1, 1)));
    }

    [TestMethod]
    public void Easter_falls_on_its_earliest_and_latest_dates() // 22 March 1818 and 25 April 2038: Meeus, ch. 8
    {
        Assert.AreEqual(new DateOnly(1818, 3, 22), BavarianHolidays.EasterSunday(1818));
        Assert.AreEqual(new DateOnly(2038, 4, 25), BavarianHolidays.EasterSunday(2038));
        Assert.AreEqual("Reformationstag", BavarianHolidays.NameOf(new DateOnly(2017, 10, 31)));
        Assert.IsNull(BavarianHolidays.NameOf(new DateOnly(2018, 10, 31)));
    }
}
