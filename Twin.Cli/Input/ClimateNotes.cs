using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>Says what comes from a climate although somebody gave series of his own, and when that climate is of another place.</summary>
/// <remarks>Both are allowed and documented, and both have been taken for data of the site.</remarks>
internal static class ClimateNotes
{
    // Assumed: normals of air and sun hold about so far in flat country. Between Munich and Augsburg nobody needs a word.
    public const double FarKm = 100.0;

    private const double EarthRadiusKm = 6371.0; // mean, IUGG

    /// <summary>Notes on a completed scenario without faults.</summary>
    /// <returns>One sentence each; empty where every quantity was given or a climate was chosen for all of them.</returns>
    public static IReadOnlyList<string> Of(Mapping tree)
    {
        View root = View.Of(tree);
        View weather = root.Section("weather"), site = root.Section("site");
        string climate = site.Word("climate");
        string[] missing = weather.Has(Keys.SyntheticKey.Name)
            ? []
            : [.. Keys.WeatherSeries.Where(name => !weather.Has(name)).Select(weather.PathOf)];
        List<string> notes = [];
        if (missing.Length > 0)
        {
            string verb = missing.Length == 1 ? "is not given and comes" : "are not given and come";
            notes.Add($"{Listed(missing)} {verb} from the synthetic climate {climate} (site.climate)");
        }

        bool isScaled = (root.Section("district_heat").Node("demand") as Mapping)?["annual"] is not null;
        bool isDefault = site.Node("climate")!.Source.Layer == Layer.Default;
        View place = root.Items("climates").First(known => known.Name == climate);
        if (isDefault && (missing.Length > 0 || isScaled) && DistanceKm(PlaceOf(site), PlaceOf(place)) is var km and > FarKm)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"site.climate is not given: the default {climate} lies {km:F0} km from the site; ") +
                "name a nearer one of \"twin catalog climates\", or give normals of your own under climates");
        }

        return notes;
    }

    /// <summary>Where a site or a climate lies.</summary>
    public static (double LatitudeDeg, double LongitudeDeg) PlaceOf(View view) => (view.Inside("latitude"), view.Inside("longitude"));

    private static string Listed(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    /// <summary>Distance on the ground between two places with latitude and longitude [km], by the haversine formula.</summary>
    public static double DistanceKm((double LatitudeDeg, double LongitudeDeg) a, (double LatitudeDeg, double LongitudeDeg) b)
    {
        double latitudeA = double.DegreesToRadians(a.LatitudeDeg), latitudeB = double.DegreesToRadians(b.LatitudeDeg);
        double across = double.DegreesToRadians(b.LongitudeDeg - a.LongitudeDeg);
        double sinUp = Math.Sin((latitudeB - latitudeA) / 2.0), sinAcross = Math.Sin(across / 2.0);
        double chord = (sinUp * sinUp) + (Math.Cos(latitudeA) * Math.Cos(latitudeB) * sinAcross * sinAcross);
        return 2.0 * EarthRadiusKm * Math.Asin(Math.Min(1.0, Math.Sqrt(chord)));
    }
}
