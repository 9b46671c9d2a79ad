using Twin.Core.Physics;

namespace Twin.Core.Studies;

/// <summary>Whole racks of several halls that together keep stated shares of the rated power as well as whole racks can.</summary>
/// <remarks>
/// Each further rack goes to the hall that is furthest behind its share, half of its next rack counted as there already (the divisor
/// method of Webster and Sainte-Laguë). So no hall ever loses a rack when the plant grows, and where a number of racks fits the shares
/// exactly it is met exactly. Source: M. L. Balinski and H. P. Young, Fair Representation, 2nd ed., 2001, appendix A.
/// </remarks>
public sealed class RackMix
{
    private readonly double[] rackW;
    private readonly double[] shares;
    private readonly int[] hallOf;

    /// <summary>Lays out which hall gets each rack.</summary>
    /// <param name="rackW">Rated power of one rack of each hall [W]; above zero.</param>
    /// <param name="shares">Share of each hall in the rated power [1]; zero or more, above zero in sum; scaled to one.</param>
    /// <param name="mostW">Rated power up to which racks are laid out [W]; zero or more.</param>
    /// <exception cref="ArgumentException">There are not as many shares as halls, or no hall.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public RackMix(IReadOnlyList<double> rackW, IReadOnlyList<double> shares, double mostW)
    {
        ArgumentNullException.ThrowIfNull(rackW);
        ArgumentNullException.ThrowIfNull(shares);
        if (shares.Count != rackW.Count || rackW.Count == 0)
        {
            throw new ArgumentException($"found {shares.Count} shares for {rackW.Count} halls, expected one for each.", nameof(shares));
        }

        foreach ((double power, double share) in rackW.Zip(shares))
        {
            Require.AboveZero(power, nameof(rackW));
            Require.AtLeastZero(share, nameof(shares));
        }

        Require.AtLeastZero(mostW);
        Require.AboveZero(shares.Sum(), nameof(shares));
        this.rackW = [.. rackW];
        this.shares = [.. shares];
        hallOf = LayOut(mostW);
    }

    /// <summary>Racks that were laid out.</summary>
    public int Count => hallOf.Length;

    /// <summary>Racks of each hall when there are so many in all.</summary>
    /// <param name="racks">Racks of all halls together; 0 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many.</exception>
    public int[] Racks(int racks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(racks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(racks, Count);
        int[] counts = new int[rackW.Length];
        foreach (int hall in hallOf.AsSpan(0, racks))
        {
            counts[hall]++;
        }

        return counts;
    }

    /// <summary>Rated power of so many racks [W].</summary>
    /// <param name="racks">Racks of all halls together; 0 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many.</exception>
    public double PowerW(int racks) => Racks(racks).Zip(rackW, (count, power) => count * power).Sum();

    /// <summary>Most racks whose rated power is at most so much; up to rounding in the last digits.</summary>
    /// <param name="powerW">Rated power [W].</param>
    public int RacksUpTo(double powerW)
    {
        double sumW = 0.0;
        int racks = 0;
        foreach (int hall in hallOf)
        {
            sumW += rackW[hall];
            if (sumW > powerW * (1.0 + 1e-9))
            {
                break;
            }

            racks++;
        }

        return racks;
    }

    private int[] LayOut(double mostW)
    {
        List<int> order = [];
        int[] counts = new int[rackW.Length];
        double sumW = 0.0;
        while (true)
        {
            int next = Next(counts);
            sumW += rackW[next];
            if (sumW > mostW * (1.0 + 1e-9))
            {
                return [.. order];
            }

            counts[next]++;
            order.Add(next);
        }
    }

    private int Next(int[] counts)
    {
        int next = -1;
        double least = double.PositiveInfinity;
        for (int hall = 0; hall < counts.Length; hall++)
        {
            double behind = shares[hall] > 0.0 ? (counts[hall] + 0.5) * rackW[hall] / shares[hall] : double.PositiveInfinity;
            if (behind < least)
            {
                (next, least) = (hall, behind);
            }
        }

        return next;
    }
}
