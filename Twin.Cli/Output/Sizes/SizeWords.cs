using System.Globalization;
using Twin.Cli.Input.Sizes;
using Twin.Cli.Output.Plots;
using Twin.Core.Studies;
using Twin.Core.Time;

namespace Twin.Cli.Output.Sizes;

/// <summary>The answer in plain words: what the site carries, what ends it, what would end it next, and on what that stands.</summary>
internal sealed class SizeWords(SizeAnswer answer)
{
    private const string Grid = "grid.import_limit";
    private readonly SizeQuestion question = answer.Question;
    private readonly SiteCalendar calendar = new(answer.Question.Design.Scenario!.Site.Zone);

    /// <summary>Sentences, the answer first.</summary>
    public IReadOnlyList<string> Sentences() =>
    [
        Capacity(),
        .. answer.Firm.Largest is null ? [] : Halls(answer.Firm.Largest),
        .. Futures(),
        Ends(),
        .. Next(),
        .. Interruptible(),
        Growing(),
        Search(),
    ];

    /// <summary>The capacity in one sentence.</summary>
    public string Capacity()
    {
        if (answer.Firm.Largest is not { } racks)
        {
            return $"Firm capacity of {question.Name}: none. Even {Racks(answer.Firm.Failing!)} do not hold.";
        }

        SizeProbe planned = answer.Firm.Planned;
        string all = HasOthers(racks) ? $" (all halls together {PlotText.Power(planned.PeakItW)})" : string.Empty;
        string least = answer.Firm.Answer.End == CapacityEnd.EverythingHolds ? "at least " : string.Empty;
        return $"Firm capacity of {question.Name}: {least}{PlotText.Power(planned.PeakFirmItW)} IT at the peak{all}, "
            + $"{Gpus(racks, isInterruptible: false)}, {Multiple(racks)} of the base.";
    }

    private IEnumerable<string> Futures()
    {
        if (question.Futures is { } futures)
        {
            string asked = $"{Whole(futures.Needed)} are asked ({Percent(futures.ShareFraction)})";
            string at = answer.Firm.Largest is null ? string.Empty
                : $"All cases hold in {Of(answer.Firm.AtLargest, futures)}, where {asked}; ";
            string beyond = answer.Firm.Failing is null ? "more was not asked"
                : $"{(at.Length > 0 ? "beyond it" : "all cases hold")} in {Of(answer.Firm.AtFailing, futures)}"
                    + (at.Length > 0 ? string.Empty : $", where {asked}");
            yield return $"{at}{beyond}. Uncertain: {string.Join(", ", futures.Inputs.Select(input => input.Name))}.";
        }
    }

    /// <summary>Where it ends, in one sentence.</summary>
    public string Ends()
    {
        if (answer.Firm.Worst is not { } worst || answer.Firm.Binding is not { } limit)
        {
            return $"No limit ends it: {Multiple(answer.Firm.Largest!)} of the base is the greatest size that was asked.";
        }

        string beside = limit.Beside.Count > 0 ? $", {string.Join(" and ", limit.Beside)} at the same time" : string.Empty;
        return $"It ends at {limit.Name} ({What(limit.Name)}) when {worst.Case.Label}{InFuture(worst)}: {Loss(worst, limit)}, "
            + $"worst on {Date(limit.WorstUnixS)}{beside}.";
    }

    /// <summary>What a limit is, for people.</summary>
    public static string What(string limit) => limit switch
    {
        Grid => "the connection",
        "transformers" => "the rating of the transformers",
        _ when limit.StartsWith("ups.", StringComparison.Ordinal) => "the rating of the UPS",
        _ when limit.StartsWith("loops.", StringComparison.Ordinal) => "its machines take no more heat",
        _ when limit.EndsWith(".liquid", StringComparison.Ordinal) => "too few coolant units",
        _ => "too few room coolers",
    };

    /// <summary>A share of lost work; "more than" where the run was stopped.</summary>
    public static string LossText(SizeProbe probe) => double.IsNaN(probe.FirmLostFraction)
        ? "no work wanted"
        : (probe.IsWhole ? string.Empty : "> ") + Percent(probe.FirmLostFraction);

    /// <summary>A share in per cent, with as many digits as tell it from a tolerance of a tenth of one.</summary>
    public static string Percent(double fraction)
    {
        double percent = 100.0 * fraction;
        string format = percent >= 1.0 ? "0.##" : "0.####";
        return (percent is > 0.0 and < 0.0001 ? "< 0.0001" : percent.ToString(format, CultureInfo.InvariantCulture)) + " %";
    }

