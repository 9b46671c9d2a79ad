using Twin.Cli.Commands;

namespace Twin.Tests.Commands;

[TestClass]
public class PlotVerbTests
{
    [TestMethod]
    public void All_sheets_go_into_the_run_and_their_names_are_the_data()
    {
        using var shell = new Shell();
        shell.RunPlant();
        string run = shell.RunFolder;
        Assert.AreEqual(ExitStatus.Done, shell.Call("plot", run));
        string[] drawn = shell.Data.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        CollectionAssert.AreEquivalent(drawn, Directory.GetFiles(Path.Combine(run, "plots")));
        Assert.HasCount(7, drawn);
        StringAssert.Contains(shell.Messages, "pue_carpet is left out: it needs a week");
        Assert.AreEqual(1, shell.Computed);
        Assert.AreEqual(ExitStatus.Done, shell.Call("validate", "plant")); // and the run is still whole
        Assert.AreEqual(ExitStatus.Done, shell.RunPlant());
        StringAssert.StartsWith(shell.Messages, "already done");
    }

    [TestMethod]
    public void Sheets_formats_and_folder_can_be_chosen()
    {
        using var shell = new Shell();
        shell.RunPlant();
        string pictures = Path.Combine(shell.Out, "pictures");
        int status = shell.Call("plot", shell.RunFolder, "--what", "river,load_duration", "--format", "png,svg", "--out", pictures);
        Assert.AreEqual(ExitStatus.Done, status);
        string[] expected = ["load_duration.png", "load_duration.svg", "river.png", "river.svg"];
        CollectionAssert.AreEqual(expected, Directory.GetFiles(pictures).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray());
        Assert.IsFalse(Directory.Exists(Path.Combine(shell.RunFolder, "plots")));
        Assert.AreEqual(string.Empty, shell.Messages);
    }

    [TestMethod]
    public void An_unknown_sheet_or_format_is_wrong_use_and_the_nearest_name_is_told()
    {
        using var shell = new Shell();
        shell.RunPlant();
        Assert.AreEqual(ExitStatus.Usage, shell.Call("plot", shell.RunFolder, "--what", "rivers,power_stack"));
        StringAssert.Contains(shell.Messages, "no sheet 'rivers'; did you mean river?");
        StringAssert.Contains(shell.Messages, "power_stack, load_duration");
        Assert.AreEqual(ExitStatus.Usage, shell.Call("plot", shell.RunFolder, "--format", "svgs"));
        StringAssert.Contains(shell.Messages, "did you mean svg?");
        Assert.AreEqual(ExitStatus.Usage, shell.Call("plot", shell.RunFolder, "--what", ","));
        Assert.AreEqual(ExitStatus.Usage, shell.Call("plot"));
        Assert.AreEqual(string.Empty, shell.Data);
        Assert.IsFalse(Directory.Exists(Path.Combine(shell.RunFolder, "plots")));
    }

    [TestMethod]
    public void A_run_that_is_not_there_is_as_wrong_as_a_scenario_that_is_not_there()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("plot", Path.Combine(shell.Out, "nowhere")));
        StringAssert.Contains(shell.Messages, "nowhere");
        Assert.IsEmpty(shell.Entries());
    }

    [TestMethod]
    public void A_folder_that_is_no_run_is_wrong_data_and_nothing_is_drawn()
    {
        using var shell = new Shell();
        shell.RunPlant();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("plot", shell.ScenarioFolder));
        StringAssert.Contains(shell.Messages, "is not the folder of a finished run: it has no summary.json");
        Assert.IsFalse(Directory.Exists(Path.Combine(shell.ScenarioFolder, "plots")));
    }

    [TestMethod]
    [DataRow("summary.json", "{ \"schema\": 1")]
    [DataRow("summary.json", "{ \"schema\": 1 }")]
    [DataRow("timeseries.csv", "time_utc,site.power_w\n")]
    [DataRow("timeseries.csv", "time_utc,site.power_w\n2025-06-12T00:00:00Z,much\n")]
    [DataRow("timeseries.csv", "time_utc,site.power_w\nyesterday,1\n")]
    public void Files_that_no_run_wrote_are_wrong_data(string file, string content)
    {
        using var shell = new Shell();
        shell.RunPlant();
        File.WriteAllText(Path.Combine(shell.RunFolder, file), content);
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("plot", shell.RunFolder));
        StringAssert.Contains(shell.Messages, "cannot be read as a run");
        Assert.AreEqual(string.Empty, shell.Data);
    }
}
