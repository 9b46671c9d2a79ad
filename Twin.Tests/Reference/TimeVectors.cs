using System.Globalization;
using Twin.Core.Time;

namespace Twin.Tests.Reference;

/// <summary>Local time and holidays: exact, or wrong.</summary>
internal static class TimeVectors
{
    private static readonly SiteCalendar Berlin = new("Europe/Berlin");

    public static void Local(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            long unixS = (long)row.UnixS("utc");
            var wall = DateTime.ParseExact(row.Text("local"), "s", CultureInfo.InvariantCulture);
            LocalTime local = Berlin.At(unixS);
            off.Expect(row, DateOnly.FromDateTime(wall) == local.Date, "local date");
            off.Check(row, wall.TimeOfDay.TotalHours, local.HourOfDay, what: "local [h]");
            off.Check(row, row.Number("offset_min") * 60, local.OffsetS, what: "offset [s]");
            off.Check(row, row.Number("fold"), local.IsSecondPass ? 1 : 0, what: "fold");
            off.Column(row, "local_day_of_year", local.DayOfYear);
            off.Column(row, "local_iso_weekday", local.IsoWeekday);
            long localS = (long)(wall - DateTime.UnixEpoch).TotalSeconds;
            Berlin.InstantsOf(localS, out long first, out long second);
            off.Check(row, unixS, local.IsSecondPass ? second : first, what: "utc, back from local");
        }
    }

    public static void DayLength(ReferenceTable table, Deviations off)
    {
        foreach (var row in table.Rows)
        {
            var date = DateOnly.ParseExact(row.Text("local_date"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            off.Column(row, "hours", Berlin.DayLengthS(date) / 3600.0);
            off.Column(row, "day_of_year", Berlin.At(Berlin.BeginUnixS(date)).DayOfYear);
            off.Column(row, "days_in_year", new DateOnly(date.Year, 12, 31).DayOfYear);
        }
    }

    /// <summary>Each listed day by its name, and no other day in a listed year: the list of a year is whole.</summary>
    public static void Holidays(ReferenceTable table, Deviations off)
    {
        Dictionary<DateOnly, ReferenceRow> listed = table.Rows.ToDictionary(
            static row => DateOnly.ParseExact(row.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (int year in listed.Keys.Select(static date => date.Year).Distinct())
        {
            for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1))
            {
                ReferenceRow? row = listed.GetValueOrDefault(date);
                string? found = BavarianHolidays.NameOf(date);
                string? expected = row?.Text("name");
                off.Expect(row ?? table.Rows[0], expected == found, $"{date:O}: found \"{found}\", expected \"{expected}\"");
            }
        }
    }
}
