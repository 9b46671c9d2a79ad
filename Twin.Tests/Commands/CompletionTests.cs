using System.Diagnostics;
using System.Globalization;
using Twin.Cli.Commands;
using Twin.Core.Engine;
using Twin.Tests.Documents;
using Twin.Tests.Output;

namespace Twin.Tests.Commands;

[TestClass]
public class CompletionTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "twin.dll");

    [TestMethod]
    [DataRow("twin r", "run")]
    [DataRow("twin show --re", "--resolved")]
    [DataRow("twin catalog serv", "servers")]
    [DataRow("twin catalog permits cyp", "cyp-r")]
    [DataRow("twin completion ba", "bash")]
    [DataRow("twin run x --format ", "parquet")]
    [DataRow("twin run x --format csv,", "csv,parquet")]
    [DataRow("twin plot x --format ", "svg")]
    [DataRow("twin plot x --what ", "pue_carpet")]
    [DataRow("twin plot x --what river,pue", "river,pue_carpet")]
    public void The_program_suggests_how_a_line_goes_on(string line, string word) =>
        CollectionAssert.Contains(Lines(Start("dotnet", Program, $"[suggest:{line.Length}]", line)), word);

    [TestMethod]
    [DataRow("twin ", "run")]
    [DataRow("twin catalog ", "servers")]
    [DataRow("twin run x -", "--quiet")]
    public void Nobody_is_offered_the_short_names_of_the_help(string line, string word)
    {
        string[] words = Lines(Start("dotnet", Program, $"[suggest:{line.Length}]", line));
        CollectionAssert.Contains(words, word);
        CollectionAssert.Contains(words, "--help");
        foreach (string noise in (string[])["-h", "-?", "/h", "/?"])
        {
            CollectionAssert.DoesNotContain(words, noise);
        }
    }

    [TestMethod]
    public void A_name_that_stands_in_the_list_already_is_not_offered_again() =>
        Assert.DoesNotContain("csv,csv", Start("dotnet", Program, "[suggest:24]", "twin run x --format csv,"));

    [TestMethod]
    public void Behind_a_kind_only_its_entries_are_suggested()
    {
        string[] words = Lines(Start("dotnet", Program, "[suggest:21]", "twin catalog permits "));
        CollectionAssert.Contains(words, "sa-hr");
        CollectionAssert.DoesNotContain(words, "servers");
    }

    [TestMethod]
    [DataRow("run {0} --scenario ")]
    [DataRow("validate {0} --set name=x --scenario winter --scenario ")]
    [DataRow("show --scenario s")]
    [DataRow("run {0} --scenario spring,")]
    public void Overrides_are_suggested_by_the_names_that_the_scenario_declares(string call)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Of("base.yaml"), "overrides: { winter: { label: cold } }\n");
        File.WriteAllText(folder.Of("scenario.yaml"), "extends: base.yaml\noverrides: { summer: { label: hot } }\n");
        string line = "twin " + string.Format(CultureInfo.InvariantCulture, call, folder.Path);
        string[] words = Lines(Start("dotnet", Program, $"[suggest:{line.Length}]", line));
        string[] expected = call.Contains("{0}", StringComparison.Ordinal) ? ["summer", "winter"] : [];
        string before = call.EndsWith(',') ? "spring," : string.Empty;
        CollectionAssert.IsSubsetOf(expected.Select(name => before + name).ToArray(), words);
        Assert.AreEqual(expected.Length > 0, words.Contains(before + "summer"));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void The_bash_script_completes_in_bash_also_behind_an_alias_of_any_name()
    {
        // A script cannot call an alias: it must know where the program lies.
        const string Test = """
            shopt -s expand_aliases
            alias dc="dotnet '@program@'"
            source <(dc completion bash)
            COMP_WORDS=(dc catalog permits cy) COMP_CWORD=3 COMP_LINE="dc catalog permits cy" COMP_POINT=21
            _twin_complete
            printf '%s\n' "${COMPREPLY[@]}"
            complete -p twin
            """;
        string[] lines = Lines(Start("bash", "--norc", "-c", Test.Replace("@program@", Program, StringComparison.Ordinal)));
        CollectionAssert.AreEqual((string[])["cyp-r", "complete -o default -F _twin_complete twin"], lines);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void What_the_page_of_commands_says_gives_a_command_that_completes()
    {
        string block = Page.Blocks("docs/commands.md")[0].Text;
        string built = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)); // debug or release, as these tests
        Assert.StartsWith("dotnet build Twin.Cli -c Release\n", block); // what the tests are built with
        string typed = block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..]
            .Replace("/release:", $"/{built}:", StringComparison.Ordinal);
        const string Completed = """
            COMP_WORDS=(twin catalog permits cy) COMP_CWORD=3 COMP_LINE="twin catalog permits cy" COMP_POINT=23
            _twin_complete
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        string[] lines = Lines(Start("bash", "--norc", "-c", $"cd '{Page.Root}'\n{typed}{Completed}"));
        Assert.HasCount(2, lines);
        Assert.StartsWith("twin ", lines[0]);
        Assert.AreEqual("cyp-r", lines[1]);
    }

    [TestMethod]
    [DataRow("bash", "'/o'\\''neil/twin'")]
    [DataRow("zsh", "'/o'\\''neil/twin'")]
    [DataRow("fish", "'/o\\'neil/twin'")]
    [DataRow("pwsh", "& '/o''neil/twin'")]
    public void A_path_is_quoted_as_the_shell_wants_it(string shell, string quoted) =>
        Assert.Contains(quoted + " \"[suggest:", CompletionScripts.Of(shell, ["/o'neil/twin"]));

    [TestMethod]
    public void Every_shell_has_a_script_that_asks_for_suggestions_and_says_how_to_install_it()
    {
        using var shell = new Shell();
        foreach (string name in CompletionScripts.Shells)
        {
            Assert.AreEqual(ExitStatus.Done, shell.Call("completion", name));
            Assert.Contains("[suggest:", shell.Data);
            Assert.Contains($"twin completion {name}", shell.Data);
        }

        Assert.AreEqual(ExitStatus.Usage, shell.Call("completion", "tcsh"));
    }

    [TestMethod]
    [DataRow("--help")]
    [DataRow("run --help")]
    [DataRow("catalog")]
    [DataRow("catalog nothing")]
    [DataRow("walk")]
    [DataRow("validate bad plant")]
    public void Nothing_that_is_written_has_colours_or_other_escapes(string call) // so NO_COLOR and TERM=dumb have nothing to switch off
    {
        using var shell = new Shell { IsTerminal = true };
        shell.Call(call.Split(' '));
        Assert.DoesNotContain("\u001b", shell.Data + shell.Messages);
    }

    [TestMethod]
    public void The_line_of_progress_is_rewritten_without_escapes()
    {
        using var writer = new StringWriter();
        var line = new ProgressLine(writer, new Ticking());
        line.Report(new RunProgress(1_750_000_000, 0.25));
        line.Clear();
        Assert.Contains("25 %", writer.ToString());
        Assert.DoesNotContain("\u001b", writer.ToString());
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string data = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.AreEqual(0, process.ExitCode, data);
        return data;
    }

    /// <summary>A clock on which a second passes whenever somebody looks.</summary>
    private sealed class Ticking : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++now;
    }
}
