using Twin.Cli.Input;
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
