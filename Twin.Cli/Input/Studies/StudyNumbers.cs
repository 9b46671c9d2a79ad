using System.Globalization;
using Twin.Core.Units;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads the numbers of one input, all in the unit of the first, and writes them as the scenario wants them.</summary>
/// <param name="key">What the scenario has under the path of the input.</param>
/// <param name="faults">Receives what is no such number.</param>
internal sealed class StudyNumbers(Key key, FaultList faults)
{
    /// <summary>Whether a key takes numbers at all.</summary>
    public static bool AreOf(Key key) => key.Kind is KeyKind.Quantity or KeyKind.Series or KeyKind.Number or KeyKind.Integer;

    /// <summary>The key of the scenario.</summary>
    public Key Key => key;

    /// <summary>Whether only whole numbers will do.</summary>
    public bool AreWhole => key.Kind == KeyKind.Integer;

    /// <summary>The unit of the values; null for numbers without one, and before the first is read.</summary>
    public Unit? Unit { get; private set; }

    /// <summary>The unit as tables show it.</summary>
    public string UnitText => Unit?.Symbol ?? "1";

    private bool AreQuantities => key.Kind is KeyKind.Quantity or KeyKind.Series;

    /// <summary>Reads a value.</summary>
    /// <param name="node">What is written.</param>
    /// <param name="path">Dotted path for messages.</param>
    /// <returns>The value in the unit of the first; null after a fault.</returns>
    public double? Value(Node node, string path) =>
        Checked(node, key with { Kind = AreQuantities ? KeyKind.Quantity : key.Kind, Choices = [] }, path) is { } text
            ? InUnit(text, key.Dimension) : null;

    /// <summary>Reads a distance between values, such as a deviation or a step; above zero.</summary>
    /// <param name="node">What is written.</param>
    /// <param name="path">Dotted path for messages.</param>
    /// <returns>The distance in the unit of the values; null after a fault.</returns>
    public double? Distance(Node node, string path)
    {
        Dimension dimension = key.Dimension == Dimension.Temperature ? Dimension.TemperatureDifference : key.Dimension;
        var distance = new Key(key.Name, AreQuantities ? KeyKind.Quantity : key.Kind, key.About)
        {
            Dimension = dimension, Minimum = 0.0, IsAboveMinimum = true,
        };
        if (Checked(node, distance, path) is not { } text)
        {
            return null;
        }

        if (dimension == key.Dimension)
        {
            return InUnit(text, dimension);
        }

        Unit ??= UnitTable.Of(key.Dimension).First();
        Quantity.TryParse(text, dimension, out double kelvin, out _);
        return kelvin * Unit.Divisor / Unit.Factor; // a distance knows no offset
    }

    /// <summary>A value of the base in the unit of this input; null where the base has a word there.</summary>
    /// <param name="text">Text of a resolved scenario.</param>
    public double? OfBase(string text) =>
        AreQuantities ? Quantity.TryParse(text, key.Dimension, out _, out _) ? InUnit(text, key.Dimension) : null
        : Quantity.TryParseNumber(text, out double number, out _) ? number : null;

    /// <summary>A value as the scenario takes it.</summary>
    /// <param name="value">Value in the unit of the input.</param>
    public string TextOf(double value) => Unit is null ? Plain(value) : $"{Plain(value)} {Unit.Symbol}";

    /// <summary>A number in its shortest digits, whole ones without decimals.</summary>
    public static string Plain(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e15
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private string? Checked(Node node, Key expected, string path)
    {
        if (node is not Scalar scalar)
        {
            faults.Add("IT0106", "wrong kind of value", node.Place, path, Words.KindOf(node), KeyText.Expected(expected));
            return null;
        }

        int before = faults.Count;
        new ValueCheck(faults).Check(scalar, expected, path);
        return faults.Count > before || faults.IsFull ? null : scalar.Text;
    }

    private double InUnit(string text, Dimension dimension)
    {
        if (!AreQuantities)
        {
            return double.Parse(text, CultureInfo.InvariantCulture);
        }

        int space = text.IndexOf(' ', StringComparison.Ordinal);
        Unit written = UnitTable.Find(text[space..].Trim(' '))!;
        Unit ??= written;
        if (written == Unit)
        {
            return double.Parse(text.AsSpan(0, space), CultureInfo.InvariantCulture);
        }

        Quantity.TryParse(text, dimension, out double inside, out _);
        string converted = Quantity.Format(inside, Unit);
        return double.Parse(converted.AsSpan(0, converted.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
    }
}
