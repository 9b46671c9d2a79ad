using Twin.Cli.Input;
using Twin.Cli.Output;

namespace Twin.Tests.Output;

[TestClass]
public class RunIdTests
{
    private static readonly ScenarioFile River = new("/a/river.csv", "river.csv", "series", 3, new string('a', 64));
    private static readonly ScenarioFile Weather = new("/a/weather.csv", "weather.csv", "series", 4, new string('b', 64));

    [TestMethod]
    public void A_run_id_is_twelve_lower_case_hex_digits() =>
        StringAssert.Matches(RunId.Of("a: 1", [River], "0.1.0"), new System.Text.RegularExpressions.Regex("^[0-9a-f]{12}$"));

    [TestMethod]
    public void The_order_in_which_input_files_are_found_does_not_change_the_run() =>
        Assert.AreEqual(RunId.Of("a: 1", [River, Weather], "0.1.0"), RunId.Of("a: 1", [Weather, River], "0.1.0"));

    [TestMethod]
    public void Another_scenario_another_input_or_another_engine_is_another_run()
    {
        string[] ids =
        [
            RunId.Of("a: 1", [River], "0.1.0"),
            RunId.Of("a: 2", [River], "0.1.0"),
            RunId.Of("a: 1", [Weather], "0.1.0"),
            RunId.Of("a: 1", [River], "0.1.1"),
        ];
        Assert.HasCount(ids.Length, ids.Distinct());
    }

    [TestMethod]
    public void What_stands_at_the_seam_of_two_parts_is_not_lost() =>
        Assert.AreNotEqual(RunId.Of("bc", [], "a"), RunId.Of("c", [], "ab"));

    [TestMethod]
    public void The_engine_names_its_version_and_its_build() =>
        StringAssert.Matches(EngineVersion.Text, new System.Text.RegularExpressions.Regex(@"^\d+\.\d+\.\d+\+[0-9a-z.]+$"));
}
