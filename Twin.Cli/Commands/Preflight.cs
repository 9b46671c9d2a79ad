using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Studies;

namespace Twin.Cli.Commands;

/// <summary>What a sweep is about to cost, said before it begins.</summary>
/// <param name="asked">The study.</param>
/// <param name="threads">Threads that will compute.</param>
internal sealed class Preflight(AskedStudy asked, int threads)
{
    /// <summary>More runs than these want to be confirmed.</summary>
    public const int MostUnconfirmed = 10_000;

    /// <summary>Runs timed for an estimate: the first also pays for what every later one finds ready.</summary>
    public const int Timed = 2;

    // Letters of a number as text, of a journal's line beside its numbers, and of an instant: what results of this kind take.
    private const double NumberBytes = 19.0;
    private const double LineBytes = 200.0;
    private const double InstantBytes = 21.0;

    /// <summary>How many runs, and on what.</summary>
    /// <param name="shard">Share of the study; null for all.</param>
    /// <param name="runs">Runs of the share.</param>
    /// <param name="pending">Runs of it that are still to be computed.</param>
    public string Counts(Shard? shard, int runs, int pending)
    {
        Study study = asked.Study;
        string each = study.Policies.Count == 1 ? "1 policy" : $"{Said.Count(study.Policies.Count)} policies";
        string policies = study.Policies.Count == 0 ? string.Empty : $" ({Said.Count(study.Design.Count, "point")} x {each})";
        string share = shard is null ? string.Empty : $", {Said.Count(runs)} of them in share {shard}";
        string before = pending == runs ? string.Empty : $", {Said.Count(runs - pending)} of them done before";
        return $"{study.Name}: {Said.Count(study.RunCount, "run")}{policies}{share}{before}; {Said.Count(threads, "thread")}";
    }

    /// <summary>What is still to come in time and disk.</summary>
    /// <param name="secondsOfRun">What a run takes; null where none was timed.</param>
    /// <param name="timed">Runs timed for it.</param>
    /// <param name="areKept">Whether the timed runs are results.</param>
    /// <param name="left">Runs still to be computed.</param>
    public string Estimate(double secondsOfRun, int timed, bool areKept, int left)
    {
        double seconds = secondsOfRun * left / Math.Min(threads, Math.Max(1, left));
        string kept = areKept ? "kept as results" : "not kept";
        return $"about {Said.Time(seconds)} to go ({Said.Count(timed, "run")} timed, {kept}: "
            + $"{Said.Time(secondsOfRun)} each), about {Said.Size(left * BytesOfRun())} on disk";
    }

    private double BytesOfRun()
    {
        Study study = asked.Study;
        double numbers = asked.Columns.Count + study.Variables.Count;
        double rows = study.SeriesColumns.Count > 0 && study.Base.Vary(study.Fixed) is { Scenario: { } scenario }
            ? (scenario.Clock.EndUnixS - scenario.Clock.StartUnixS) / (double)scenario.OutputS
            : 0.0;
        return numbers * (2.0 * NumberBytes + sizeof(double)) + 2.0 * LineBytes
            + rows * (InstantBytes + NumberBytes * study.SeriesColumns.Count);
    }
}
