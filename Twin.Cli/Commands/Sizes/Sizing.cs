using Twin.Cli.Input;
using Twin.Cli.Input.Sizes;
using Twin.Cli.Output.Sizes;
using Twin.Core.Studies;

namespace Twin.Cli.Commands.Sizes;

/// <summary>Answers a question for capacity: the firm search, what would end it next, and what may run besides.</summary>
internal sealed class Sizing(SizeQuestion question, IReadOnlyList<SizeCase> cases, int threads, Action ran, CancellationToken cancel)
{
    private const int GridValues = 9;
    private const int ShortGridValues = 5; // of searches that begin at the answer of the first one

    /// <summary>Does it.</summary>
    public SizeAnswer Answer()
    {
        double[] rackW = [.. question.Halls.Select(hall => hall.RackW)];
        double mostW = question.MostMultiple * question.BaseW;
        var mix = new RackMix(rackW, [.. question.Halls.Select(hall => hall.ShareFraction)], mostW);
        int least = Math.Max(1, mix.RacksUpTo(question.LeastMultiple * question.BaseW));
        int most = Math.Max(least, mix.Count);
        SizeSearch firm = Search("firm", least, most, mix.Racks, NewProber(_ => []), isFirst: true);
        return new(question, cases, firm, Next(firm, mix, most), Interruptible(firm, mostW));
    }

    private SizeProber NewProber(Func<IReadOnlyList<int>, IReadOnlyList<Entry>> lifts) =>
        new(question, cases, lifts, threads, ran, cancel);

    private SizeSearch Search(string name, int least, int most, Func<int, int[]> racksOf, SizeProber prober, bool isFirst)
    {
        CapacityAnswer answer;
        int[]? largest;
        do
        {
            // What seems to hold may fail in a case that nobody suspected; then that one is, and the search goes on below.
            answer = CapacitySearch.Find(
                least, most, isFirst ? GridValues : ShortGridValues, values => isFirst && values.Count > 1
                    ? prober.HoldOnGrid([.. values.Select(racksOf)])
                    : [.. values.Select(value => prober.SeemsToHold(racksOf(value)))]);
            largest = answer.End == CapacityEnd.NothingHolds ? null : racksOf(answer.Largest);
        }
        while (largest is not null && !prober.Holds(largest));
        int[]? failing = answer.End == CapacityEnd.EverythingHolds ? null : racksOf(answer.FirstFailing);
        IReadOnlyList<SizeProbe> atLargest = largest is null ? [] : prober.All(largest);
        IReadOnlyList<SizeProbe> atFailing = failing is null ? [] : prober.All(failing);
        return new(name, answer, largest, failing, question.MayFail, atLargest, atFailing, prober.Probes);
    }

    private SizeSearch? Next(SizeSearch firm, RackMix mix, int most)
    {
        if (firm.Binding is not { } binding)
        {
            return null;
        }

        var growth = new PlantGrowth(question, firm.Largest ?? firm.Failing!);
        if (growth.Of(binding.Name) is not { } lifts)
        {
            return null;
        }

        SizeProber prober = NewProber(lifts);
        prober.Suspect(firm.AtFailing);
        return Search("next", firm.Answer.FirstFailing, most, mix.Racks, prober, isFirst: false);
    }

    private SizeSearch? Interruptible(SizeSearch firm, double mostW)
    {
        (int Index, SizeHall Hall)[] others =
            [.. question.Halls.Index().Where(hall => hall.Item.IsInterruptible && hall.Item.ShareFraction > 0.0)];
        if (firm.Largest is not { } held || others.Length == 0)
        {
            return null;
        }

        double firmW = question.Halls.Zip(held).Where(hall => !hall.First.IsInterruptible).Sum(hall => hall.Second * hall.First.RackW);
        var mix = new RackMix(
            [.. others.Select(hall => hall.Hall.RackW)], [.. others.Select(hall => hall.Hall.ShareFraction)], mostW - firmW);
        int least = others.Sum(hall => held[hall.Index]);
        SizeProber prober = NewProber(_ => []);
        prober.Know(firm.AtLargest);
        prober.Suspect(firm.AtFailing);
        return mix.Count < least ? null : Search("interruptible", least, mix.Count, Racks, prober, isFirst: false);

        int[] Racks(int racks)
        {
            int[] all = [.. held];
            int[] counts = racks == least ? [.. others.Select(hall => held[hall.Index])] : mix.Racks(racks);
            foreach ((int i, int count) in counts.Index())
            {
                all[others[i].Index] = count;
            }

            return all;
        }
    }
}
