using Twin.Core.Units;

namespace Twin.Cli.Input.Studies;

/// <summary>Reads prices of plant and lost work, each with its source.</summary>
internal sealed class CostReader(StudyVaried varied, OutcomeReader outcomes, FaultList faults)
{
    private const string YearWord = " a";

    /// <summary>Reads the section, whose keys have been checked.</summary>
    /// <returns>The prices; null after a fault.</returns>
    public StudyCosts? Read(Mapping section)
    {
        int before = faults.Count;
        double gpuHourEur = 0.0;
        string source = string.Empty;
        if (section["gpu_hour"] is Mapping gpuHour)
        {
            var price = (Scalar)gpuHour["price"]!;
            gpuHourEur = Price(price, "costs.gpu_hour.price", per: null) ?? 0.0;
            source = ((Scalar)gpuHour["source"]!).Text;
        }

        IEnumerable<Node> written = (section["items"] as Sequence)?.Items ?? [];
        StudyCostItem[] items = [.. written.OfType<Mapping>().Select(Item).OfType<StudyCostItem>()];
        Quantity.TryParse(((Scalar)section["discount"]!).Text, Dimension.Fraction, out double discount, out _);
        return faults.Count > before ? null : new(items, discount, gpuHourEur, source);
    }

    private StudyCostItem? Item(Mapping item)
    {
        string at = $"costs.items.{item.Name}";
        double? life = Life((Scalar)item["life"]!, $"{at}.life");
        string? path = (item["path"] as Scalar)?.Text;
        IReadOnlyList<string> columns = [];
        Dimension? per = null;
        if (path is not null)
        {
            if (!IsNumber((Scalar)item["path"]!, path, $"{at}.path", out per))
            {
                return null;
            }
        }
        else if (outcomes.Sum(item["largest"]!, $"{at}.largest") is { } sum)
        {
            columns = sum.Names;
            per = UnitTable.Find(sum.Unit)?.Dimension;
        }
        else
        {
            return null;
        }

        return Price((Scalar)item["each"]!, $"{at}.each", per) is { } eachEur && life is { } years
            ? new(
                item.Name!, path, columns, eachEur, years, ((Scalar)item["source"]!).Text,
                (item["confidence"] as Scalar)?.Text ?? "assumed")
            : null;
    }

    private bool IsNumber(Scalar written, string path, string at, out Dimension? dimension)
    {
        dimension = null;
        Key? key = Keys.Find(path.Split('.'), out _, out _);
        if (key is null)
        {
            return DottedPaths.Check(new Entry(path, written, written.Source, written.Line, written.Column), at, faults);
        }

        bool isNumber = StudyNumbers.AreOf(key) && varied.ValueAt(path) is { } value
            && new StudyNumbers(key, faults).OfBase(value.Text) is not null;
        if (!isNumber)
        {
            faults.Add(
                "IT0206", "unknown name", written.Place, at, $"{FaultText.Printable(path)}, which is no number in the base",
                "the path of one number or quantity of the base, such as chillers.chiller.units");
            return false;
        }

        dimension = key.Kind is KeyKind.Quantity or KeyKind.Series ? key.Dimension : null;
        return true;
    }

    private double? Price(Scalar written, string at, Dimension? per)
    {
        string example = per is { } dimension ? $"250 EUR/{DimensionText.Example(dimension).Split(' ')[1]}" : "300 kEUR";
        if (OutcomeUnits.Price(written.Text) is not { } price)
        {
            faults.Add(
                "IT0204", "not a price", written.Place, at, FaultText.Printable(written.Text),
                $"money in EUR, kEUR or MEUR, such as \"{example}\"");
            return null;
        }

        if (price.Per?.Dimension != per)
        {
            string what = per is { } wanted ? $"a price of {DimensionText.Name(wanted)}" : "the price of one";
            faults.Add(
                "IT0202", "wrong dimension", written.Place, at, FaultText.Printable(written.Text), $"{what}, such as \"{example}\"");
            return null;
        }

        return price.Per is { } unit ? price.Eur * unit.Divisor / unit.Factor : price.Eur;
    }

    private double? Life(Scalar written, string at)
    {
        string text = written.Text;
        bool isLife = text.EndsWith(YearWord, StringComparison.Ordinal)
            & Quantity.TryParseNumber(text[..Math.Max(0, text.Length - YearWord.Length)], out double years, out _);
        if (isLife && years > 0.0)
        {
            return years;
        }

        faults.Add("IT0204", "not a life", written.Place, at, FaultText.Printable(text), "years above 0, such as \"20 a\"");
        return null;
    }
}
