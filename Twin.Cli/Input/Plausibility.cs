using System.Globalization;
using Twin.Cli.Input.Formats;
using Twin.Core.Physics;

namespace Twin.Cli.Input;

/// <summary>A question put to the values of a file.</summary>
/// <param name="IsFine">Whether the answer is what nature would give.</param>
/// <param name="Name">What was asked.</param>
/// <param name="Text">The answer.</param>
internal sealed record PlausibilityCheck(bool IsFine, string Name, string Text)
{
    /// <summary>Whether it only asks for a range.</summary>
    public bool IsRange { get; init; }
}

/// <summary>Holds the values of a file against what air, water and sun can do.</summary>
/// <remarks>The bounds are wide and assumed: they find broken sensors and mixed-up units, not weather that is merely rare.</remarks>
internal static class Plausibility
{
    private const double MostOfClearSky = 1.25; // bright clouds beside the sun add a fifth for minutes, hardly for an hour
    private const double AddedWPerM2 = 30.0; // at a low sun the clear-sky formula itself is off by as much
    private const double DaylightWPerM2 = 200.0; // a ratio says something where the clear sky gives this much
    private const double NightZenithDeg = 96.0; // the end of civil twilight
    private const double NightWPerM2 = 5.0;
    private const double DullestWPerM2 = 2.0; // more than the brightest sun in kW/m2, less than the dullest noon in W/m2
    private const int FewestOfDay = 24; // hours of a day, so that some of them are of daylight
    private const double PressureShare = 0.05; // weather moves the pressure of a place by as much

    // Ranges that a value leaves only by a fault, and the largest change in an hour.
    private static readonly (Measurand Measurand, double Least, double Most, double JumpPerHour, string Unit)[] Bounds =
    [
        (Measurand.AirTemperature, -60.0, 60.0, 15.0, "degC"),
        (Measurand.Humidity, 0.0, 100.0, double.PositiveInfinity, "%"),
        (Measurand.Wind, 0.0, 60.0, double.PositiveInfinity, "m/s"),
        (Measurand.WaterTemperature, -1.0, 40.0, 4.0, "degC"),
        (Measurand.GlobalIrradiance, 0.0, 1500.0, double.PositiveInfinity, "W/m2"),
        (Measurand.BeamNormal, 0.0, 1400.0, double.PositiveInfinity, "W/m2"),
        (Measurand.DiffuseIrradiance, 0.0, 1000.0, double.PositiveInfinity, "W/m2"),
        (Measurand.Carbon, 0.0, 2000.0, double.PositiveInfinity, "g/kWh"),
        (Measurand.Price, -1000.0, 5000.0, double.PositiveInfinity, "EUR/MWh"),
        (Measurand.WaterLevel, -1000.0, 3000.0, 150.0, "cm"),
        (Measurand.Discharge, 0.0, 30_000.0, double.PositiveInfinity, "m3/s"),
    ];

    /// <summary>All checks that a table allows.</summary>
    public static IReadOnlyList<PlausibilityCheck> Of(FileTable table)
    {
        List<PlausibilityCheck> checks = [];
        FileColumn[] columns = [.. table.Columns.Where(static column => !column.IsText && column.Values.Any(double.IsFinite))];
        foreach (FileColumn column in columns)
        {
            if (Array.Find(Bounds, bound => bound.Measurand == column.Measures
                && (column.Unit ?? column.LikelyUnit) == bound.Unit) is { Unit: not null } bounds)
            {
                checks.Add(Range(table, column, (bounds.Least, bounds.Most, bounds.Unit)));
                if (bounds.Measurand == Measurand.GlobalIrradiance && KilowattsPerhaps(column) is { } kilowatts)
                {
                    checks.Add(kilowatts);
                }

                if (double.IsFinite(bounds.JumpPerHour) && table.IntervalS > 0)
                {
                    checks.Add(Jumps(table, column, bounds.JumpPerHour, bounds.Unit));
                }
            }
        }

        if (table.Position is { } position
            && columns.FirstOrDefault(static c => c.Measures == Measurand.GlobalIrradiance) is { } global)
        {
            checks.Add(ClearSky(table, global, position));
        }

        if (table.Sun?.Doubt is { } doubt)
        {
            checks.Add(new(IsFine: false, "sun", doubt));
        }

        if (table.Position?.ElevationM is { } elevationM
            && columns.FirstOrDefault(static c => c.Measures == Measurand.Pressure) is { } pressure)
        {
            checks.Add(Pressure(pressure, elevationM));
        }

        return checks;
    }

