namespace Twin.Core.Studies;

/// <summary>The Sobol sequence in base 2, without scrambling, in the order of the Gray code.</summary>
/// <remarks>
/// Sources: I. M. Sobol, On the distribution of points in a cube and the approximate evaluation of integrals, USSR Comput. Math. Math.
/// Phys. 7 (1967) 86-112; I. A. Antonov and V. M. Saleev, ibid. 19 (1979) 252-256 for the order; P. Bratley and B. L. Fox, Algorithm 659,
/// ACM Trans. Math. Softw. 14 (1988) 88-100 for the recurrence; direction numbers: <see cref="SobolDirections"/>.
/// </remarks>
public static class SobolSequence
{
    /// <summary>Dimensions for which there are direction numbers.</summary>
    public const int MostDimensions = 128;

    private const int WordLength = 32;

    private static readonly uint[][] Directions = [.. Enumerable.Range(0, MostDimensions).Select(DirectionsOf)];

    /// <summary>A coordinate of a point of the sequence.</summary>
    /// <param name="dimension">Dimension, 0 to 127.</param>
    /// <param name="index">Number of the point, from 0, which is the origin.</param>
    /// <returns>Coordinate [1]; at least 0, below 1, a multiple of 2⁻³².</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public static double Coordinate(int dimension, uint index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimension);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(dimension, MostDimensions);
        return Bits(dimension, index) / 4294967296.0; // 2^32
    }

    /// <summary>The same as 32 binary digits behind the point.</summary>
    internal static uint Bits(int dimension, uint index)
    {
        uint bits = 0;
        uint[] directions = Directions[dimension];
        uint gray = index ^ (index >> 1);
        for (int k = 0; gray != 0; k++, gray >>= 1)
        {
            bits ^= (gray & 1) == 0 ? 0 : directions[k];
        }

        return bits;
    }

    /// <summary>Refuses more dimensions than there are direction numbers for.</summary>
    internal static void RequireDimensions(int count) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostDimensions, "dimensions");

    private static uint[] DirectionsOf(int dimension)
    {
        uint[] directions = new uint[WordLength];
        if (dimension == 0)
        {
            // The first dimension has no polynomial: it is van der Corput's sequence.
            return [.. directions.Select((_, k) => 1u << (WordLength - 1 - k))];
        }

        ReadOnlySpan<int> row = SobolDirections.Row(dimension);
        int inner = row[0]; // coefficients of the primitive polynomial between its first and its last, as binary digits
        int degree = row.Length - 1;
        for (int k = 0; k < WordLength; k++)
        {
            if (k < degree)
            {
                directions[k] = (uint)row[k + 1] << (WordLength - 1 - k);
                continue;
            }

            directions[k] = directions[k - degree] ^ (directions[k - degree] >> degree);
            for (int i = 1; i < degree; i++)
            {
                directions[k] ^= ((inner >> (degree - 1 - i)) & 1) == 0 ? 0 : directions[k - i];
            }
        }

        return directions;
    }
}
