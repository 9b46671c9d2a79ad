using Twin.Cli.Commands;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Studies;

namespace Twin.Tests.Sweeps;

/// <summary>Shares of a study are computed apart, with no talk between them, and joined.</summary>
[TestClass]
public sealed class ShardTests
{
    private static StudyShell whole = null!;
    private static StudyShell shared = null!;

    private static Study Study => MadeStudy.Grid() with { SeriesColumns = ["grid.import_w"] };

    [ClassInitialize]
    public static void Sweep(TestContext context)
    {
        whole = new(Study);
        Assert.AreEqual(ExitStatus.Done, whole.Sweep(), whole.Messages);
        shared = new(Study);
        foreach (string shard in (string[])["3/3", "1/3", "2/3"])
        {
            Assert.AreEqual(ExitStatus.Done, shared.Sweep("--shard", shard), shared.Messages);
        }
    }

    [ClassCleanup]
    public static void Leave()
    {
        whole.Dispose();
        shared.Dispose();
    }

    [TestMethod]
    public void Every_run_is_in_one_share_and_its_policies_stay_together()
    {
        foreach ((int points, int of) in ((int, int)[])[(1, 1), (7, 3), (3, 8), (100, 7), (12_345, 64)])
        {
            int next = 0;
            for (int number = 1; number <= of; number++)
            {
                (int first, int end) = new Shard(number, of).Runs(points, policies: 3);
                Assert.AreEqual(next, first);
                Assert.IsLessThanOrEqualTo(3 * ((points + of - 1) / of), end - first); // none has more than its share, rounded up
                for (int point = first / 3; point < end / 3; point++)
                {
                    Assert.AreEqual(number, Shard.NumberOf(point, points, of));
                }

                next = end;
            }

            Assert.AreEqual(3 * points, next);
        }
    }

    [TestMethod]
    [DataRow("0/3")]
    [DataRow("4/3")]
    [DataRow("1")]
    [DataRow("1/0")]
    [DataRow("-1/3")]
    [DataRow("a/b")]
    [DataRow("1/3/5")]
    public void A_share_that_there_is_not_is_wrong_usage(string shard)
    {
        using var shell = new StudyShell(Study);
        Assert.AreEqual(ExitStatus.Usage, shell.Sweep($"--shard={shard}"));
        StringAssert.Contains(shell.Messages, $"--shard wants i/n with 1 <= i <= n, such as 1/8, and got '{shard}'.");
    }

    [TestMethod]
    public void Gathered_shares_are_the_bytes_of_an_unshared_sweep()
    {
        Assert.AreEqual(ExitStatus.Done, shared.Gather(), shared.Messages);
        Assert.AreEqual(whole.Fingerprint(), shared.Fingerprint());
        Assert.AreEqual(whole.Data, shared.Data.Replace(shared.StudyFolder, whole.StudyFolder, StringComparison.Ordinal));
        Assert.AreEqual(ExitStatus.Done, shared.Sweep("--shard", "2/3")); // nothing is left to do
        Assert.AreEqual("already done" + Environment.NewLine, shared.Messages);
    }

    [TestMethod]
    public void Journals_of_several_folders_are_joined()
    {
        using var here = new StudyShell(Study);
        Directory.CreateDirectory(here.Of("other", "series"));
        Directory.CreateDirectory(here.File("series"));
        foreach (string file in Directory.GetFiles(shared.File("series")))
        {
            File.Copy(file, here.Of("other", "series", Path.GetFileName(file)));
        }

        Copy(here, "journal-2-of-3.jsonl", here.Of("other"));
        Copy(here, "journal-1-of-3.jsonl", here.Of("other"));
        Copy(here, "journal-3-of-3.jsonl", here.StudyFolder);
        string third = whole.Column("run_id")[7];
        File.Copy(whole.File($"series/{third}.csv"), here.File($"series/{third}.csv"));
        foreach (int run in (int[])[4, 5, 6])
        {
            string id = whole.Column("run_id")[run];
            File.Copy(whole.File($"series/{id}.csv"), here.File($"series/{id}.csv"), overwrite: true);
        }

        Assert.AreEqual(ExitStatus.Done, here.Gather("--from", here.Of("other")), here.Messages);
        Assert.AreEqual(whole.Fingerprint(), here.Fingerprint());
    }

