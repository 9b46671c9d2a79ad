using System.Globalization;
using Twin.Core.Time;

namespace Twin.Tests.Reference;

[TestClass]
public sealed class TimeReferenceTests
{
    private static readonly SiteCalendar Berlin = new("Europe/Berlin");

    [TestMethod]
    public void Local_time_agrees_with_the_IANA_database_in_every_row()
    {
        foreach (ReferenceRow row in ReferenceTable.Load("time_local.csv").Rows)
        {
            long unixS = (long)row.UnixS("utc");
            var wall = DateTime.ParseExact(row.Text("local"), "s", CultureInfo.InvariantCulture);
            LocalTime local = Berlin.At(unixS);

            Assert.AreEqual(DateOnly.FromDateTime(wall), local.Date, row.Place);
            Assert.AreEqual(wall.TimeOfDay.TotalHours, local.HourOfDay, 0.0, row.Place);
            Assert.AreEqual(row.Number("offset_min") * 60, local.OffsetS, row.Place);
            Assert.AreEqual(row.Text("fold") == "1", local.IsSecondPass, row.Place);
            Assert.AreEqual(row.Number("local_day_of_year"), local.DayOfYear, row.Place);
            Assert.AreEqual(row.Number("local_iso_weekday"), local.IsoWeekday, row.Place);

            long localS = (long)(wall - DateTime.UnixEpoch).TotalSeconds;
            Berlin.InstantsOf(localS, out long first, out long second);
            Assert.AreEqual(unixS, local.IsSecondPass ? second : first, row.Place);
        }
    }

    [TestMethod]
    public void Local_days_have_23_24_or_25_hours_as_in_every_row()
    {
        foreach (ReferenceRow row in ReferenceTable.Load("time_day_length.csv").Rows)
        {
            var date = DateOnly.ParseExact(row.Text("local_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.AreEqual(row.Number("hours") * 3600, Berlin.DayLengthS(date), row.Place);
            Assert.AreEqual(row.Number("day_of_year"), Berlin.At(Berlin.BeginUnixS(date)).DayOfYear, row.Place);
            Assert.AreEqual(row.Number("days_in_year"), new DateOnly(date.Year, 12, 31).DayOfYear, row.Place);
        }
    }

    [TestMethod]
    public void Holidays_are_those_of_every_row_and_no_others_in_its_year()
    {
        Dictionary<DateOnly, string> listed = ReferenceTable.Load("holidays_bavaria.csv").Rows.ToDictionary(
            static row => DateOnly.ParseExact(row.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            static row => row.Text("name"));
        foreach (int year in listed.Keys.Select(static date => date.Year).Distinct())
        {
            for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1))
            {
                Assert.AreEqual(listed.GetValueOrDefault(date), BavarianHolidays.NameOf(date), date.ToString("O", CultureInfo.InvariantCulture));
            }
        }
    }
}
