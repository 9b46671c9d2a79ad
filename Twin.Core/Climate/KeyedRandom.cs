using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Twin.Core.Climate;

/// <summary>Random numbers that are looked up instead of drawn: each is a function of seed, name and slot alone.</summary>
/// <remarks>
/// Whoever asks, in whatever order and how often, gets the same number. So half the step, another start or one more machine
/// does not reshuffle the weather. The mixer is SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, Fast splittable
/// pseudorandom number generators, OOPSLA 2014); names are hashed by FNV-1a, which no runtime changes, unlike GetHashCode.
/// </remarks>
public readonly record struct KeyedRandom
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private readonly ulong key;

    /// <summary>Opens the numbers of a name.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="name">What the numbers are for; each use its own name.</param>
    public KeyedRandom(long seed, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong hash = 0xCBF2_9CE4_8422_2325;
        foreach (char letter in name)
        {
            hash = unchecked((hash ^ letter) * 0x0000_0100_0000_01B3);
        }

        key = Mix(unchecked(Mix((ulong)seed) + hash));
    }

    /// <summary>A number spread evenly between 0 and 1, never one of both.</summary>
    /// <param name="slot">Number of the slot, for instance the day since 1970-01-01 in UTC.</param>
    /// <returns>Number [1]; above 0, below 1.</returns>
    public double Uniform(long slot) => ToUnit(Word(unchecked((ulong)slot)));

    /// <summary>A number of the standard normal distribution.</summary>
    /// <param name="slot">Number of the slot, for instance the day since 1970-01-01 in UTC.</param>
    /// <returns>Number [1]; mean 0, standard deviation 1, within 9.</returns>
    /// <remarks>Source: G. E. P. Box and M. E. Muller, Ann. Math. Stat. 29 (1958) 610; the cosine branch.</remarks>
    public double Normal(long slot)
    {
        ulong first = unchecked((ulong)slot * 2);
        double radius = Math.Sqrt(-2.0 * Math.Log(ToUnit(Bits(first))));
        return radius * Math.Cos(2.0 * Math.PI * ToUnit(Bits(first + 1)));
    }

    /// <summary>The numbers of many names at one slot, as <see cref="Uniform"/> gives them.</summary>
    /// <param name="names">The names.</param>
    /// <param name="slot">Number of the slot.</param>
    /// <param name="destination">Receives one number [1] for each name.</param>
    internal static void Uniforms(ReadOnlySpan<KeyedRandom> names, long slot, Span<double> destination)
    {
        ReadOnlySpan<ulong> keys = MemoryMarshal.Cast<KeyedRandom, ulong>(names);
        ulong ofSlot = Mix(unchecked((ulong)slot * 2 * Golden)); // the same for all
        int i = 0;
        for (; i + Vector256<ulong>.Count <= keys.Length; i += Vector256<ulong>.Count)
        {
            Vector256<ulong> bits = Mix(Vector256.Create(keys[i..]) ^ Vector256.Create(ofSlot));
            ((Vector256.ConvertToDouble(bits >> 11) + Vector256.Create(0.5)) / Vector256.Create((double)(1UL << 53)))
                .CopyTo(destination[i..]);
        }

        for (; i < keys.Length; i++)
        {
            destination[i] = ToUnit(Mix(keys[i] ^ ofSlot));
        }
    }

    /// <summary>64 random binary digits.</summary>
    /// <param name="slot">Number of the slot.</param>
    /// <returns>All digits of the number from which <see cref="Uniform"/> takes its own.</returns>
    internal ulong Word(ulong slot) => Bits(unchecked(slot * 2));

    private static double ToUnit(ulong bits) => ((bits >> 11) + 0.5) / (1UL << 53);

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z += Golden;
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }

    private static Vector256<ulong> Mix(Vector256<ulong> z)
    {
        z += Vector256.Create(Golden);
        z = (z ^ (z >> 30)) * Vector256.Create(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)) * Vector256.Create(0x94D0_49BB_1331_11EB);
        return z ^ (z >> 31);
    }

    private ulong Bits(ulong counter) => Mix(key ^ Mix(unchecked(counter * Golden)));
}
