using Twin.Cli.Commands;

namespace Twin.Tests.Sizes;

/// <summary>A size file that is wrong is told so that it can be mended, and nothing is run.</summary>
[TestClass]
public sealed class SizeInputTests
{
    private const string Head = "size: 1\nname: wrong\nbase: scenario.yaml\n";

    [TestMethod]
    [DataRow(
        "mix: { mein: 100 % }\n",
        "error IT0206 unknown name\nsize.yaml:4:8: mix.mein\n    found     mein, which is no hall of the base\n"
            + "    expected  one of main\n    did you mean main?\n")]
    [DataRow(
        "mix: { main: 90 % }\n",
        "error IT0523 shares that are not a whole\nsize.yaml:4:6: mix\n    found     90 % in sum\n"
            + "    expected  shares of the rated server power that are 100 % together; a hall that is not named has none\n")]
    [DataRow(
        "mix: { main: 1 }\n",
        "error IT0201 missing unit\nsize.yaml:4:14: mix.main\n    found     1, a number without a unit\n"
            + "    expected  a share, such as \"100 %\"\n")]
    [DataRow(
        "interruptible: [main]\n",
        "error IT0522 nothing to size\nsize.yaml:4:16: interruptible\n    found     no hall with GPUs whose work must not be lost\n"
            + "    expected  at least one hall with a share that is not interruptible\n")]
    [DataRow(
        "spare: [dry_coolers.rof]\n",
        "error IT0206 unknown name\nsize.yaml:4:9: spare\n    found     dry_coolers.rof\n"
            + "    expected  one of halls.main.air, dry_coolers.roof\n    did you mean dry_coolers.roof?\n")]
    [DataRow(
        "scales: [loops.water.sinks]\n",
        "error IT0524 no number to scale\nsize.yaml:4:10: scales\n    found     loops.water.sinks, which is a list\n"
            + "    expected  the path of one number that grows with the servers, such as ups.main.units or river.permit.intake\n")]
    [DataRow(
        "scales: [grid.inport_limit]\n",
        "error IT0206 unknown name\nsize.yaml:4:10: scales\n    found     inport_limit, which the base does not have there\n"
            + "    expected  one of carbon, export_limit, fees, import_limit, power_factor, price\n    did you mean import_limit?\n")]
    [DataRow(
        "limits: [2, 1]\n",
        "error IT0205 out of range\nsize.yaml:4:9: limits\n    found     [2, 1]\n"
            + "    expected  two multiples of the base from 0 to 100, the lower one first, such as [0.1, 3]\n")]
    [DataRow(
        "set: { grid.limit: 1 MW }\n",
        "error IT0104 unknown key\nsize.yaml:4:8: set.grid.limit\n    found     limit, which is no key there\n"
            + "    expected  one of carbon, export_limit, fees, import_limit, power_factor, price\n")]
    [DataRow(
        "cases: { hot: { weather.air_temperature: 90 degC } }\n",
        "error IT0205 out of range\nsize.yaml:4:42: weather.air_temperature\n    found     90 degC\n"
            + "    expected  a temperature from -60 degC to 60 degC, such as \"20 degC\"\n")]
    [DataRow(
        "cases: { small: { halls.main.racks.count: 3 } }\n",
        "error IT0501 input named twice\nsize.yaml:4:19: cases.small\n"
            + "    found     halls.main.racks.count, which the search gives a value too\n"
            + "    expected  a case that leaves the number of racks alone\n")]
    [DataRow(
        "tolerance: 1 %\n",
        "error IT0104 unknown key\nsize.yaml:4:1: tolerance\n    found     a key that a size file does not have\n"
            + "    expected  one of base, cases, futures, interruptible, label, limits, lost_gpu_hours, mix, name, "
            + "scales, scenario, seed, set, share, size, spare, uncertainties\n")]
    [DataRow(
        "share: 90 %\n",
        "error IT0525 futures of nothing uncertain\nsize.yaml:4:8: share\n    found     share without uncertainties\n"
            + "    expected  uncertainties in which the futures differ, or none of futures, seed and share\n")]
    [DataRow(
        "futures: 10\n",
        "error IT0525 futures of nothing uncertain\nsize.yaml:4:10: futures\n    found     futures without uncertainties\n"
            + "    expected  uncertainties in which the futures differ, or none of futures, seed and share\n")]
    [DataRow(
        "uncertainties: { halls.main.racks.count: { seeds: 3 } }\n",
        "error IT0501 input named twice\nsize.yaml:4:18: uncertainties.halls.main.racks.count\n"
            + "    found     halls.main.racks.count, which the search gives a value too\n    expected  each value in one place\n")]
    public void A_wrong_line_is_told_with_its_place_and_its_remedy(string line, string told)
    {
        using var plant = new SizedPlant();
        plant.With("size.yaml", Head + line);
        Assert.AreEqual(ExitStatus.InvalidScenario, plant.Size("size.yaml"));
        Assert.AreEqual(told + "1 fault; nothing was run.\n", Shown(plant.Messages));
        Assert.AreEqual(string.Empty, plant.Data);
        Assert.IsFalse(Directory.Exists(plant.Of("results")));
    }

    [TestMethod]
    public void A_base_without_racks_has_no_multiples()
    {
        using var plant = new SizedPlant();
        Assert.AreEqual(ExitStatus.InvalidScenario, plant.Size("scenario.yaml", "--set", "halls.main.racks.count=0"));
        StringAssert.Contains(plant.Messages, "error IT0522 nothing to size");
    }

    [TestMethod]
    public void A_base_with_phases_is_refused_until_they_are_taken_away()
    {
        using var plant = new SizedPlant(
            SizedPlant.Scenario.Replace("end: 2025-01-02", "end: 2025-01-03", StringComparison.Ordinal)
                + "phases: [ { from: 2025-01-02, set: { halls.main.racks.count: 12 } } ]\n");
        Assert.AreEqual(ExitStatus.InvalidScenario, plant.Size("scenario.yaml"));
        StringAssert.Contains(plant.Messages, "error IT0521 plant that changes");
        Assert.AreEqual(ExitStatus.Done, plant.Size("scenario.yaml", "--set", "phases=[]", "-q"), plant.Messages);
    }

    [TestMethod]
    public void A_missing_base_is_told()
    {
        using var plant = new SizedPlant();
        plant.With("size.yaml", "size: 1\nname: lost\nbase: elsewhere.yaml\n");
        Assert.AreEqual(ExitStatus.InvalidScenario, plant.Size("size.yaml"));
        StringAssert.Contains(plant.Messages, "error IT0301 missing file");
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("2000")]
    [DataRow("many")]
    public void Threads_are_a_number_of_one_or_more(string threads)
    {
        using var plant = new SizedPlant();
        Assert.AreEqual(ExitStatus.Usage, plant.Size("scenario.yaml", "--threads", threads));
    }

    private static string Shown(string messages) => messages.Replace("./", string.Empty, StringComparison.Ordinal);
}
