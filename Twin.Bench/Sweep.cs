using System.Diagnostics;
using System.Globalization;
using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Core.Engine;

namespace Twin.Bench;

/// <summary>Years of the flagship at 15 min as a sweep makes them: varied, named by their run id, simulated; no file is written.</summary>
internal sealed class Sweep
{
    private const int RunsOfASeed = 8; // futures that several designs meet
    private static readonly Source Here = new("sweep", Layer.Set, Directory.GetCurrentDirectory(), null, HasLines: false);
    private readonly BaseScenario year;

    /// <summary>Reads the base of all runs.</summary>
    public Sweep()
    {
        var faults = new FaultList();
        ReadOptions options = ReadOptions.None with { Sets = ["time.step=15 min", "time.output=15 min"] };
        year = BaseScenario.Read(Flagship.Folder, options, faults)
            ?? throw new InvalidOperationException(FaultText.Write(faults.InFileOrder()));
    }

    /// <summary>Makes runs and says what they cost, those that warm the process up not counted.</summary>
    public static void Report(int runs, int threads, TextWriter output)
    {
        var sweep = new Sweep();
        sweep.Run(16, threads);
        using Process self = Process.GetCurrentProcess();
        TimeSpan cpuBefore = self.TotalProcessorTime;
        long allocatedBefore = GC.GetTotalAllocatedBytes();
        var wall = Stopwatch.StartNew();
        sweep.Run(runs, threads);
        wall.Stop();
        self.Refresh();
        double cpuMs = (self.TotalProcessorTime - cpuBefore).TotalMilliseconds / runs;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{runs} years, {threads} threads: {wall.Elapsed.TotalSeconds:F1} s; a year {cpuMs:F1} ms of processor, "
            + $"{(GC.GetTotalAllocatedBytes() - allocatedBefore) / 1e6 / runs:F1} MB allocated; "
            + $"largest resident set {self.PeakWorkingSet64 / 1e6:F0} MB"));
    }

    /// <summary>Makes runs that differ in racks, permit, price and seed.</summary>
    /// <param name="count">Number of runs.</param>
    /// <param name="threads">Threads that share them.</param>
    /// <returns>Steps computed.</returns>
    public long Run(int count, int threads)
    {
        long steps = 0;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, number =>
        {
            ReadResult read = year.Vary(Values(number));
            _ = RunId.Of(read.Resolved(withOrigins: false), read.Files, EngineVersion.Text);
            RunOutcome outcome = Simulation.Run(
                read.Scenario ?? throw new InvalidOperationException(FaultText.Write(read.Faults)),
                new NoRows(),
                progress: null,
                CancellationToken.None);
            Interlocked.Add(ref steps, outcome.Steps);
        });
        return steps;
    }

    private static Entry[] Values(int number) =>
    [
        Entry("halls.training.racks.count", string.Create(CultureInfo.InvariantCulture, $"{150 + number % 10 * 10}")),
        Entry("river.permit.intake", string.Create(CultureInfo.InvariantCulture, $"{0.4 + 0.001 * (number % 300):F3} m3/s")),
        Entry("grid.price", string.Create(CultureInfo.InvariantCulture, $"{60 + 0.1 * (number % 1000):F1} EUR/MWh")),
        Entry("time.seed", string.Create(CultureInfo.InvariantCulture, $"{7 + number / RunsOfASeed}")),
    ];

    private static Entry Entry(string path, string value) => new(path, new Scalar(value, isQuoted: false, Here, 0, 0), Here, 0, 0);
}
