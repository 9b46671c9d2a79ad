using Twin.Cli.Input.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Input.Sizes;

/// <summary>Futures that a size is held against; every size and every search meets the same ones (common random numbers).</summary>
/// <param name="Inputs">What is uncertain, in the order of the design.</param>
/// <param name="Design">The futures.</param>
/// <param name="ShareFraction">Share of them in which all cases must hold [1]; above 0, at most 1.</param>
/// <param name="Seed">Seed of the draws.</param>
internal sealed record SizeFutures(IReadOnlyList<StudyVariable> Inputs, StudyDesign Design, double ShareFraction, int Seed)
{
    // A hair less first: 0.95 times 20 may come out as a little more than 19, and would ask for all of them.
    private const double Rounding = 1e-12;

    /// <summary>Number of futures; at least 1.</summary>
    public int Count => Design.Count;

    /// <summary>Futures in which all cases must hold; at least 1.</summary>
    public int Needed => (int)Math.Ceiling(ShareFraction * Count * (1.0 - Rounding));

    /// <summary>What a future lays over the base.</summary>
    /// <param name="future">Number of the future, from 0.</param>
    public IReadOnlyList<Entry> Entries(int future)
    {
        double[] values = Design.Values(future);
        return [.. Inputs.Zip(values).SelectMany(input => input.First.EntriesOf(input.Second))];
    }

    /// <summary>Values of a future as tables show them, in the order of the inputs.</summary>
    /// <param name="future">Number of the future, from 0.</param>
    public IReadOnlyList<string> Texts(int future)
    {
        double[] values = Design.Values(future);
        return [.. Inputs.Zip(values).Select(input => input.First.TextOf(input.Second))];
    }
}
