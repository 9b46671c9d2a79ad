using Twin.Cli.Commands;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Studies;

namespace Twin.Tests.Sweeps;

/// <summary>A sweep that was stopped, by whatever, goes on and ends in the same bytes.</summary>
[TestClass]
public sealed class ResumeTests
{
    private static StudyShell whole = null!;
    private static string bytes = null!;
    private static byte[] journal = null!;

    [ClassInitialize]
    public static void Sweep(TestContext context)
    {
        whole = new(MadeStudy.Grid());
        Assert.AreEqual(ExitStatus.Done, whole.Sweep(), whole.Messages);
        bytes = whole.Fingerprint();
        journal = File.ReadAllBytes(whole.File("journal.jsonl"));
    }

    [ClassCleanup]
    public static void Leave() => whole.Dispose();

    [TestMethod]
    public void A_journal_torn_at_any_byte_leads_to_the_same_bytes()
    {
        using var shell = new StudyShell(MadeStudy.Grid());
        Directory.CreateDirectory(shell.StudyFolder);
        int header = Array.IndexOf(journal, (byte)'\n');

        // Inside the first line, at its end, inside the second, just before and at the end of the last.
        foreach (int length in (int[])[header / 2, header, header + 100, journal.Length - 1, journal.Length])
        {
            File.WriteAllBytes(shell.File("journal.jsonl"), journal[..length]);
            File.Delete(shell.File("study.json"));
            Assert.AreEqual(ExitStatus.Done, shell.Sweep("--threads", "2"), shell.Messages);
            Assert.AreEqual(bytes, shell.Fingerprint(), $"torn behind byte {length}");
            Assert.AreEqual(8, shell.JournalRows());
        }
    }

    [TestMethod]
    public void A_last_line_whose_bytes_were_changed_is_computed_again()
    {
        byte[] changed = [.. journal];
        changed[^40]++; // a letter inside the last line
        using var shell = new StudyShell(MadeStudy.Grid());
        Directory.CreateDirectory(shell.StudyFolder);
        File.WriteAllBytes(shell.File("journal.jsonl"), changed);
        Assert.AreEqual(ExitStatus.Done, shell.Sweep(), shell.Messages);
        Assert.AreEqual(bytes, shell.Fingerprint());
        StringAssert.Contains(shell.Messages, "7 of them done before");
    }

    [TestMethod]
    public void A_damaged_line_before_the_last_is_a_fault_that_names_it()
    {
        byte[] changed = [.. journal];
        changed[Array.IndexOf(changed, (byte)'\n') + 40]++; // in the second line
        using var shell = new StudyShell(MadeStudy.Grid());
        Directory.CreateDirectory(shell.StudyFolder);
        File.WriteAllBytes(shell.File("journal.jsonl"), changed);
        Assert.AreEqual(ExitStatus.FileSystem, shell.Sweep());
        StringAssert.Contains(shell.Messages, "journal.jsonl:2: the line is not as it was written");
        CollectionAssert.AreEqual(changed, File.ReadAllBytes(shell.File("journal.jsonl"))); // and nothing was touched
        Assert.AreEqual(ExitStatus.Done, shell.Sweep("--force"), shell.Messages);
        Assert.AreEqual(bytes, shell.Fingerprint());
    }

    [TestMethod]
    public void Stopped_by_a_key_a_sweep_keeps_what_is_finished_and_says_how_to_go_on()
    {
        using var shell = new StudyShell(MadeStudy.Grid()) { StopsAt = " to go (2 runs timed" };
        Assert.AreEqual(ExitStatus.Interrupted, shell.Sweep("--threads", "2"));
        StringAssert.Contains(shell.Messages, "2 of 8 runs computed, all of them kept; the same command goes on");
        Assert.AreEqual(2, shell.JournalRows());
        Assert.IsFalse(File.Exists(shell.File("study.json")));
        shell.StopsAt = null;
        Assert.AreEqual(ExitStatus.Done, shell.Sweep());
        StringAssert.Contains(shell.Messages, "small: 8 runs (4 points x 2 policies), 2 of them done before; ");
        Assert.AreEqual(bytes, shell.Fingerprint());
    }

