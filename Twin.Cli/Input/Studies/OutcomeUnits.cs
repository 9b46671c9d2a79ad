using System.Globalization;
using Twin.Core.Units;

namespace Twin.Cli.Input.Studies;

/// <summary>Units of outcomes: those of scenarios, and money, which no scenario has by itself.</summary>
internal static class OutcomeUnits
{
    private static readonly Dictionary<string, double> Money =
        new(StringComparer.Ordinal) { ["EUR"] = 1.0, ["kEUR"] = 1e3, ["MEUR"] = 1e6 };

    /// <summary>What the integral over time of a column is, and the unit in which it is shown, by the column's unit.</summary>
    private static readonly Dictionary<string, (string Raw, string Shown)> Integrals = new(StringComparer.Ordinal)
    {
        ["W"] = ("J", "MWh"),
        ["EUR/s"] = ("EUR", "EUR"),
        ["g/s"] = ("g", "t"),
        ["kg/s"] = ("kg", "t"),
        ["m3/s"] = ("m3", "m3"),
        ["1"] = ("s", "h"),
    };

    /// <summary>The unit in which a column's numbers are shown where nobody asks for another.</summary>
    public static string Usual(string unit) => unit switch { "W" => "MW", "J" => "MWh", _ => unit };

    /// <summary>Unit of the integral over time of a column; null where it means nothing.</summary>
    public static (string Raw, string Shown)? OfIntegral(string unit) =>
        Integrals.TryGetValue(unit, out (string Raw, string Shown) known) ? known : null;

    /// <summary>The factor from one unit to another; null where they measure different things.</summary>
    public static double? Factor(string from, string to) =>
        from == to ? 1.0
        : Split(from) is { } a && Split(to) is { } b && a.Family == b.Family ? a.Over * b.Under / (a.Under * b.Over)
        : null;

    /// <summary>Units to which one can be converted, itself among them.</summary>
    public static IEnumerable<string> Like(string unit) =>
        ((string[])[unit, .. UnitTable.All.Select(known => known.Symbol), .. Money.Keys, .. Money.Keys.Select(money => money + "/a")])
            .Where(known => Factor(unit, known) is not null).Distinct(StringComparer.Ordinal);

    /// <summary>Reads an amount of money, or a price per unit.</summary>
    /// <param name="text">Such as "300 kEUR" or "250 EUR/kW".</param>
    /// <returns>Money in EUR and the unit behind the stroke, null where there is none; null if the text is no price.</returns>
    public static (double Eur, Unit? Per)? Price(string text)
    {
        string[] parts = text.Split(' ');
        if (parts.Length != 2 || !Quantity.TryParseNumber(parts[0], out double value, out _) || value < 0.0)
        {
            return null;
        }

        int stroke = parts[1].IndexOf('/', StringComparison.Ordinal);
        string money = stroke < 0 ? parts[1] : parts[1][..stroke];
        Unit? per = stroke < 0 ? null : UnitTable.Find(parts[1][(stroke + 1)..]);
        return Money.TryGetValue(money, out double factor) && (stroke < 0 || per is not null) ? (value * factor, per) : null;
    }

    /// <summary>Reads a number with the unit behind it.</summary>
    /// <returns>Number and unit, which is empty where there is none; null if no number stands there.</returns>
    public static (double Value, string Unit)? Amount(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string number = space < 0 ? text : text[..space];
        string unit = space < 0 ? string.Empty : text[space..].Trim(' ');
        return Quantity.TryParseNumber(number, out double value, out _) ? (value, unit) : null;
    }

    /// <summary>A number in its shortest digits.</summary>
    public static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static (string Family, double Over, double Under)? Split(string unit)
    {
        string money = unit.EndsWith("/a", StringComparison.Ordinal) ? unit[..^2] : unit;
        return Money.TryGetValue(money, out double factor) ? (money == unit ? "EUR" : "EUR/a", factor, 1.0)
            : UnitTable.Find(unit) is { Offset: 0.0 } known ? (known.Dimension.ToString(), known.Factor, known.Divisor)
            : null;
    }
}
