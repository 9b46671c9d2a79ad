using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Cli.Output;

namespace Twin.Tests.Commands;

[TestClass]
public class CommandLineTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("walk")]
    [DataRow("run")]
    [DataRow("run plant --speed 3")]
    [DataRow("run plant other")]
    [DataRow("run plant --set racks")]
    [DataRow("run plant --set =3")]
    [DataRow("run plant --out")]
    [DataRow("validate")]
    [DataRow("show")]
    [DataRow("show plant other")]
    [DataRow("completion")]
    [DataRow("catalog servers dgx-b200 more")]
    [DataRow("sweep")]
    [DataRow("sweep plant --threads 0")]
    [DataRow("sweep plant --threads two")]
    [DataRow("sweep plant --shard 3/2")]
    [DataRow("sweep plant --keep-going --fail-fast")]
    [DataRow("sweep -")]
    [DataRow("gather")]
    public void A_call_that_makes_no_sense_ends_with_status_2_and_the_way_to_the_help(string call)
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Usage, shell.Call(call.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        StringAssert.Contains(shell.Messages, "--help");
        Assert.AreEqual(string.Empty, shell.Data);
        Assert.IsEmpty(shell.Entries());
    }

    [TestMethod]
    [DataRow("rum x", "There is no verb 'rum', only run, validate, plot, report, sweep, gather, size, compare, show, catalog, inspect, completion. Did you mean run?")]
    [DataRow("run --bogus plant", "There is no option '--bogus' of twin run.")]
    [DataRow("run plant --fromat csv", "There is no option '--fromat' of twin run. Did you mean --format?")]
    [DataRow("validate --jsn", "There is no option '--jsn' of twin validate. Did you mean --json?")]
    [DataRow("--vresion", "There is no option '--vresion' of twin. Did you mean --version?")]
    [DataRow("", "A verb is missing: one of run, validate, plot, report, sweep, gather, size, compare, show, catalog, inspect, completion.")]
    [DataRow("run plant other", "Unrecognized command or argument 'other'.")]
    public void The_word_that_is_wrong_is_blamed_and_no_other(string call, string message)
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Usage, shell.Call(call.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        string[] lines = shell.Messages.TrimEnd().Split(Environment.NewLine);
        Assert.AreEqual(message, lines[0]);
        Assert.HasCount(2, lines); // and where the help is
    }

    [TestMethod]
    public void Behind_two_hyphens_a_name_may_begin_with_one()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.FileSystem, shell.Call("validate", "--", "--odd"));
        Assert.AreEqual("--odd", shell.Asked!.Path);
    }

    [TestMethod]
    public void Help_shows_what_may_be_left_out_and_lists_as_they_are_written()
    {
        using var shell = new Shell();
        shell.Call("--help");
        string[] verbs = [.. shell.Data.Split(Environment.NewLine).Where(line => line.StartsWith("  catalog ", StringComparison.Ordinal)
            || line.StartsWith("  show <", StringComparison.Ordinal))];
        Assert.StartsWith("  catalog [<kind> [<name>]]  ", verbs[1]);
        Assert.AreEqual(
            verbs[0].IndexOf("Write a", StringComparison.Ordinal), verbs[1].IndexOf("Browse", StringComparison.Ordinal)); // one column
        shell.Call("plot", "--help");
        Assert.DoesNotContain("|", shell.Data);
        shell.Call("run", "--help");
        Assert.Contains("with commas between; may be given several times", shell.Data);
    }

    [TestMethod]
    [DataRow("--help", "twin validate scenarios/first_day")]
    [DataRow("run --help", "twin run scenarios/munich --set")]
    [DataRow("show --help", "--resolved --origin")]
    [DataRow("catalog --help", "twin catalog permits sa-hr")]
    [DataRow("sweep --help", "twin sweep study.yaml --threads 2 --shard 1/8")]
    [DataRow("gather --help", "twin gather study.yaml --from machine1/study")]
    [DataRow("completion --help", "source <(twin completion bash)")]
    [DataRow("compare --help", "--fail-on \"pue > 1%\"")]
    [DataRow("validate -h", "twin validate scenarios/first_day scenarios/munich --json")]
    public void Help_ends_with_two_examples(string call, string example)
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call(call.Split(' ')));
        string[] lines = shell.Data[shell.Data.IndexOf("Examples:", StringComparison.Ordinal)..].TrimEnd().Split(Environment.NewLine);
        Assert.HasCount(3, lines);
        StringAssert.Contains(shell.Data, example);
        Assert.AreEqual(string.Empty, shell.Messages);
    }

    [TestMethod]
    public void The_version_is_the_one_that_manifests_carry()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("--version"));
        Assert.AreEqual($"twin {EngineVersion.Text}{Environment.NewLine}", shell.Data);
    }

    [TestMethod]
    public void Overrides_reach_the_reader_in_the_order_in_which_they_were_given()
    {
        using var shell = new Shell();
        int status = shell.RunPlant("--set", "b=2 kW", "--set=a=x=y", "--scenario", "hot", "--scenario", "dry", "--set-file", "@more.yaml");
        Assert.AreEqual(ExitStatus.Done, status);
        CollectionAssert.AreEqual(new[] { "b=2 kW", "a=x=y" }, shell.Asked!.Sets.ToArray());
        CollectionAssert.AreEqual(new[] { "hot", "dry" }, shell.Asked.ScenarioNames.ToArray());
        CollectionAssert.AreEqual(new[] { "@more.yaml" }, shell.Asked.SetFiles.ToArray());
    }

    [TestMethod]
    public void A_faulty_scenario_ends_with_status_3_its_faults_and_no_folder()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("run", "bad", "--out", shell.Out));
        Assert.AreEqual("error IT0201 missing unit" + Environment.NewLine, shell.Messages);
        Assert.IsEmpty(shell.Entries());
    }

    [TestMethod]
    public void What_may_not_be_read_ends_with_status_6()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.FileSystem, shell.Call("run", "secret", "--out", shell.Out));
        Assert.AreEqual(
            "error: no permission for secret; give yourself the right to write there, or choose another folder with --out "
                + "(the system says: Access to 'secret' is denied)" + Environment.NewLine,
            shell.Messages);
    }

    [TestMethod]
    public void A_bug_before_the_run_is_one_line_with_the_place_of_its_log()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InternalError, shell.Call("run", "crash", "--out", shell.Out));
        string line = shell.Messages.TrimEnd();
        Assert.DoesNotContain(Environment.NewLine, line);
        string log = line[(line.IndexOf("; see ", StringComparison.Ordinal) + 6)..];
        StringAssert.Contains(File.ReadAllText(log), nameof(InvalidOperationException));
        File.Delete(log);
    }

    [TestMethod]
    public void All_scenarios_are_checked_even_if_the_first_is_faulty()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("validate", "bad", "plant"));
        Assert.AreEqual("plant: valid" + Environment.NewLine, shell.Data);
        Assert.AreEqual("error IT0201 missing unit" + Environment.NewLine, shell.Messages);
        Assert.AreEqual(ExitStatus.Done, shell.Call("validate", "plant"));
        Assert.AreEqual(0, shell.Computed);
    }

    [TestMethod]
    public void Faults_as_json_carry_code_place_and_remedy()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("validate", "bad", "plant", "--json"));
        using var answer = JsonDocument.Parse(shell.Data);
        JsonElement fault = answer.RootElement[0].GetProperty("faults")[0];
        Assert.AreEqual("IT0201", fault.GetProperty("code").GetString());
        Assert.AreEqual(14, fault.GetProperty("line").GetInt32());
        Assert.AreEqual("a power, such as \"12 kW\"", fault.GetProperty("expected").GetString());
        Assert.IsTrue(answer.RootElement[1].GetProperty("valid").GetBoolean());
        Assert.AreEqual(string.Empty, shell.Messages);
    }

    [TestMethod]
    public void A_run_asked_for_json_that_cannot_start_answers_as_the_checks_do()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("run", "bad", "--json", "--out", shell.Out));
        using var run = JsonDocument.Parse(shell.Data);
        Assert.AreEqual(string.Empty, shell.Messages);
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("validate", "bad", "--json"));
        using var checks = JsonDocument.Parse(shell.Data);
        Assert.IsTrue(JsonElement.DeepEquals(checks.RootElement[0], run.RootElement));
        Assert.IsEmpty(shell.Entries());
    }

    [TestMethod]
    public void A_note_is_said_by_run_and_validate_and_stands_in_the_log()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.Done, shell.Call("validate", "noted"));
        Assert.AreEqual("note: noted: the wind is borrowed" + Environment.NewLine, shell.Messages);
        Assert.AreEqual("noted: valid" + Environment.NewLine, shell.Data);
        Assert.AreEqual(ExitStatus.Done, shell.Call("validate", "noted", "--json"));
        using var answer = JsonDocument.Parse(shell.Data);
        Assert.AreEqual("the wind is borrowed", answer.RootElement[0].GetProperty("notes")[0].GetString());
        Assert.AreEqual(ExitStatus.Done, shell.Call("run", "noted", "--out", shell.Out, "--no-plots"));
        Assert.AreEqual("note: the wind is borrowed" + Environment.NewLine, shell.Messages);
        StringAssert.Contains(File.ReadAllText(Path.Combine(shell.RunFolder, RunFiles.Log)), "the wind is borrowed");
    }
}
