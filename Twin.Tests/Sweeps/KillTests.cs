using System.Diagnostics;
using System.Globalization;
using Twin.Cli.Commands;
using Twin.Cli.Output.Studies;
using Twin.Tests.Output;
using TestRun = Twin.Tests.Plant.TestRun;

namespace Twin.Tests.Sweeps;

/// <summary>The program itself, killed in the middle of a sweep. TWIN_KILLS=50 does it fifty times instead of five.</summary>
[TestClass]
public sealed class KillTests
{
    private const int FewKills = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10); // of a machine that has much else to do
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "twin.exe" : "twin");

    private static TemporaryFolder folder = null!;

    private static string Study => folder.Of("study");

    private static string Results => folder.Of("results", "studies", "killed");

    [ClassInitialize]
    public static void Prepare(TestContext context)
    {
        folder = new();
        Directory.CreateDirectory(folder.Of("first_day"));
        Directory.CreateDirectory(Study);
        File.WriteAllText(folder.Of("IndustrialTwin.sln"), string.Empty); // marks the folder that paths may not leave
        File.Copy(Path.Combine(TestRun.Folder("first_day"), "scenario.yaml"), folder.Of("first_day", "scenario.yaml"));
        File.WriteAllText(Path.Combine(Study, "study.yaml"), """
            study: 1
            name: killed
            base: ../first_day
            set: { time.end: 2025-06-12T03:00+02:00, time.step: 15 min }
            method: { kind: monte-carlo, n: 12, seed: 3 }
            levers:
              halls.air_hall.racks.count: { grid: [2, 4, 5] }
            uncertainties:
              grid.price: { triangular: [60 EUR/MWh, 90 EUR/MWh, 180 EUR/MWh] }
            outcomes: { pue: min, energy_cost: min }
            series: [grid.import_w]
            """);
        Assert.AreEqual(ExitStatus.Done, Finish("reference"));
    }

    [ClassCleanup]
    public static void Leave() => folder.Dispose();

    [TestMethod]
    public void Killed_at_random_moments_a_sweep_goes_on_and_ends_in_the_same_bytes()
    {
        string wanted = Environment.GetEnvironmentVariable("TWIN_KILLS") ?? string.Empty;
        int kills = int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : FewKills;
        var random = new Random(kills); // the moments differ from machine to machine all the same
        int killed = 0;
        while (killed < kills)
        {
            killed += KillOnce(random) ? 1 : 0;
            if (File.Exists(Path.Combine(Results, StudyFolder.Manifest)))
            {
                AssertSame();
                Directory.Delete(Results, recursive: true);
            }
        }

        Assert.AreEqual(ExitStatus.Done, Finish("results"));
        AssertSame();
    }

    [TestMethod]
    public void Told_to_end_a_sweep_keeps_what_is_finished_and_exits_with_143()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("Windows has no such signal.");
        }

        using Process process = Start("told", redirectErrors: true);
        string journal = folder.Of("told", "studies", "killed", "journal.jsonl");
        WaitFor(process, () => LengthOf(journal) > 1_000); // its first runs
        using (Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        string messages = process.StandardError.ReadToEnd();
        Assert.IsTrue(process.WaitForExit(Patience));
        Assert.AreEqual(ExitStatus.Terminated, process.ExitCode, messages);
        StringAssert.Contains(messages, "all of them kept; the same command goes on");
        Assert.AreEqual((byte)'\n', File.ReadAllBytes(journal)[^1]); // no line is torn
        Assert.AreEqual(ExitStatus.Done, Finish("told"));
        AssertSame("told");
    }

    /// <summary>Starts the sweep and kills it when its journal has grown by some bytes, or while it writes its tables.</summary>
    /// <returns>Whether it was killed; it may have ended before.</returns>
    private static bool KillOnce(Random random)
    {
        string journal = Path.Combine(Results, "journal.jsonl");
        bool atEnd = random.Next(4) == 0;
        long grown = LengthOf(journal) + random.Next(3_000);
        using Process process = Start("results", redirectErrors: false);
        WaitFor(process, () => atEnd ? File.Exists(Path.Combine(Results, StudyFolder.RunsCsv)) : LengthOf(journal) > grown);
        Thread.Sleep(random.Next(atEnd ? 20 : 100)); // the moment must be random: that is what the test is about
        bool isAlive = !process.HasExited;
        process.Kill();
        process.WaitForExit();
        return isAlive;
    }

    private static void WaitFor(Process process, Func<bool> isReached)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!isReached() && !process.HasExited)
        {
            Assert.IsLessThan(Patience, Stopwatch.GetElapsedTime(begun), "the sweep does not get on");
            Thread.Sleep(1); // another process writes the file: there is nothing to wait on but its length
        }
    }

    private static long LengthOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private static int Finish(string results)
    {
        using Process process = Start(results, redirectErrors: false);
        Assert.IsTrue(process.WaitForExit(Patience));
        return process.ExitCode;
    }

    private static Process Start(string results, bool redirectErrors)
    {
        string[] arguments = ["sweep", Study, "--out", folder.Of(results), "--threads", "2", "--quiet"];
        return Process.Start(new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = redirectErrors,
        })!;
    }

    private static void AssertSame(string results = "results")
    {
        string[] names = Deterministic("reference");
        CollectionAssert.AreEqual(names, Deterministic(results));
        foreach (string name in names)
        {
            CollectionAssert.AreEqual(
                File.ReadAllBytes(folder.Of("reference", "studies", "killed", name)),
                File.ReadAllBytes(folder.Of(results, "studies", "killed", name)),
                name);
        }
    }

    // All files but the two that tell how the computation went.
    private static string[] Deterministic(string results)
    {
        string root = folder.Of(results, "studies", "killed");
        return [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file))
            .Where(name => name is not ("journal.jsonl" or "sweep.json" or ".lock")).Order(StringComparer.Ordinal)];
    }
}
