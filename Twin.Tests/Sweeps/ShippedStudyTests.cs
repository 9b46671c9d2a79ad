using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Tests.Documents;

namespace Twin.Tests.Sweeps;

/// <summary>The studies that come with the project.</summary>
[TestClass]
public sealed class ShippedStudyTests
{
    public static IEnumerable<object[]> Studies =>
        Directory.GetFiles(Path.Combine(Page.Root, "scenarios", "studies"), "study.yaml", SearchOption.AllDirectories)
            .Append(Path.Combine(Page.Root, "deploy", "slurm", "exercise", "study.yaml"))
            .Select(file => Path.GetRelativePath(Page.Root, file)).Order(StringComparer.Ordinal).Select(file => new object[] { file });

    [TestMethod]
    [DynamicData(nameof(Studies))]
    public void A_shipped_study_has_no_faults_and_its_page_says_how_many_runs_it_makes(string file)
    {
        StudyReadResult read = StudyReader.Read(Path.Combine(Page.Root, file), ReadOptions.None);
        Assert.IsEmpty(read.Faults, FaultText.Write(read.Faults));
        string page = Path.Combine(Path.GetDirectoryName(file)!, "README.md");
        if (File.Exists(Path.Combine(Page.Root, page)))
        {
            Assert.Contains($"{read.Study!.RunCount:N0} runs", Page.Read(page));
        }
    }
}