    private static PlausibilityCheck Range(FileTable table, FileColumn column, (double Least, double Most, string Unit) bounds)
    {
        int[] outside = [.. Enumerable.Range(0, column.Values.Length)
            .Where(i => column.Values[i] < bounds.Least || column.Values[i] > bounds.Most)];
        string range = Text($"{bounds.Least} to {bounds.Most} {bounds.Unit}");
        return outside.Length == 0
            ? new(IsFine: true, column.Name, $"all within {range}") { IsRange = true }
            : new(IsFine: false, column.Name,
                Text($"{outside.Length} outside {range}, the first {column.Values[outside[0]]} in line {table.Lines[outside[0]]}"))
            {
                IsRange = true,
            };
    }

    private static PlausibilityCheck? KilowattsPerhaps(FileColumn column)
    {
        double[] values = [.. column.Values.Where(double.IsFinite)];
        return values.Length >= FewestOfDay && values.Max() is > 0.0 and < DullestWPerM2
            ? new(IsFine: false, column.Name, Text($"at most {values.Max():0.###} W/m2, too little for any day; perhaps kW/m2"))
            : null;
    }

    private static PlausibilityCheck Jumps(FileTable table, FileColumn column, double mostPerHour, string unit)
    {
        (double largest, int at, int count) = (0.0, -1, 0);
        double most = mostPerHour * Math.Max(table.IntervalS / 3600.0, 0.25); // sensors of quarter hours are as coarse as those of hours
        for (int i = 1; i < column.Values.Length; i++)
        {
            double step = Math.Abs(column.Values[i] - column.Values[i - 1]);
            bool isNext = table.PlacedUnixS[i] - table.PlacedUnixS[i - 1] == table.IntervalS;
            count += isNext && step > most ? 1 : 0;
            (largest, at) = isNext && step > largest ? (step, i) : (largest, at);
        }

        string difference = unit == "degC" ? "K" : unit;
        string where = at < 0 ? "never changes" : Text($"largest step {Size(largest)} {difference}, in line {table.Lines[at]}");
        return count == 0
            ? new(at >= 0 || column.Values.Length < 2, column.Name, where)
            : new(IsFine: false, column.Name,
                Text($"{Many(count, "jump")} of more than {most:0.##} {difference} from row to row, {where}"));
    }

    private static PlausibilityCheck ClearSky(FileTable table, FileColumn global, FilePosition position)
    {
        double offsetS = table.Sun?.Guess.OffsetS ?? 0.0;
        double share = 0.0;
        List<int> bright = [], night = [];
        for (int i = 0; i < global.Values.Length; i++)
        {
            double value = global.Values[i];
            if (!(value > 0.0))
            {
                continue;
            }

            double zenithDeg = Sun.Position(table.StampsUnixS[i] + offsetS, position.LatitudeDeg, position.LongitudeDeg, 101_325.0, 10.0)
                .ApparentZenithDeg;
            double clear = Core.Physics.ClearSky.HaurwitzWPerM2(zenithDeg);
            share = clear > DaylightWPerM2 ? Math.Max(share, value / clear) : share;
            if (zenithDeg > NightZenithDeg && value > NightWPerM2)
            {
                night.Add(table.Lines[i]);
            }
            else if (value > MostOfClearSky * clear + AddedWPerM2)
            {
                bright.Add(table.Lines[i]);
            }
        }

        string text = Text($"at most {share:0.00} of a clear sky while the sun is high");
        text += night.Count > 0 ? Text($"; {Many(night.Count, "row")} with sun by night, the first in line {night[0]}") : ", none by night";
        string when = share <= MostOfClearSky ? " while the sun is low" : string.Empty;
        text += bright.Count > 0 ? Text($"; {Many(bright.Count, "row")} far above a clear sky{when}, the first in line {bright[0]}")
            : string.Empty;
        return new(night.Count + bright.Count == 0, global.Name, text);
    }

    private static PlausibilityCheck Pressure(FileColumn pressure, double elevationM)
    {
        double expectedPa = MoistAir.PressureAtElevationPa(Math.Clamp(elevationM, -400.0, 9000.0));
        double meanPa = pressure.Values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average() * (pressure.Unit == "Pa" ? 1.0 : 100.0);
        bool isFine = Math.Abs(meanPa - expectedPa) <= PressureShare * expectedPa;
        return new(isFine, pressure.Name,
            Text($"mean {meanPa / 100.0:0} hPa; {elevationM:0} m above the sea have about {expectedPa / 100.0:0} hPa"));
    }

    private static string Size(double value) =>
        value.ToString(value >= 1.0e9 ? "G4" : "0.##", CultureInfo.InvariantCulture);

    private static string Many(int count, string what) => Text($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
