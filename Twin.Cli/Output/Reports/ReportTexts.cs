using System.Globalization;
using Twin.Cli.Input;
using Twin.Core.Rules;

namespace Twin.Cli.Output.Reports;

/// <summary>The texts of a report in one language, by dotted key; a key that is not there is a mistake of ours and stops it.</summary>
internal sealed class ReportTexts
{
    private static readonly string[] Areas = ["figures", "rules", "fields", "files", "page"];
    private readonly SortedDictionary<string, string> texts = new(StringComparer.Ordinal);

    private ReportTexts(string language)
    {
        Language = language;
        Numbers = new NumberFormatInfo
        {
            NumberDecimalSeparator = language == "de" ? "," : ".",
            NumberGroupSeparator = language == "de" ? "." : ",",
            NegativeSign = "\u2212",
        };
    }

    /// <summary>Languages that a report can have, the default first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de"];

    /// <summary>en or de.</summary>
    public string Language { get; }

    /// <summary>How numbers for people are written; files for programs keep to the point.</summary>
    public NumberFormatInfo Numbers { get; }

    /// <summary>All keys, in ordinal order.</summary>
    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <summary>Reads the texts of a language.</summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    public static ReportTexts Of(string language)
    {
        var result = new ReportTexts(language);
        foreach (string area in Areas)
        {
            result.Add(area, Read($"{area}.{language}.yaml"));
        }

        return result;
    }

    /// <summary>The text under a key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public string this[string key] =>
        texts.TryGetValue(key, out string? text) ? text : throw new KeyNotFoundException($"the report has no text {key} in {Language}");

    /// <summary>Whether there is a text under a key.</summary>
    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>A text with its places {0}, {1}, ... filled in.</summary>
    public string Fill(string key, params ReadOnlySpan<object?> values) => string.Format(Numbers, this[key], values);

    /// <summary>A remark as a sentence.</summary>
    public string Say(Remark remark)
    {
        object[] parts = new object[remark.Data.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Say(remark.Data[i]);
        }

        return string.Format(Numbers, this[remark.Key], parts);
    }

    /// <summary>A part of a sentence.</summary>
    public string Say(Datum datum) => datum switch
    {
        { Number: { } number } => WithUnit(number, datum.Unit ?? "1"),
        { Day: { } day } => Day(day),
        { TextKey: { } key } => this[key],
        { TextKeys: { } keys } => string.Join(", ", keys.Select(key => this[key])),
        _ => datum.Words ?? string.Empty,
    };

    /// <summary>A number for people with its unit: shares in percent where the unit says so, ratios with three decimals.</summary>
    public string WithUnit(double number, string unit) => unit is "1" or "" ? Number(number, unit) : $"{Number(number, unit)} {Unit(unit)}";

    /// <summary>A number for people: as many decimals as its size and unit need.</summary>
    public string Number(double number, string unit)
    {
        int decimals = unit == "1" ? 3
            : Math.Abs(number) >= 100 ? 0
            : Math.Abs(number) >= 10 ? 1
            : 2;
        return number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Numbers);
    }

    /// <summary>A unit as people write it.</summary>
    public static string Unit(string unit) => unit switch
    {
        "degC" => "\u00b0C",
        "m2" => "m\u00b2",
        "m3" => "m\u00b3",
        "m3/s" => "m\u00b3/s",
        "m3/MWh" => "m\u00b3/MWh",
        _ => unit,
    };

    /// <summary>A day as the language writes it.</summary>
    public string Day(DateOnly day) => Language == "de"
        ? day.ToString("d'.'M'.'yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{day.Day} {this[$"page.month.{day.Month}"]} {day.Year}");

    private static Mapping Read(string file)
    {
        using Stream stream = typeof(ReportTexts).Assembly.GetManifestResourceStream("report/" + file)
            ?? throw new InvalidOperationException($"The report has no {file}."); // a fault of the build
        using var reader = new StreamReader(stream);
        var faults = new FaultList();
        var source = new Source("report/" + file, Layer.Catalogue, string.Empty, string.Empty, HasLines: true);
        return YamlTree.Read(reader.ReadToEnd(), source, faults) as Mapping
            ?? throw new InvalidOperationException(FaultText.Write(faults.InFileOrder()));
    }

    private void Add(string path, Mapping mapping)
    {
        foreach (Entry entry in mapping.Entries)
        {
            string key = $"{path}.{entry.Key}";
            if (entry.Value is Mapping inner)
            {
                Add(key, inner);
            }
            else if (entry.Value is Scalar text)
            {
                texts.Add(key, text.Text);
            }
        }
    }
}
