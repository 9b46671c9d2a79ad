using Twin.Cli.Input;
using Twin.Cli.Input.Sizes;
using Twin.Cli.Output.Sizes;
using Twin.Core.Engine;

namespace Twin.Cli.Commands.Sizes;

/// <summary>A probe whose scenario is wrong, which the checks before the search did not see.</summary>
internal sealed class ProbeFaultException(IReadOnlyList<Fault> faults) : Exception
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Fault> Faults => faults;
}

/// <summary>Runs sizes in cases and futures; each once, on several threads, with the same numbers on any of them.</summary>
/// <param name="question">The question.</param>
/// <param name="cases">The cases.</param>
/// <param name="lifts">What is laid over the plant of a size; nothing for most searches.</param>
/// <param name="threads">Threads.</param>
/// <param name="ran">Told after each run.</param>
/// <param name="cancel">Ends the search.</param>
internal sealed class SizeProber(
    SizeQuestion question,
    IReadOnlyList<SizeCase> cases,
    Func<IReadOnlyList<int>, IReadOnlyList<Entry>> lifts,
    int threads,
    Action ran,
    CancellationToken cancel)
{
    /// <summary>A loss so many times the tolerance ends a run: more is not asked.</summary>
    private const double Enough = 5.0;

    /// <summary>Least share of the firm GPU-hours of the run that is lost before it ends.</summary>
    private const double LeastEnough = 0.005;

    // Cases are asked a few at a time, whatever the threads, so that the same runs are made on every machine.
    private const int AtOnce = 2;
    private readonly Dictionary<(string Size, int Case, int Future), SizeProbe> known = [];
    private readonly HashSet<(string Size, int Case, int Future)> before = [];
    private readonly bool[] isFirm = [.. question.Halls.Select(hall => !hall.IsInterruptible)];
    private readonly Suspicion suspicion = new(cases);

    /// <summary>Every run so far: sizes in the order of their racks, futures and cases in theirs.</summary>
    public IReadOnlyList<SizeProbe> Probes =>
    [
        .. known.Where(one => !before.Contains(one.Key))
            .OrderBy(one => one.Value.Racks.Sum()).ThenBy(one => one.Key.Future).ThenBy(one => one.Key.Case).Select(one => one.Value),
    ];

    /// <summary>Takes over runs of a search before, of the same plant.</summary>
    public void Know(IEnumerable<SizeProbe> probes)
    {
        foreach (SizeProbe probe in probes)
        {
            (string, int, int) key = (Key(probe.Racks), suspicion.IndexOf(probe.Case), probe.Future);
            known[key] = probe;
            before.Add(key);
        }
    }

    /// <summary>Asks cases first that came near to failing, or failed, in a search before.</summary>
    public void Suspect(IEnumerable<SizeProbe> probes) => suspicion.Expect(probes);

    /// <summary>Whether sizes hold: all cases up to the first size that fails, beyond it those that are likeliest to.</summary>
    /// <param name="sizes">Racks by hall, the smallest size first.</param>
    public IReadOnlyList<bool> HoldOnGrid(IReadOnlyList<IReadOnlyList<int>> sizes)
    {
        bool hasFailed = false;
        return
        [
            .. sizes.Select(racks =>
            {
                bool holds = hasFailed ? SeemsToHold(racks) : Holds(racks);
                hasFailed |= !holds;
                return holds;
            }),
        ];
    }

    /// <summary>Whether a size holds in the cases that are likeliest to fail; of the others only what is known counts.</summary>
    /// <remarks>Enough to look for the end of a bracket, and never enough for an answer: that is asked in all cases.</remarks>
    public bool SeemsToHold(IReadOnlyList<int> racks) => Holds(racks, most: AtOnce);

    /// <summary>Whether a size holds in all cases, the likeliest to fail first; once it is known to fail, nothing more is asked.</summary>
    public bool Holds(IReadOnlyList<int> racks) => Holds(racks, most: cases.Count);

    /// <summary>All cases of a size in all futures: those of the first future first.</summary>
    public IReadOnlyList<SizeProbe> All(IReadOnlyList<int> racks)
    {
        (int Case, int Future)[] pairs =
        [
            .. Enumerable.Range(0, question.FutureCount)
                .SelectMany(future => Enumerable.Range(0, cases.Count).Select(i => (i, future))),
        ];
        Run(racks, pairs);
        return [.. pairs.Select(pair => known[(Key(racks), pair.Case, pair.Future)])];
    }

    // A future that has failed is asked no more, and a size no more once too many futures have.
    private bool Holds(IReadOnlyList<int> racks, int most)
    {
        var failed = new HashSet<int>(Enumerable.Range(0, question.FutureCount).Where(future => HasFailed(racks, future)));
        int atOnce = question.Futures is null ? AtOnce : 1;
        foreach (int[] some in suspicion.Order().Take(most).Chunk(atOnce))
        {
            if (failed.Count > question.MayFail)
            {
                break;
            }

            int[] open = [.. Enumerable.Range(0, question.FutureCount).Where(future => !failed.Contains(future))];
            Run(racks, [.. some.SelectMany(i => open.Select(future => (i, future)))]);
            failed.UnionWith(open.Where(future => HasFailed(racks, future)));
        }

        return failed.Count <= question.MayFail;
    }

    private bool HasFailed(IReadOnlyList<int> racks, int future) =>
        Enumerable.Range(0, cases.Count).Any(i => known.GetValueOrDefault((Key(racks), i, future)) is { Holds: false });

    /// <summary>Largest heat demand of the design year [W]: it does not depend on the size.</summary>
    public static double HeatMaximumW(SizeQuestion question, CancellationToken cancel)
    {
        var scenario = question.Design.Scenario!;
        using var meter = new LossMeter(
            scenario.Plant, [.. question.Halls.Select(hall => !hall.IsInterruptible)], double.PositiveInfinity, cancel);
        Simulation.Run(scenario, meter, progress: null, meter.Enough);
        return meter.PeakHeatDemandW;
    }

    /// <summary>Faults of the cases at the size of the base, each at the place where the case was written.</summary>
    public static IReadOnlyList<Fault> Faults(SizeQuestion question, IReadOnlyList<SizeCase> cases) =>
        [.. cases.SelectMany(one => question.Base.Vary([.. question.Fixed, .. one.Values]).Faults).Distinct()];

    private static string Key(IReadOnlyList<int> racks) => string.Join(',', racks);

    private void Run(IReadOnlyList<int> racks, IReadOnlyList<(int Case, int Future)> pairs)
    {
        string size = Key(racks);
        (int Case, int Future)[] missing = [.. pairs.Where(pair => !known.ContainsKey((size, pair.Case, pair.Future)))];
        var probes = new SizeProbe[missing.Length];
        try
        {
            Parallel.For(0, missing.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i =>
            {
                probes[i] = Probe(racks, cases[missing[i].Case], missing[i].Future);
                ran();
            });
        }
        catch (AggregateException e) when (e.InnerExceptions is [.., { } cause])
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
        }

        foreach ((int i, (int which, int future)) in missing.Index())
        {
            known.Add((size, which, future), probes[i]);
            suspicion.Learn(probes[i]);
        }
    }

    private SizeProbe Probe(IReadOnlyList<int> racks, SizeCase one, int future)
    {
        ReadResult read = question.Base.Vary(
        [
            .. question.Fixed,
            .. question.Halls.Zip(racks, (hall, count) => SizeCases.Value($"halls.{hall.Name}.racks.count", count)),
            .. question.ScaledAt(racks),
            .. question.Futures?.Entries(future) ?? [],
            .. lifts(racks),
            .. one.Values,
        ]);
        if (read.Scenario is not { } scenario)
        {
            throw new ProbeFaultException(read.Faults);
        }

        double lengthH = scenario.Clock.Count * scenario.Clock.StepS / 3_600.0;
        double firmGpuHours = lengthH
            * question.Halls.Zip(racks, (hall, count) => hall.IsInterruptible ? 0.0 : count * hall.GpusPerRack).Sum();
        using var meter = new LossMeter(
            scenario.Plant, isFirm, Math.Max(LeastEnough, Enough * question.LostFraction) * firmGpuHours, cancel);
        bool isWhole = true;
        try
        {
            Simulation.Run(scenario, meter, progress: null, meter.Enough);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            isWhole = false;
        }

        return Of(racks, one, future, meter, isWhole, firmGpuHours);
    }

    private SizeProbe Of(
        IReadOnlyList<int> racks, SizeCase one, int future, LossMeter meter, bool isWhole, double firmGpuHours)
    {
        (double lost, double otherLost) = meter.LostGpuHours;
        (double wanted, double otherWanted) = meter.WantedGpuHours;

        // Of a run that was stopped the loss is stated over all that could have been wanted: a bound that holds for sure.
        double fraction = isWhole ? lost / wanted : lost / firmGpuHours;
        bool isTolerated = isWhole && !(fraction > question.LostFraction);
        IReadOnlyList<SizeLimit> limits = meter.Limits();
        SizeLimit[] ratings = [.. limits.Where(limit => limit.OverFraction > 0.0)];
        return new(
            racks, one, future, lost, fraction, otherLost, otherLost / otherWanted, meter.PeakItW.All, meter.PeakItW.Firm, isWhole,
            isTolerated && ratings.Length == 0,
            isTolerated ? [.. ratings, .. limits.Except(ratings)] : limits);
    }
}
