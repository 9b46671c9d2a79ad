using System.Globalization;

namespace Twin.Cli.Output.Plots;

/// <summary>Numbers and units as a sheet says them.</summary>
internal static class PlotText
{
    /// <summary>Three digits that count, whole numbers grouped: 0.412, 12.3, 98,400.</summary>
    public static string Say(double value)
    {
        double size = Math.Abs(value);
        string format = size >= 100 ? "#,##0" : size >= 10 ? "0.0" : size >= 1 ? "0.00" : size == 0 ? "0" : "0.000";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A share in whole per cent, or with one digit where it is small.</summary>
    public static string Percent(double fraction)
    {
        bool needsDigit = fraction is > 0 and < 0.095 or >= 0.995 and < 0.9995; // 99.9 % is not all of it
        return (fraction * 100).ToString(needsDigit ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>A temperature or a limit, to tenths where it has any.</summary>
    public static string Tenths(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The range of a temperature, or the one value of a constant.</summary>
    public static string Span(double lowC, double highC) =>
        Tenths(lowC) == Tenths(highC) ? $"{Tenths(highC)} °C" : $"{Tenths(lowC)} to {Tenths(highC)} °C";

    /// <summary>Hours, whole where they are many.</summary>
    public static string Hours(double hours) => hours.ToString(hours >= 100 ? "#,##0" : "0.##", CultureInfo.InvariantCulture) + " h";

    /// <summary>Unit and divisor for powers up to a value: MW, or kW for a small plant.</summary>
    public static (string Unit, double Divisor) PowerUnit(double highestW) => highestW >= 1e6 ? ("MW", 1e6) : ("kW", 1e3);

    /// <summary>Unit and divisor for energies up to a value.</summary>
    public static (string Unit, double Divisor) EnergyUnit(double highestJ) => highestJ >= 3.6e9 ? ("MWh", 3.6e9) : ("kWh", 3.6e6);

    /// <summary>Unit and divisor for the energy of a whole run, which may be large.</summary>
    public static (string Unit, double Divisor) TotalUnit(double energyJ) => energyJ >= 3.6e13 ? ("GWh", 3.6e12) : EnergyUnit(energyJ);

    /// <summary>An energy in the unit that suits it.</summary>
    public static string Energy(double energyJ)
    {
        (string unit, double divisor) = TotalUnit(energyJ);
        return $"{Say(energyJ / divisor)} {unit}";
    }

    /// <summary>A power in the unit that suits it.</summary>
    public static string Power(double powerW)
    {
        (string unit, double divisor) = PowerUnit(powerW);
        return $"{Say(powerW / divisor)} {unit}";
    }
}
