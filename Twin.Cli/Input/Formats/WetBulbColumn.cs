using System.Globalization;
using Twin.Core.Physics;

namespace Twin.Cli.Input.Formats;

/// <summary>Wet bulb out of air temperature, humidity and pressure, with a fault at each cell that no weather on earth has.</summary>
internal static class WetBulbColumn
{
    private const double PaPerHPa = 100.0;
    private const double LowestPercent = 1.0; // below, the wet bulb hardly moves and its equation has no end
    private const double HighestPercent = 100.0;

    // Assumed, and wide: the pressure from 9000 m down to the Dead Sea; sensors of humidity go a little beyond saturation.
    private static readonly (double Least, double Most) PressurePa = (30_000.0, 110_000.0);
    private static readonly (double Least, double Most) HumidityPercent = (0.0, 105.0);
    private static readonly (double Least, double Most) AirC = (-60.0, 60.0);

    /// <summary>The column [degC]; null if the table lacks air temperature or humidity.</summary>
    public static FileColumn? Of(FileTable table)
    {
        FileColumn? air = table.Columns.FirstOrDefault(column => column.Measures == Measurand.AirTemperature && column.Unit == "degC");
        FileColumn? humidity = table.Columns.FirstOrDefault(column => column.Measures == Measurand.Humidity && column.Unit == "%");
        if (air is null || humidity is null)
        {
            return null;
        }

        FileColumn? pressure = table.Columns.FirstOrDefault(column => column.Measures == Measurand.Pressure);
        double usualPa = MoistAir.PressureAtElevationPa(Math.Clamp(table.Position?.ElevationM ?? 0.0, -400.0, 5000.0));
        double factor = pressure?.Unit == "Pa" ? 1.0 : PaPerHPa;
        var faults = new FileFaults(table.Source.File);
        double[] wet = new double[air.Values.Length];
        for (int i = 0; i < wet.Length; i++)
        {
            bool isWeather = IsWithin(table, air, i, AirC, faults) & IsWithin(table, humidity, i, HumidityPercent, faults)
                & (pressure is null
                    || IsWithin(table, pressure, i, (PressurePa.Least / factor, PressurePa.Most / factor), faults, PressureHint));
            double percent = Math.Clamp(humidity.Values[i], LowestPercent, HighestPercent);
            double pressurePa = pressure?.Values[i] * factor is { } found && double.IsFinite(found) ? found : usualPa;
            wet[i] = isWeather && double.IsFinite(air.Values[i] + percent)
                ? MoistAir.WetBulbC(air.Values[i], percent / 100.0, pressurePa)
                : double.NaN;
        }

        return new("wet bulb", Measurand.WetBulb, "degC", wet) { Between = air.Between, ShiftS = air.ShiftS, Faults = faults };
    }

    private static bool IsWithin(
        FileTable table, FileColumn column, int row, (double Least, double Most) range, FileFaults faults,
        Func<double, string?, string>? hint = null)
    {
        double value = column.Values[row];
        if (double.IsNaN(value) || (value >= range.Least && value <= range.Most))
        {
            return true; // a missing value is a gap, and told as one
        }

        if (!faults.CountsOnly("IT0205"))
        {
            int character = column.Field < 0 ? 1 : table.Source.CharacterOf(table.Lines[row], column.Field, table.Separator);
            string expected = Text($"{column.Name} from {range.Least:N0} to {range.Most:N0} {column.Unit}");
            faults.AtLine(
                "IT0205", "out of range", table.Lines[row], character, Text($"{value} {column.Unit}"),
                expected + hint?.Invoke(value, column.Unit));
        }

        return false;
    }

    private static string PressureHint(double value, string? unit)
    {
        (string other, double otherPa) = unit == "Pa" ? ("hPa", value * PaPerHPa) : ("Pa", value);
        return otherPa >= PressurePa.Least && otherPa <= PressurePa.Most
            ? $"; the number looks like {other}, but columns of this format are in {unit}"
            : string.Empty;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
