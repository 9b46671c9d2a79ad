using System.Globalization;
using Twin.Cli.Input.Formats;

namespace Twin.Cli.Input;

/// <summary>Says what a data file gets wrong about itself, and when it holds for another place.</summary>
internal static class FileNotes
{
    /// <summary>Notes on the files of a scenario without faults.</summary>
    /// <param name="tree">Completed scenario.</param>
    /// <param name="series">Series taken from files.</param>
    /// <returns>One sentence each.</returns>
    public static IEnumerable<string> Of(Mapping tree, IReadOnlyList<SeriesInUse> series)
    {
        (double LatitudeDeg, double LongitudeDeg) site = ClimateNotes.PlaceOf(View.Of(tree).Section("site"));
        foreach (SeriesInUse used in series.DistinctBy(static used => used.File))
        {
            FileTable table = used.Series.Table;
            string name = Path.GetFileName(used.File);
            if (table.CorrectionS != 0.0)
            {
                yield return $"{name}: zone {table.ZoneText}";
            }

            if (table.Sun?.Doubt is { } doubt)
            {
                yield return $"{name}: {doubt}";
            }

            if (table.Position is { } place
                && ClimateNotes.DistanceKm(site, (place.LatitudeDeg, place.LongitudeDeg)) is var km and > ClimateNotes.FarKm)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{name} holds for a place {km:F0} km from the site");
            }
        }
    }
}