    [TestMethod]
    public void Missing_runs_are_named_with_the_shares_to_run_again()
    {
        using var here = new StudyShell(Study);
        Directory.CreateDirectory(here.StudyFolder);
        Copy(here, "journal-1-of-3.jsonl", here.StudyFolder);
        Copy(here, "journal-3-of-3.jsonl", here.StudyFolder);
        byte[] last = File.ReadAllBytes(here.File("journal-3-of-3.jsonl"));
        File.WriteAllBytes(here.File("journal-3-of-3.jsonl"), last[..^5]); // torn in its last line
        Assert.AreEqual(ExitStatus.InvalidScenario, here.Gather());
        StringAssert.Matches(here.Messages, new(@"error: 3 of 8 runs are missing: 2-3, [4-7]"));
        StringAssert.Contains(here.Messages, "run these shares again; they go on: --shard 2/3 --shard 3/3");
        Assert.IsFalse(File.Exists(here.File("study.json")));
        Assert.AreEqual(last.Length - 5, new FileInfo(here.File("journal-3-of-3.jsonl")).Length); // only looked at
    }

    [TestMethod]
    public void What_does_not_belong_together_is_not_joined()
    {
        using var here = new StudyShell(Study);
        Assert.AreEqual(ExitStatus.InvalidScenario, here.Gather());
        StringAssert.Contains(here.Messages, "has no journal of a share");
        Directory.CreateDirectory(here.Of("other"));
        Directory.CreateDirectory(here.StudyFolder);
        Copy(here, "journal-1-of-3.jsonl", here.StudyFolder);
        Copy(here, "journal-1-of-3.jsonl", here.Of("other"));
        Assert.AreEqual(ExitStatus.InvalidScenario, here.Gather("--from", here.Of("other")));
        StringAssert.Contains(here.Messages, "share 1/3 is there twice");
        File.Copy(whole.File("journal.jsonl"), here.Of("other", "journal.jsonl"));
        File.Delete(here.Of("other", "journal-1-of-3.jsonl"));
        Assert.AreEqual(ExitStatus.InvalidScenario, here.Gather("--from", here.Of("other")));
        StringAssert.Contains(here.Messages, "a study is shared out in one way");
        Assert.AreEqual(ExitStatus.FileSystem, here.Sweep("--shard", "1/4"));
        StringAssert.Contains(here.Messages, "shares this study out in another way");
        here.Study = MadeStudy.Grid(["2", "4", "5"]) with { SeriesColumns = Study.SeriesColumns };
        Assert.AreEqual(ExitStatus.InvalidScenario, here.Gather());
        StringAssert.Contains(here.Messages, "holds runs of another study");
    }

    [TestMethod]
    public void A_share_that_is_still_in_work_is_waited_for()
    {
        using (StudyLock.Take(StudyFolder.At(shared.StudyFolder).For(new Shard(2, 3))))
        {
            Assert.AreEqual(ExitStatus.InvalidScenario, shared.Gather());
            StringAssert.Contains(shared.Messages, "another process still works on");
            Assert.AreEqual(ExitStatus.FileSystem, shared.Sweep("--shard", "2/3"));
            Assert.AreEqual(ExitStatus.Done, shared.Sweep("--shard", "1/3")); // other shares are not in its way
        }
    }

    private static void Copy(StudyShell here, string name, string folder)
    {
        Assert.IsTrue(here.Of().Length > 0);
        Directory.CreateDirectory(folder);
        File.Copy(shared.File(name), Path.Combine(folder, name));
    }
}
