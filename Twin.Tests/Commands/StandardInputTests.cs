using System.Text;
using Twin.Cli.Commands;
using Twin.Tests.Output;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Commands;

[TestClass]
public class StandardInputTests
{
    private static string FirstDay => File.ReadAllText(Path.Combine(TestRun.Folder("first_day"), "scenario.yaml"));

    [TestMethod]
    public void A_scenario_that_is_piped_in_is_the_same_run_as_its_file()
    {
        using var folder = new TemporaryFolder();
        Assert.AreEqual(
            ExitStatus.Done,
            Call(FirstDay, out string piped, out _, "run", "-", "--no-plots", "--quiet", "--out", folder.Path));
        Assert.AreEqual(
            ExitStatus.Done,
            Call(string.Empty, out string file, out string messages,
                "run", TestRun.Folder("first_day"), "--no-plots", "--quiet", "--out", folder.Path));
        Assert.AreEqual(piped, file);
        Assert.AreEqual(string.Empty, messages);
        Assert.HasCount(1, Directory.GetDirectories(folder.Of("first_day")));
    }

    [TestMethod]
    public void A_fault_in_it_has_line_and_column()
    {
        string wrong = FirstDay.Replace("auxiliary: 5 kW", "auxiliary: 5", StringComparison.Ordinal);
        int line = 1 + wrong[..wrong.IndexOf("auxiliary: 5", StringComparison.Ordinal)].Count(c => c == '\n');
        Assert.AreEqual(ExitStatus.InvalidScenario, Call(wrong, out string data, out string messages, "run", "-"));
        StringAssert.Contains(messages, $"<stdin>:{line}:");
        StringAssert.Contains(messages, "site.auxiliary");
        Assert.AreEqual(string.Empty, data);
    }

    [TestMethod]
    public void It_is_validated_under_its_name()
    {
        Assert.AreEqual(ExitStatus.Done, Call(FirstDay, out string data, out _, "validate", "-"));
        Assert.AreEqual("<stdin>: valid" + Environment.NewLine, data);
    }

    [TestMethod]
    public void Paths_in_it_count_from_where_the_user_stands()
    {
        string text = FirstDay
            + "\noverrides: { file: { river.temperature: { file: nowhere/river.csv, column: t, unit: degC, zone: UTC } } }\n";
        Assert.AreEqual(ExitStatus.InvalidScenario, Call(text, out _, out string messages, "validate", "-", "--scenario", "file"));
        StringAssert.Contains(messages, "nowhere/river.csv");
        StringAssert.Contains(messages, "<stdin>:");
    }

    [TestMethod]
    public void Nothing_and_far_too_much_are_faults()
    {
        Assert.AreEqual(ExitStatus.InvalidScenario, Call(string.Empty, out _, out _, "validate", "-"));
        Assert.AreEqual(
            ExitStatus.InvalidScenario, Call(new string('#', 4 * 1024 * 1024 + 1), out _, out string messages, "validate", "-"));
        StringAssert.Contains(messages, "4 MiB");
    }

    private static int Call(string input, out string data, out string messages, params string[] args)
    {
        using var dataWriter = new StringWriter();
        using var messageWriter = new StringWriter();
        using var interruption = new Interruption();
        var terminal = new Terminal(dataWriter, messageWriter, ErrorIsTerminal: false) { ReadInput = () => Encoding.UTF8.GetBytes(input) };
        int status = TwinProgram.Run(args, Engine.Services, terminal, interruption);
        data = dataWriter.ToString();
        messages = messageWriter.ToString();
        return status;
    }
}
