using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Core.Plant;
using Twin.Tests.Golden;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Documents;

/// <summary>Pages that are made from the program's own tables say what the program does.</summary>
/// <remarks>After a wanted change, run these tests once with TWIN_BLESS set to the reason.</remarks>
[TestClass]
public sealed class ManualTests
{
    [TestMethod]
    public void The_page_of_scenario_keys_is_the_table_that_checks_them() => AssertPage("scenario.md", KeyManual.Write());

    [TestMethod]
    public void The_page_of_climates_is_the_catalogue() => AssertPage("climates.md", ClimateManual.Write());

    [TestMethod]
    public void The_page_of_the_catalogue_is_the_catalogue() => AssertPage("catalogue.md", CatalogueManual.Write());

    [TestMethod]
    public void The_page_of_columns_is_what_the_plants_of_the_shipped_scenarios_declare() =>
        AssertPage("columns.md", ColumnManual.Write(ShippedPlants()));

    [TestMethod]
    public void The_page_of_key_figures_is_what_the_figures_say_of_themselves()
    {
        PlantDesign munich = TestRun.Read("munich").Plant;
        PlantDesign outside = TestRun.Read("munich", "district_heat.boundary=outside").Plant;
        AssertPage("keyfigures.md", KeyFigureManual.Write([munich, outside, .. ShippedPlants()]));
    }

    [TestMethod]
    public void Every_key_has_a_row_with_what_it_takes()
    {
        string page = KeyManual.Write();
        foreach (Key top in Keys.Root.Children.Where(key => key.Children.Count > 0))
        {
            int start = page.IndexOf($"\n## `{top.Name}`", StringComparison.Ordinal);
            int end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
            string[] rows = page[start..(end < 0 ? page.Length : end)].Split('\n');
            foreach (string path in Paths(top, string.Empty))
            {
                string row = rows.Single(row => row.StartsWith($"| `{path}`", StringComparison.Ordinal));
                Assert.IsGreaterThan(3, row.Split(" | ")[2].Length, row);
            }
        }
    }

    // Remarks have the names of the values that they are about, and one row for all.
    private static IEnumerable<string> Paths(Key section, string before) => section.Name == "notes"
        ? []
        : section.Children.SelectMany(key => (string[])
        [
            before + key.Name, .. Paths(key, before + key.Name + (key.Kind == KeyKind.NamedList ? ".<name>." : ".")),
        ]);

    private static PlantDesign[] ShippedPlants() =>
    [
        .. GoldenTests.Shipped.Select(name => TestRun.Read(name).Plant),
    ];

    private static void AssertPage(string name, string text)
    {
        string file = Path.GetFullPath(Path.Combine(TestRun.Folder("munich"), "..", "..", "docs", name));
        if (!string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("TWIN_BLESS")))
        {
            File.WriteAllText(file, text);
            Assert.Inconclusive($"{file} was written anew.");
        }

        Assert.AreEqual(File.ReadAllText(file), text);
    }
}
