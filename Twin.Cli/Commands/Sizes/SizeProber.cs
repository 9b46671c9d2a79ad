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

/// <summary>Runs sizes in cases; each pair once, on several threads, with the same numbers on any of them.</summary>
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
    private const int AtOnce = 4;
    private readonly Dictionary<(string Size, int Case), SizeProbe> known = [];
    private readonly HashSet<(string Size, int Case)> before = [];
    private readonly bool[] isFirm = [.. question.Halls.Select(hall => !hall.IsInterruptible)];
    private readonly List<int> order = [.. Enumerable.Range(0, cases.Count)];

    /// <summary>Every run so far: sizes in the order of their racks, cases in theirs.</summary>
    public IReadOnlyList<SizeProbe> Probes =>
    [
        .. known.Where(one => !before.Contains(one.Key))
            .OrderBy(one => one.Value.Racks.Sum()).ThenBy(one => one.Key.Case).Select(one => one.Value),
    ];

    /// <summary>Takes over runs of a search before, of the same plant.</summary>
    public void Know(IEnumerable<SizeProbe> probes)
    {
        foreach (SizeProbe probe in probes)
        {
            (string, int) key = (Key(probe.Racks), cases.Index().First(one => one.Item.Name == probe.Case.Name).Index);
            known[key] = probe;
            before.Add(key);
        }
    }

    /// <summary>Asks cases first that are likely to fail.</summary>
    /// <param name="first">Their names, the likeliest first.</param>
    public void Suspect(IEnumerable<string> first)
    {
        foreach (string name in first.Reverse())
        {
            int index = cases.Index().First(one => one.Item.Name == name).Index;
            order.Remove(index);
            order.Insert(0, index);
        }
    }

    /// <summary>Whether sizes hold: all cases up to the first size that fails, beyond it those that failed there.</summary>
    /// <param name="sizes">Racks by hall, the smallest size first.</param>
    public IReadOnlyList<bool> HoldOnGrid(IReadOnlyList<IReadOnlyList<int>> sizes)
    {
        bool hasFailed = false;
        return
        [
            .. sizes.Select(racks =>
            {
                bool holds = hasFailed ? SeemsToHold(racks) : All(racks).All(probe => probe.Holds);
                if (!holds && !hasFailed)
                {
                    Suspect(Failed(All(racks)));
                }

                hasFailed |= !holds;
                return holds;
            }),
        ];
    }

    /// <summary>Whether a size holds in the cases that failed last; of the others only what is known counts.</summary>
    /// <remarks>Enough to look for the end of a bracket, and never enough for an answer: that is asked in all cases.</remarks>
    public bool SeemsToHold(IReadOnlyList<int> racks)
    {
        Run([.. order.Take(AtOnce).Select(i => (racks, i))]);
        SizeProbe[] failed =
        [
            .. order.Select(i => known.GetValueOrDefault((Key(racks), i))).OfType<SizeProbe>().Where(probe => !probe.Holds),
        ];
        if (failed.Length > 0)
        {
            Suspect(Failed(failed));
        }

        return failed.Length == 0;
    }

    /// <summary>All cases of a size.</summary>
    public IReadOnlyList<SizeProbe> All(IReadOnlyList<int> racks)
    {
        Run([.. Enumerable.Range(0, cases.Count).Select(i => (racks, i))]);
        return [.. Enumerable.Range(0, cases.Count).Select(i => known[(Key(racks), i)])];
    }

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

    /// <summary>Names of the cases that fail, those with the greatest loss first.</summary>
    public static IEnumerable<string> Failed(IEnumerable<SizeProbe> probes) => probes.Where(probe => !probe.Holds)
        .OrderByDescending(probe => probe.FirmLostFraction).Select(probe => probe.Case.Name).ToArray();

    private static string Key(IReadOnlyList<int> racks) => string.Join(',', racks);

    private void Run(IReadOnlyList<(IReadOnlyList<int> Racks, int Case)> pairs)
    {
        (IReadOnlyList<int> Racks, int Case)[] missing = [.. pairs.Where(pair => !known.ContainsKey((Key(pair.Racks), pair.Case)))];
        var probes = new SizeProbe[missing.Length];
        try
        {
            Parallel.For(0, missing.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, i =>
            {
                probes[i] = Probe(missing[i].Racks, cases[missing[i].Case]);
                ran();
            });
        }
        catch (AggregateException e) when (e.InnerExceptions is [.., { } cause])
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
        }

        foreach ((int i, (IReadOnlyList<int> racks, int which)) in missing.Index())
        {
            known.Add((Key(racks), which), probes[i]);
        }
    }

    private SizeProbe Probe(IReadOnlyList<int> racks, SizeCase one)
    {
        ReadResult read = question.Base.Vary(
        [
            .. question.Fixed,
            .. question.Halls.Zip(racks, (hall, count) => SizeCases.Value($"halls.{hall.Name}.racks.count", count)),
            .. question.ScaledAt(racks),
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

        return Of(racks, one, meter, isWhole, firmGpuHours);
    }

    private SizeProbe Of(IReadOnlyList<int> racks, SizeCase one, LossMeter meter, bool isWhole, double firmGpuHours)
    {
        (double lost, double otherLost) = meter.LostGpuHours;
        (double wanted, double otherWanted) = meter.WantedGpuHours;

        // Of a run that was stopped the loss is stated over all that could have been wanted: a bound that holds for sure.
        double fraction = isWhole ? lost / wanted : lost / firmGpuHours;
        bool isTolerated = isWhole && !(fraction > question.LostFraction);
        IReadOnlyList<SizeLimit> limits = meter.Limits();
        SizeLimit[] ratings = [.. limits.Where(limit => limit.OverFraction > 0.0)];
        return new(
            racks, one, lost, fraction, otherLost, otherLost / otherWanted, meter.PeakItW.All, meter.PeakItW.Firm, isWhole,
            isTolerated && ratings.Length == 0,
            isTolerated ? [.. ratings, .. limits.Except(ratings)] : limits);
    }
}
