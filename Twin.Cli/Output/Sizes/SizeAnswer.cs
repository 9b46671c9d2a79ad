using Twin.Cli.Input.Sizes;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Sizes;

/// <summary>A limit that took firm work, or would have been passed.</summary>
/// <param name="Name">Plant that was at its end: grid.import_limit, or the path of a group or loop.</param>
/// <param name="Beside">Limits that bound at the same time and tell why, such as river.permit.closed; by weight.</param>
/// <param name="LostGpuHours">Firm GPU-hours that it took [h]; zero where it is a rating that was passed.</param>
/// <param name="OverFraction">By how much the rating was passed at the worst [1]; zero where it took work instead.</param>
/// <param name="WorstUnixS">Interval of the worst, seconds since 1970-01-01T00:00Z.</param>
internal sealed record SizeLimit(
    string Name, IReadOnlyList<string> Beside, double LostGpuHours, double OverFraction, long WorstUnixS);

/// <summary>One run of one size in one case and one future.</summary>
/// <param name="Racks">Racks by hall.</param>
/// <param name="Case">The case.</param>
/// <param name="Future">Number of the future, from 0; 0 where nothing is uncertain.</param>
/// <param name="FirmLost">Firm GPU-hours lost [h].</param>
/// <param name="FirmLostFraction">The same over those wanted [1]; NaN where none were wanted.</param>
/// <param name="OtherLost">Interruptible GPU-hours lost [h].</param>
/// <param name="OtherLostFraction">The same over those wanted [1]; NaN where none were wanted.</param>
/// <param name="PeakItW">Largest power of the IT [W].</param>
/// <param name="PeakFirmItW">Largest power of the firm halls' IT at one time [W].</param>
/// <param name="IsWhole">Whether the run went to its end; else it was stopped far beyond what may be lost, and more is.</param>
/// <param name="Holds">Whether the loss of the firm halls is tolerated and no rating is passed.</param>
/// <param name="Limits">What took firm work or was passed, the most of it first.</param>
internal sealed record SizeProbe(
    IReadOnlyList<int> Racks,
    SizeCase Case,
    int Future,
    double FirmLost,
    double FirmLostFraction,
    double OtherLost,
    double OtherLostFraction,
    double PeakItW,
    double PeakFirmItW,
    bool IsWhole,
    bool Holds,
    IReadOnlyList<SizeLimit> Limits);

/// <summary>One search: the sizes that were asked, and what it found.</summary>
/// <param name="Search">Name: firm, next or interruptible.</param>
/// <param name="Answer">Largest size that holds, in racks of all halls together.</param>
/// <param name="Largest">Racks by hall at that size; null where nothing holds.</param>
/// <param name="Failing">Racks by hall at the first size that was seen to fail; null where everything holds.</param>
/// <param name="MayFail">Futures in which a size may fail.</param>
/// <param name="AtLargest">All cases in all futures at the largest size; empty where nothing holds.</param>
/// <param name="AtFailing">All cases in all futures at the first size that fails; empty where everything holds.</param>
/// <param name="Probes">Every run, in the order of sizes, then of futures, then of cases.</param>
internal sealed record SizeSearch(
    string Search,
    CapacityAnswer Answer,
    IReadOnlyList<int>? Largest,
    IReadOnlyList<int>? Failing,
    int MayFail,
    IReadOnlyList<SizeProbe> AtLargest,
    IReadOnlyList<SizeProbe> AtFailing,
    IReadOnlyList<SizeProbe> Probes)
{
    /// <summary>
    /// The case that ends the search; null where none fails. Of a future it is the one that fails with the greatest loss, or without any
    /// the one that passes a rating by most; of all futures that of the worst beyond those that may fail.
    /// </summary>
    public SizeProbe? Worst => WorstFirst(AtFailing.Where(probe => !probe.Holds).GroupBy(probe => probe.Future)
        .Select(future => WorstFirst(future).First())).Skip(MayFail).FirstOrDefault();

    /// <summary>The run as planned with the greatest peak of the firm halls, of the futures that hold at the largest size.</summary>
    public SizeProbe Planned => AtLargest.GroupBy(probe => probe.Future).Where(future => future.All(probe => probe.Holds))
        .Select(future => future.First()).MaxBy(probe => probe.PeakFirmItW)!;

    /// <summary>In how many futures all cases hold.</summary>
    /// <param name="probes">All cases in all futures of a size.</param>
    public static int Holding(IReadOnlyList<SizeProbe> probes) =>
        probes.GroupBy(probe => probe.Future).Count(future => future.All(probe => probe.Holds));

    /// <summary>Runs by what they lost, the most first; those that lost the same by how far a rating was passed.</summary>
    public static IOrderedEnumerable<SizeProbe> WorstFirst(IEnumerable<SizeProbe> probes) => probes
        .OrderByDescending(probe => probe.FirmLostFraction)
        .ThenByDescending(probe => probe.Limits.Select(limit => limit.OverFraction).DefaultIfEmpty().Max());

    /// <summary>The limit at which the search ended; null where nothing fails.</summary>
    public SizeLimit? Binding => Worst is { Limits: [var first, ..] } ? first : null;
}

/// <summary>What a site carries.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Cases">The cases it was held against.</param>
/// <param name="Firm">The search for firm capacity, in the stated mix.</param>
/// <param name="Next">The search beyond it, with the plant that ended it grown; null where none can grow or nothing ended it.</param>
/// <param name="Interruptible">The search for interruptible work with the firm halls held; null where a class is missing.</param>
internal sealed record SizeAnswer(
    SizeQuestion Question, IReadOnlyList<SizeCase> Cases, SizeSearch Firm, SizeSearch? Next, SizeSearch? Interruptible);
