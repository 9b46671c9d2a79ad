using Twin.Core.Time;
using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>Holds single values against their keys.</summary>
internal sealed class ValueCheck(FaultList faults)
{
    /// <summary>Checks one value.</summary>
    public void Check(Scalar scalar, Key key, string path)
    {
        switch (key.Kind)
        {
            case KeyKind.Quantity:
                Quantities(scalar, key, path);
                break;
            case KeyKind.Number or KeyKind.Integer:
                Numbers(scalar, key, path);
                break;
            case KeyKind.Choice or KeyKind.Truth:
                Choices(scalar, key, path);
                break;
            case KeyKind.Identifier:
                Identifiers(scalar, key, path);
                break;
            case KeyKind.Instant or KeyKind.Date:
                Times(scalar, key, path);
                break;
            case KeyKind.Zone:
                Zones(scalar, key, path);
                break;
            case KeyKind.Path:
                FilePaths.Resolve(scalar, path, faults);
                break;
            default:
                break; // any text will do, and names are looked up when all of them are known
        }
    }

    private void Quantities(Scalar scalar, Key key, string path)
    {
        string text = scalar.Text;
        if (key.Choices.Contains(text))
        {
            return;
        }

        if (!Quantity.TryParse(text, key.Dimension, out double inside, out QuantityError error))
        {
            NotAQuantity(scalar, key, path, error);
        }
        else
        {
            InRange(scalar, key, path, inside);
        }
    }

    private void NotAQuantity(Scalar scalar, Key key, string path, QuantityError error)
    {
        string text = scalar.Text.Trim(' ');
        string shown = FaultText.Printable(text);
        string name = DimensionText.Name(key.Dimension);
        switch (error)
        {
            case QuantityError.MissingUnit:
                string mended = Quantity.TryParseNumber(text, out double number, out _) ? Mended(number, key) : KeyText.Example(key);
                faults.Add(
                    "IT0201", "missing unit", scalar.Place, path,
                    $"{shown}, a number without a unit", $"{name}, such as \"{mended}\"");
                break;
            case QuantityError.MissingSpace:
                int end = text.Length - UnitPart(text).Length;
                faults.Add(
                    "IT0201", "missing space", scalar.Place, path,
                    $"{shown}, number and unit in one", $"a space between them: \"{text[..end]} {text[end..]}\"");
                break;
            case QuantityError.UnknownUnit:
                IEnumerable<string> symbols = UnitTable.Of(key.Dimension).Select(unit => unit.Symbol);
                string expected = $"{name} in one of {string.Join(", ", symbols)}";
                faults.Add("IT0203", "unknown unit", scalar.Place, path, shown, expected, NearestUnit(UnitPart(text).Trim(' '), symbols));
                break;
            case QuantityError.WrongDimension:
                Unit unit = UnitTable.Find(UnitPart(text).Trim(' '))!;
                faults.Add(
                    "IT0202", "wrong dimension", scalar.Place, path,
                    $"{shown}, {DimensionText.Name(unit.Dimension)}", KeyText.Expected(key));
                break;
            case QuantityError.DecimalComma:
                faults.Add("IT0204", "decimal comma", scalar.Place, path, shown, "a decimal point and no group separators, as in \"12.5\"");
                break;
            case QuantityError.NotFinite:
                faults.Add("IT0204", "not a finite number", scalar.Place, path, shown, KeyText.Expected(key));
                break;
            default:
                faults.Add("IT0204", "not a number", scalar.Place, path, shown, KeyText.Expected(key), Nearest.Of(text, key.Choices));
                break;
        }
    }

    // Read as if in the inside unit: 12000 is 12 kW, 0.2 is 20 %. Where that is out of range, 8 may be 8 %.
    private static string Mended(double number, Key key)
    {
        if (KeyText.IsInRange(key, number))
        {
            return KeyText.Pretty(number, key.Dimension);
        }

        return UnitTable.Of(key.Dimension).FirstOrDefault(unit => KeyText.IsInRange(key, unit.ToInside(number))) is { } likely
            ? Quantity.Format(likely.ToInside(number), likely)
            : KeyText.Example(key);
    }

