using System.Globalization;
using System.Text;

namespace Twin.Cli.Input;

/// <summary>The page of all climates of the catalogue: every normal with where it comes from and how sure it is.</summary>
internal static class ClimateManual
{
    private static readonly string[] PlaceKeys = ["latitude", "longitude", "elevation", "zone"];

    private const string Preface = """
        # The climates of the catalogue

        Made from `Twin.Cli/Input/Catalogue/climates.yaml`; a test holds this page against it. A synthetic year meets these monthly
        normals, and days stray and persist about them like weather. `{ synthetic: NAME }` takes air, wet bulb, sun and wind (`weather`),
        and water temperature and flow (`river.temperature`, `river.discharge`) of a place; each seed gives another year.

        **How far to trust it.** "measured" was computed from measurements; "published" can be looked up where the source says; "assumed"
        is neither. A source that says *from memory, unverified* was written down without the document at hand. Comparing sites is what such
        numbers are good for; a permit needs better ones. No month leaves its normal, so that there is no hot summer and no drought: for
        these give measured series. All places are made from the same random numbers of a seed: a cold week in one is a cold week in all.

        **How well a year meets it.** Air and water within 0.3 K of each month, radiation and wind within 3 %, flow within 5 %; the wet bulb
        within 0.7 K, because warm hours are dry hours.

        **Your own place.** Write it under `climates` in the scenario, with `air_mean`, `wet_bulb_depression`, `ghi` and `wind`, twelve
        values with units each, and `river_mean` and `river_discharge` where there is water; the other lists have defaults
        ([scenario.md](scenario.md)). An entry with a name of the catalogue changes that place for this scenario; give `sources` for what
        you change, or it stands as assumed, by the scenario.


        """;

    /// <summary>The page as Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Preface.ReplaceLineEndings("\n"));
        foreach (View climate in View.Of(Catalogue.Tree).Items("climates"))
        {
            Append(page, climate);
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder page, View climate)
    {
        string place = string.Join(", ", PlaceKeys.Select(key => $"{key} {climate.Text(key)}"));
        page.Append(CultureInfo.InvariantCulture, $"## `{climate.Name}`: {climate.Text("label")}\n\nAt {place}.\n\n");
        page.Append("| list | unit | Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | confidence |\n");
        page.Append("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        View sources = climate.Section("sources");
        foreach (Key list in Keys.ClimateLists)
        {
            string[][] values = [.. climate.Scalars(list.Name).Select(value => value.Text.Split(' '))];
            string numbers = string.Join(" | ", values.Select(value => value[0]));
            string confidence = sources.Section(list.Name).Word("confidence");
            page.Append(CultureInfo.InvariantCulture, $"| `{list.Name}` | {values[0][1]} | {numbers} | {confidence} |\n");
        }

        string[] single =
            ["air_persistence", "river_persistence", "river_per_air", "river_lag", "discharge_spread", "discharge_persistence"];
        page.Append("\nBesides: ").AppendJoin(", ", single.Select(name => $"`{name}` {climate.Text(name)}")).Append(".\n\n");
        foreach (Key list in Keys.ClimateLists)
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{list.Name}`: {sources.Section(list.Name).Word("source")}\n");
        }

        page.Append('\n');
    }
}