    private static string Whole(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Loss(SizeProbe probe, SizeLimit limit) => limit.OverFraction > 0.0
        ? $"the units in service would carry {Percent(limit.OverFraction)} more than their rating"
        : $"{LossText(probe)} of the firm GPU-hours would be lost";

    private string InFuture(SizeProbe probe) => question.Futures is null ? string.Empty : $" in future {Whole(probe.Future + 1)}";

    private static string Of(IReadOnlyList<SizeProbe> probes, SizeFutures futures) =>
        $"{Whole(SizeSearch.Holding(probes))} of {Whole(futures.Count)} futures";

    private bool HasOthers(IReadOnlyList<int> racks) =>
        question.Halls.Zip(racks).Any(hall => hall.First.IsInterruptible && hall.Second > 0);

    private string Gpus(IReadOnlyList<int> racks, bool isInterruptible)
    {
        (SizeHall Hall, int Racks)[] halls =
            [.. question.Halls.Zip(racks).Where(hall => hall.First.IsInterruptible == isInterruptible)];
        return $"{Whole(halls.Sum(hall => hall.Racks * hall.Hall.GpusPerRack))} GPUs in "
            + $"{Whole(halls.Sum(hall => hall.Racks * hall.Hall.ServersPerRack))} servers and {Whole(halls.Sum(hall => hall.Racks))} racks";
    }

    private string Racks(IReadOnlyList<int> racks) =>
        $"{Whole(racks.Sum())} racks ({string.Join(", ", question.Halls.Zip(racks, (hall, count) => $"{hall.Name} {Whole(count)}"))})";

    private IEnumerable<string> Halls(IReadOnlyList<int> racks) => question.Halls.Zip(racks, (hall, count) =>
        $"  {hall.Name}: {Whole(count)} racks, {Whole(count * hall.ServersPerRack)} servers {hall.Server}, "
        + $"{Whole(count * hall.GpusPerRack)} GPUs, {(hall.IsInterruptible ? "interruptible" : "firm")}");

    private string Multiple(IReadOnlyList<int> racks) =>
        question.MultipleOf(racks).ToString("0.00", CultureInfo.InvariantCulture) + " times the servers";

    private string Date(long unixS) =>
        DateTimeOffset.FromUnixTimeSeconds(unixS + calendar.OffsetS(unixS)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IEnumerable<string> Next()
    {
        if (answer.Firm.Binding is { } first)
        {
            yield return answer.Next is { } next ? Next(next, $"With {first.Name} out of the way") : NoNext(first);
        }
    }

    private string Next(SizeSearch next, string lifted)
    {
        if (next is not { Binding: { } limit, Worst: { } worst })
        {
            return $"{lifted}, nothing else ends it up to {Multiple(next.Largest!)}.";
        }

        string at = $"{limit.Name} ({What(limit.Name)}) when {worst.Case.Label}";
        return next.Largest is { } racks
            ? $"{lifted}, the next is {at}, at {PlotText.Power(next.Planned.PeakFirmItW)} and {Gpus(racks, isInterruptible: false)}."
            : $"{lifted}, the next is at the same size: {at}.";
    }

    private static string NoNext(SizeLimit first) =>
        $"What would be next is not known: {first.Name} has neither chiller nor dry cooler that could grow.";

    private IEnumerable<string> Interruptible()
    {
        if (answer.Interruptible?.Largest is not { } racks)
        {
            yield break;
        }

        SizeProbe planned = answer.Interruptible.Planned;
        SizeProbe worst = answer.Interruptible.AtLargest.MaxBy(probe => probe.OtherLostFraction)!;
        string least = answer.Interruptible.Answer.End == CapacityEnd.EverythingHolds ? "at least " : string.Empty;
        string usually = Percent(planned.OtherLostFraction), most = Percent(worst.OtherLostFraction);
        string loses = !(worst.OtherLostFraction > 0.0) ? "it loses none of its GPU-hours in any case"
            : usually == most ? $"it loses {most} of its GPU-hours at most, also when all is as planned"
            : $"it loses {usually} of its GPU-hours when all is as planned, and {most} when {worst.Case.Label}";
        yield return $"Interruptible beside it: {least}{Gpus(racks, isInterruptible: true)}; {loses}.";
    }

    private string Growing() => question.Scales.Count == 0
        ? "No plant grows with the servers: all machines and limits are those of the base."
        : $"With the servers grow {string.Join(", ", question.Scales.Select(scale => scale.Path))}; everything else is as in the base.";

    private string Search()
    {
        CapacityAnswer search = answer.Firm.Answer;
        string tolerance = $"Each of {answer.Cases.Count} cases may lose {Percent(question.LostFraction)} of the firm GPU-hours";
        string how = search.IsMonotone
            ? "found in whole racks, and on the grid nothing holds above what fails"
            : $"found on a grid only, because smaller sizes fail too: {string.Join(", ", search.Gaps.Select(Whole))} racks";
        int runs = new[] { answer.Firm, answer.Next, answer.Interruptible }.Sum(one => one?.Probes.Count ?? 0);
        return $"{tolerance}; {Whole(runs)} runs, {how}.";
    }
}
