using Twin.Cli.Output;

namespace Twin.Tests.Output;

[TestClass]
public class StagedRunTests
{
    private const int NoSuchPid = int.MaxValue;

    [TestMethod]
    public void A_run_has_its_name_only_when_it_is_committed()
    {
        using var place = new TemporaryFolder();
        var folder = new RunFolder(place.Of("results"), "plant", "0123456789ab");
        using (StagedRun staged = StagedRun.Begin(folder))
        {
            File.WriteAllText(staged.File("a.txt"), "a");
            Assert.IsFalse(folder.Exists);
            StringAssert.StartsWith(Path.GetFileName(staged.Path), ".tmp-0123456789ab-");
            staged.Commit(replace: false);
        }

        string[] expected = ["results", "results/plant", "results/plant/0123456789ab", "results/plant/0123456789ab/a.txt"];
        CollectionAssert.AreEqual(expected, place.Entries().ToArray());
    }

    [TestMethod]
    public void What_is_not_committed_goes_and_what_was_there_stays()
    {
        using var place = new TemporaryFolder();
        Directory.CreateDirectory(place.Of("results", "other"));
        using (StagedRun staged = StagedRun.Begin(new RunFolder(place.Of("results"), "plant", "0123456789ab")))
        {
            File.WriteAllText(staged.File("a.txt"), "a");
        }

        CollectionAssert.AreEqual(new[] { "results", "results/other" }, place.Entries().ToArray());
    }

    [TestMethod]
    public void Leftovers_of_a_killed_process_are_cleared()
    {
        using var place = new TemporaryFolder();
        string killed = place.Of("results", "plant", $".tmp-ffffffffffff-{NoSuchPid}");
        Directory.CreateDirectory(killed);
        using (StagedRun staged = StagedRun.Begin(new RunFolder(place.Of("results"), "plant", "0123456789ab")))
        {
            Assert.IsFalse(Directory.Exists(killed));
            staged.Commit(replace: false);
        }
    }

    [TestMethod]
    public void A_lock_that_nobody_holds_is_a_leftover_whatever_the_pid_says()
    {
        using var place = new TemporaryFolder();
        // In a container every run may have this pid.
        string killed = place.Of("results", "plant", $".tmp-0123456789ab-{Environment.ProcessId}");
        Directory.CreateDirectory(killed);
        File.WriteAllText(Path.Combine(killed, ".lock"), string.Empty);
        File.WriteAllText(Path.Combine(killed, "torn.csv"), "1,2");
        using StagedRun staged = StagedRun.Begin(new RunFolder(place.Of("results"), "plant", "0123456789ab"));
        Assert.IsFalse(File.Exists(staged.File("torn.csv")));
    }

    [TestMethod]
    public void Two_processes_cannot_compute_one_run_at_a_time()
    {
        using var place = new TemporaryFolder();
        var folder = new RunFolder(place.Of("results"), "plant", "0123456789ab");
        using StagedRun first = StagedRun.Begin(folder);
        IOException refused = Assert.ThrowsExactly<RunInWorkException>(() => StagedRun.Begin(folder));
        StringAssert.Contains(refused.Message, "right now");
        Assert.IsTrue(Directory.Exists(first.Path));
        using StagedRun other = StagedRun.Begin(new RunFolder(place.Of("results"), "plant", "ffffffffffff"));
        Assert.IsTrue(Directory.Exists(first.Path));
    }

    [TestMethod]
    public void A_run_that_was_caught_between_giving_way_and_being_replaced_comes_back()
    {
        using var place = new TemporaryFolder();
        string old = place.Of("results", "plant", $".old-0123456789ab-{NoSuchPid}");
        Directory.CreateDirectory(old);
        File.WriteAllText(Path.Combine(old, "a.txt"), "a");
        using StagedRun staged = StagedRun.Begin(new RunFolder(place.Of("results"), "plant", "ffffffffffff"));
        Assert.IsTrue(File.Exists(place.Of("results", "plant", "0123456789ab", "a.txt")));
    }
}
