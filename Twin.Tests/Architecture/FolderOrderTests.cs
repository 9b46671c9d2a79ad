using System.Text.RegularExpressions;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Architecture;

/// <summary>The folders are the data flow: a row uses only rows above it.</summary>
[TestClass]
public sealed partial class FolderOrderTests
{
    private static readonly string[] CoreOrder =
    [
        "Units", "Time", "Series", "Physics", "Climate", "Components", "Plant", "Scenarios", "Results", "Engine", "Rules", "Studies",
    ];

    private static readonly string[] CliOrder = ["Input", "Output", "Commands"];

    private static readonly string[] ForbiddenInCore =
        ["System.IO", "System.Console", "Console.", "YamlDotNet", "ScottPlot", "CsvHelper", "Twin.Cli"];

    private static string Root => Path.GetFullPath(Path.Combine(TestRun.Folder("munich"), "..", ".."));

    [TestMethod]
    public void A_folder_of_the_core_uses_only_folders_before_it() => AssertOrder("Twin.Core", CoreOrder);

    [TestMethod]
    public void A_folder_of_the_program_uses_only_folders_before_it() => AssertOrder("Twin.Cli", CliOrder);

    [TestMethod]
    public void The_core_knows_no_file_no_console_no_yaml_and_no_plot()
    {
        foreach ((string file, string text) in Sources("Twin.Core"))
        {
            foreach (string word in ForbiddenInCore)
            {
                Assert.IsFalse(text.Contains(word, StringComparison.Ordinal), $"{file} speaks of {word}");
            }
        }
    }

    [TestMethod]
    public void Every_folder_of_the_core_and_the_program_has_its_place_in_the_order()
    {
        foreach ((string project, string[] order) in new[] { ("Twin.Core", CoreOrder), ("Twin.Cli", CliOrder) })
        {
            string[] folders = [.. Directory.GetDirectories(Path.Combine(Root, project)).Select(f => Path.GetFileName(f)!)
                .Where(f => f is not ("bin" or "obj"))];
            CollectionAssert.IsSubsetOf(folders, order);
            Assert.IsNotEmpty(folders);
        }
    }

    [TestMethod]
    public void No_source_file_holds_more_than_four_hundred_lines()
    {
        foreach (string project in new[] { "Twin.Core", "Twin.Cli", "Twin.Tests", "Twin.Bench" })
        {
            foreach ((string file, string text) in Sources(project))
            {
                Assert.IsLessThanOrEqualTo(400, text.AsSpan().Count('\n'), file);
            }
        }
    }

    private static void AssertOrder(string project, string[] order)
    {
        int seen = 0;
        foreach ((string file, string text) in Sources(project))
        {
            string folder = Path.GetRelativePath(Path.Combine(Root, project), file).Split(Path.DirectorySeparatorChar)[0];
            int place = Array.IndexOf(order, folder);
            if (place < 0)
            {
                continue; // the program's entry stands above all folders
            }

            seen++;
            foreach (Match match in FolderName().Matches(text))
            {
                int used = Array.IndexOf(order, match.Groups["folder"].Value);
                bool ofThisProject = match.Groups["project"].Value == project.Replace("Twin.", string.Empty, StringComparison.Ordinal);
                Assert.IsTrue(!ofThisProject || used <= place, $"{file} in {folder} uses {match.Value}");
            }
        }

        Assert.IsGreaterThan(5, seen);
    }

    private static IEnumerable<(string File, string Text)> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (f, File.ReadAllText(f)));

    [GeneratedRegex(@"\bTwin\.(?<project>Core|Cli)\.(?<folder>[A-Z]\w+)")]
    private static partial Regex FolderName();
}