    [TestMethod]
    public void A_changed_study_refuses_to_mix_and_shows_the_difference()
    {
        Study changed = whole.Study with
        {
            ResolvedText = whole.Study.ResolvedText.Replace("[2, 4]", "[2, 5]", StringComparison.Ordinal),
            Fixed = [MadeStudy.Set("battery.size", "300 kW")],
        };
        using var shell = new StudyShell(MadeStudy.Grid());
        Directory.CreateDirectory(shell.StudyFolder);
        foreach (string name in (string[])["journal.jsonl", "study.resolved.yaml", "base.resolved.yaml"])
        {
            File.Copy(whole.File(name), shell.File(name));
        }

        shell.Study = changed;
        Assert.AreEqual(ExitStatus.FileSystem, shell.Sweep());
        string[] said =
        [
            "holds runs of another study", "- racks: [2, 4]", "+ racks: [2, 5]", "-   size: 250 kW", "+   size: 300 kW", "--force", "--out",
        ];
        foreach (string words in said)
        {
            StringAssert.Contains(shell.Messages, words);
        }

        Assert.DoesNotContain("engine:", shell.Messages);
        Assert.AreEqual(8, shell.JournalRows());
        Assert.AreEqual(ExitStatus.Done, shell.Sweep("--force"), shell.Messages);
        Assert.AreNotEqual(bytes, shell.Fingerprint());
    }

    [TestMethod]
    public void A_journal_of_another_engine_is_refused_and_both_are_named()
    {
        using var shell = new StudyShell(MadeStudy.Grid());
        Directory.CreateDirectory(shell.StudyFolder);
        var other = new JournalHeader("0123456789ab", "0.0.9+old", Shard: null, [new("river.csv", 3, new string('a', 64))]);
        using (StudyJournal.Open(shell.File("journal.jsonl"), new(null, [], 0), other))
        {
        }

        Assert.AreEqual(ExitStatus.FileSystem, shell.Sweep("--dry-run"));
        StringAssert.Contains(shell.Messages, "engine: 0.0.9+old there, ");
        StringAssert.Contains(shell.Messages, "input river.csv: only there");
    }

    [TestMethod]
    public void Two_processes_do_not_work_in_one_folder()
    {
        using var shell = new StudyShell(MadeStudy.Grid());
        using (StudyLock.Take(StudyFolder.At(shell.StudyFolder)))
        {
            Assert.AreEqual(ExitStatus.FileSystem, shell.Sweep());
            StringAssert.Contains(shell.Messages, "another process works on this study right now");
            Assert.AreEqual(ExitStatus.FileSystem, shell.Sweep("--force"));
        }

        Assert.IsFalse(File.Exists(shell.File(".lock")));
        Assert.IsFalse(File.Exists(shell.File("journal.jsonl")));
    }

    [TestMethod]
    public void A_dry_run_says_what_it_would_cost_and_leaves_nothing()
    {
        using var shell = new StudyShell(MadeStudy.Grid());
        Assert.AreEqual(ExitStatus.Done, shell.Sweep("--dry-run", "--threads", "3"));
        StringAssert.StartsWith(shell.Messages, "small: 8 runs (4 points x 2 policies); 3 threads");
        StringAssert.Contains(shell.Messages, "(2 runs timed, not kept: ");
        Assert.IsFalse(Directory.Exists(shell.Of("results")));
    }

    [TestMethod]
    public void More_than_ten_thousand_runs_want_a_word()
    {
        using var shell = new StudyShell(MadeStudy.Grid([.. Enumerable.Range(1, 2_501).Select(i => $"{i}")]));
        Assert.AreEqual(ExitStatus.Usage, shell.Sweep()); // 2,501 numbers of racks x 2 prices x 2 policies
        StringAssert.StartsWith(shell.Messages, "small: 10,004 runs (5,002 points x 2 policies); ");
        StringAssert.Contains(shell.Messages, "more than 10,000 runs; --yes");
        Assert.IsFalse(Directory.Exists(shell.Of("results")));
        shell.StopsAt = " to go (2 runs timed";
        Assert.AreEqual(ExitStatus.Interrupted, shell.Sweep("--yes")); // it began
        shell.StopsAt = null;
        Assert.AreEqual(ExitStatus.Done, shell.Sweep("--shard", "1/2", "--dry-run", "--force")); // a share of it is no more than that
    }
}
