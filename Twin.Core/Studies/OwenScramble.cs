using Twin.Core.Climate;

namespace Twin.Core.Studies;

/// <summary>Scrambling that keeps a net a net and makes each of its points uniform.</summary>
/// <remarks>
/// Nested uniform scrambling: the unit interval is a binary tree, and at each of its nodes a coin says whether the two halves change
/// places. The coins are not stored but looked up by the number of their node. Source: A. B. Owen, Randomly permuted (t,m,s)-nets and
/// (t,s)-sequences, in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing, 1995, 299-317.
/// </remarks>
internal static class OwenScramble
{
    private const int WordLength = 32;
    private const int Finer = 20; // digits behind the word: with 52 in all and a half, every point is a double between 0 and 1

    /// <summary>Scrambles a coordinate.</summary>
    /// <param name="bits">The coordinate as 32 binary digits behind the point.</param>
    /// <param name="coins">Random numbers of this dimension alone.</param>
    /// <returns>Point [1] above 0 and below 1.</returns>
    public static double Point(uint bits, KeyedRandom coins)
    {
        ulong scrambled = 0;
        for (int level = 0; level < WordLength; level++)
        {
            // Nodes are numbered as in a heap: the root is 1, the halves of node n are 2n and 2n + 1.
            ulong node = (1UL << level) | ((ulong)bits >> (WordLength - level));
            ulong digit = (bits >> (WordLength - 1 - level)) & 1;
            scrambled = (scrambled << 1) | (digit ^ (coins.Word(node) >> 63));
        }

        // Below the last digit each point is alone in its branch, where all coins together are a uniform number.
        ulong finer = coins.Word((1UL << WordLength) | bits) >> (64 - Finer);
        return ((scrambled << Finer | finer) + 0.5) / (1UL << (WordLength + Finer));
    }
}
