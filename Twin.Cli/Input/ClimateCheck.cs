using System.Globalization;
using Twin.Core.Climate;

namespace Twin.Cli.Input;

/// <summary>Whether weather and climates have what is asked of them, and no more sun than the sky lets through.</summary>
internal sealed class ClimateCheck(View root, FaultList faults)
{
    /// <summary>Names of the climates that a scenario uses.</summary>
    public static IEnumerable<string?> InUse(View root) =>
    [
        root.Section("site").Text("climate"), root.Section("weather").Text("synthetic"),
        Synthetic(root, "temperature")?.Text, Synthetic(root, "discharge")?.Text,
    ];

    /// <summary>Checks a completed scenario.</summary>
    public void Check()
    {
        WordsOfAFile();
        Offset();
        River("temperature", "river_mean");
        River("discharge", "river_discharge");
        foreach (View climate in root.Items("climates").Where(c => c.Node("ghi")?.Source.Layer != Layer.Catalogue))
        {
            Sun(climate); // a test holds it for the catalogue
        }
    }

    private static Scalar? Synthetic(View root, string series) =>
        (root.Section("river").Node(series) as Mapping)?[Keys.SyntheticKey.Name] as Scalar;

    /// <summary>With a weather file its words went to the series made of it; what is left over speaks of no file.</summary>
    private void WordsOfAFile()
    {
        View weather = root.Section("weather");
        foreach (string word in Keys.FileWords().Select(key => key.Name).Where(weather.Has))
        {
            faults.Add(
                "IT0403", "missing part", weather.Place(word), weather.PathOf(word), $"{word} without a file beside it",
                "\"file\" beside it, or these words inside the series that they are meant for");
        }
    }

    private void Offset()
    {
        View weather = root.Section("weather");
        if (weather.Has(Keys.AirTemperature) && weather.Value(Keys.Offset) is { } offsetK && offsetK != 0.0)
        {
            faults.Add(
                "IT0403", "missing part", weather.Place(Keys.Offset), weather.PathOf(Keys.Offset),
                "offset beside an air temperature of its own",
                $"\"offset\" inside {weather.PathOf(Keys.AirTemperature)}, if that is a file");
        }
    }

    private void River(string series, string list)
    {
        Scalar? asked = Synthetic(root, series);
        if (asked is not null && root.Items("climates").FirstOrDefault(c => c.Name == asked.Text) is { } climate && !climate.Has(list))
        {
            faults.Add(
                "IT0403", "missing part", asked.Place, TreeMerge.Join(root.Section("river").PathOf(series), Keys.SyntheticKey.Name),
                $"{asked.Text}, a climate without {list}", $"a climate with {list}: twelve monthly means");
        }
    }

    private void Sun(View climate)
    {
        IReadOnlyList<double> ghi = climate.Quantities("ghi");
        if (climate.Value("latitude") is not { } latitudeDeg || climate.Value("longitude") is not { } longitudeDeg
            || ghi.Count != climate.Scalars("ghi").Count)
        {
            return; // told already
        }

        for (int month = 1; month <= ghi.Count && month <= 12; month++)
        {
            double most = ClearSkyMonth.LargestKWhPerM2(latitudeDeg, longitudeDeg, climate.Value("elevation") ?? 0.0, month);
            if (ghi[month - 1] > most)
            {
                Scalar value = climate.Scalars("ghi")[month - 1];
                string expected = string.Create(
                    CultureInfo.InvariantCulture,
                    $"at most {most:F1} kWh/m2 in month {month}: a clear sky lets no more through at this latitude");
                faults.Add("IT0205", "out of range", value.Place, climate.PathOf("ghi"), FaultText.Printable(value.Text), expected);
            }
        }
    }
}
