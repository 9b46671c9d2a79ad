using Twin.Cli.Output.Studies;

namespace Twin.Tests.StudyPages;

[TestClass]
public class StudyPageTests
{
    [TestMethod]
    public void Probe()
    {
        string folder = Environment.GetEnvironmentVariable("TWIN_STUDY_PAGES")!;
        foreach ((string name, StudyTable table) in new[]
        {
            ("sobol", SyntheticStudies.IshigamiSobol()), ("morris", SyntheticStudies.IshigamiMorris()), ("grid", SyntheticStudies.Grid()),
            ("futures", SyntheticStudies.Futures(400)), ("large", SyntheticStudies.Futures(5000, 15)), ("oat", SyntheticStudies.OneAtATime()),
        })
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            StudyPage.Write(Path.Combine(folder, name + ".html"), table, "0123456789ab");
            StudyPicture.Write(Path.Combine(folder, name + ".png"), table);
            Console.WriteLine($"{name} {watch.ElapsedMilliseconds} ms {new FileInfo(Path.Combine(folder, name + ".html")).Length}");
        }
    }
}