    private void Numbers(Scalar scalar, Key key, string path)
    {
        string shown = FaultText.Printable(scalar.Text);
        if (!Quantity.TryParseNumber(scalar.Text, out double value, out QuantityError error))
        {
            string title = error switch
            {
                QuantityError.NotFinite => "not a finite number",
                QuantityError.DecimalComma => "decimal comma",
                _ => "not a number",
            };
            faults.Add("IT0204", title, scalar.Place, path, shown, KeyText.Expected(key));
        }
        else if (key.Kind == KeyKind.Integer && (value != Math.Floor(value) || scalar.Text.AsSpan().ContainsAny(".eE")))
        {
            faults.Add("IT0204", "not a whole number", scalar.Place, path, shown, KeyText.Expected(key));
        }
        else
        {
            InRange(scalar, key, path, value);
        }
    }

    private void InRange(Scalar scalar, Key key, string path, double value)
    {
        if (!KeyText.IsInRange(key, value))
        {
            faults.Add("IT0205", "out of range", scalar.Place, path, FaultText.Printable(scalar.Text), KeyText.Expected(key));
        }
    }

    private void Choices(Scalar scalar, Key key, string path)
    {
        if (!key.Choices.Contains(scalar.Text))
        {
            faults.Add(
                "IT0206", "unknown choice", scalar.Place, path,
                FaultText.Printable(scalar.Text), KeyText.Expected(key), Nearest.Of(scalar.Text, key.Choices));
        }
    }

    private void Identifiers(Scalar scalar, Key key, string path)
    {
        bool hyphen = path.StartsWith("servers.", StringComparison.Ordinal) || path.StartsWith("catalogue.", StringComparison.Ordinal);
        string text = scalar.Text;
        bool isName = text.Length is > 0 and <= 60 && char.IsAsciiLetterLower(text[0])
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_' || (hyphen && c == '-'));
        if (!isName)
        {
            faults.Add("IT0206", "bad name", scalar.Place, path, FaultText.Printable(text), KeyText.Expected(key));
        }
    }

    private void Times(Scalar scalar, Key key, string path)
    {
        bool isGood = key.Kind == KeyKind.Instant ? TimeText.Instant(scalar.Text) is not null : TimeText.Date(scalar.Text) is not null;
        if (isGood)
        {
            return;
        }

        string shown = FaultText.Printable(scalar.Text);
        if (key.Kind == KeyKind.Instant && TimeText.IsNaive(scalar.Text))
        {
            faults.Add("IT0207", "naive time", scalar.Place, path, $"{shown}, a time without its offset", KeyText.Expected(key));
        }
        else
        {
            string title = key.Kind == KeyKind.Instant ? "bad time" : "bad date";
            faults.Add("IT0207", title, scalar.Place, path, shown, KeyText.Expected(key));
        }
    }

    private void Zones(Scalar scalar, Key key, string path)
    {
        if (!SiteCalendar.IsZone(scalar.Text) && !(key.MayBeOffset && TimeText.IsOffset(scalar.Text)))
        {
            faults.Add(
                "IT0206", "unknown zone", scalar.Place, path,
                FaultText.Printable(scalar.Text), KeyText.Expected(key), Nearest.Of(scalar.Text, SiteCalendar.ZoneIds()));
        }
    }

    private static string UnitPart(string text) => text.TrimStart([.. "+-.0123456789"]) is var rest
        && rest.Length > 1 && rest[0] is 'e' or 'E' && (char.IsAsciiDigit(rest[1]) || rest[1] is '+' or '-')
            ? rest[1..].TrimStart([.. "+-0123456789"])
            : text.TrimStart([.. "+-.0123456789"]);

    // Units are short: one slip in two letters is already half of them, so only letter case and one letter are forgiven.
    private static string? NearestUnit(string written, IEnumerable<string> symbols) =>
        symbols.FirstOrDefault(symbol => string.Equals(symbol, written, StringComparison.OrdinalIgnoreCase))
        ?? Nearest.Of(written, symbols);
}
