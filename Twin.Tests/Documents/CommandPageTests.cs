using System.Text.RegularExpressions;
using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Cli.Input.Formats;

namespace Twin.Tests.Documents;

/// <summary>The hand-written page of verbs says of each option of the program that it is there, and of no other.</summary>
[TestClass]
public sealed partial class CommandPageTests
{
    [TestMethod]
    public void Every_verb_and_every_option_of_it_is_documented_and_nothing_else()
    {
        string page = Page.Read("docs/commands.md").ReplaceLineEndings("\n");
        string[] verbs = [.. VerbLine().Matches(Between(Help(), "\nCommands:\n", "\nExamples:\n")).Select(match => match.Groups[1].Value)];
        string[] described = [.. VerbTitle().Matches(page).Select(match => match.Groups[1].Value)];
        CollectionAssert.AreEqual(verbs, described); // as many and in the same order: whoever reads one finds his way in the other
        foreach (string verb in verbs)
        {
            string[] options = Options(Between(Help(verb), "\nOptions:\n", "\nExamples:\n"));
            string[] mentioned = Options(Between(page, $"\n## `{verb}`\n", "\n## "));
            CollectionAssert.AreEquivalent(
                options, mentioned, $"twin {verb} has {string.Join(' ', options)}; the page has {string.Join(' ', mentioned)}");
        }
    }

    [TestMethod]
    public void The_options_of_the_program_itself_are_documented()
    {
        string page = Page.Read("docs/commands.md");
        foreach (string option in Option().Matches(Help()).Select(match => match.Value))
        {
            Assert.Contains($"`{option}`", page.Replace("`twin ", "`", StringComparison.Ordinal));
        }
    }

    [TestMethod]
    public void Every_exit_status_of_the_program_is_documented()
    {
        string page = Page.Read("docs/commands.md");
        foreach (int status in (int[])
            [
                ExitStatus.Done, ExitStatus.InternalError, ExitStatus.Usage, ExitStatus.InvalidScenario,
                ExitStatus.SimulationFailed, ExitStatus.LimitBroken, ExitStatus.FileSystem, ExitStatus.RunsFailed,
                ExitStatus.Interrupted, ExitStatus.Terminated,
            ])
        {
            StringAssert.Matches(page, new($@"^\|[^|]*\b{status}\b[^|]*\| \w", RegexOptions.Multiline));
        }
    }

    [TestMethod]
    public void Every_format_of_data_files_has_its_row()
    {
        string page = Page.Read("docs/files.md").ReplaceLineEndings("\n");
        foreach (string format in FileFormats.Names)
        {
            Assert.Contains($"\n| `{format}` | ", page);
        }
    }

    [TestMethod]
    public void Every_key_at_the_top_of_a_scenario_has_its_line_or_its_chapter()
    {
        string page = Page.Read("docs/scenario.md").ReplaceLineEndings("\n");
        foreach (string key in Keys.Root.Children.Select(child => child.Name))
        {
            Assert.IsTrue(
                page.Contains($"\n## `{key}`", StringComparison.Ordinal) || page.Contains($"\n| `{key}`", StringComparison.Ordinal),
                $"docs/scenario.md says nothing of {key}.");
        }
    }

    private static string[] Options(string text) =>
        [.. Option().Matches(text).Select(match => match.Value)
            .Where(option => option != "--help").Distinct().Order(StringComparer.Ordinal)];

    private static string Help(params string[] verb)
    {
        using var data = new StringWriter();
        using var interruption = new Interruption();
        var terminal = new Terminal(data, TextWriter.Null, ErrorIsTerminal: false);
        Assert.AreEqual(ExitStatus.Done, TwinProgram.Run([.. verb, "--help"], Engine.Services, terminal, interruption));
        return data.ToString().ReplaceLineEndings("\n");
    }

    private static string Between(string text, string after, string before)
    {
        int start = text.IndexOf(after, StringComparison.Ordinal);
        Assert.IsGreaterThanOrEqualTo(0, start, $"no '{after.Trim()}' in:\n{text}");
        start += after.Length;
        int end = text.IndexOf(before, start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]*")]
    private static partial Regex Option();

    [GeneratedRegex(@"^  ([a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex VerbLine();

    [GeneratedRegex(@"^## `([a-z]+)`$", RegexOptions.Multiline)]
    private static partial Regex VerbTitle();
}
