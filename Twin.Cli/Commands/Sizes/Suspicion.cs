using Twin.Cli.Input.Sizes;
using Twin.Cli.Output.Sizes;

namespace Twin.Cli.Commands.Sizes;

/// <summary>Which case is likeliest to fail: what failed at the smallest size, then what lost most where it held.</summary>
internal sealed class Suspicion(IReadOnlyList<SizeCase> cases)
{
    private readonly int[] leastFailing = [.. cases.Select(_ => int.MaxValue)];
    private readonly double[] mostBorne = new double[cases.Count];
    private readonly double[] expected = new double[cases.Count];

    /// <summary>Indices of the cases, the likeliest first.</summary>
    public int[] Order() =>
    [
        .. Enumerable.Range(0, cases.Count).OrderBy(i => leastFailing[i]).ThenByDescending(i => mostBorne[i])
            .ThenByDescending(i => expected[i]).ThenBy(i => i),
    ];

    /// <summary>Learns from a run.</summary>
    public void Learn(SizeProbe probe)
    {
        int i = IndexOf(probe.Case);
        if (probe.Holds)
        {
            mostBorne[i] = Math.Max(mostBorne[i], Lost(probe));
        }
        else
        {
            leastFailing[i] = Math.Min(leastFailing[i], probe.Racks.Sum());
        }
    }

    /// <summary>Learns from runs of another search, which say less than any of this one.</summary>
    public void Expect(IEnumerable<SizeProbe> probes)
    {
        foreach (SizeProbe probe in probes)
        {
            int i = IndexOf(probe.Case);
            expected[i] = Math.Max(expected[i], probe.Holds ? Lost(probe) : 1.0 + Lost(probe)); // a failure says more than any loss borne
        }
    }

    /// <summary>Place of a case among the cases.</summary>
    public int IndexOf(SizeCase one) => cases.Index().First(other => other.Item.Name == one.Name).Index;

    private static double Lost(SizeProbe probe) => double.IsNaN(probe.FirmLostFraction) ? 0.0 : probe.FirmLostFraction;
}
