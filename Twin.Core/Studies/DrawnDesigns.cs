using Twin.Core.Climate;

namespace Twin.Core.Studies;

/// <summary>Designs whose points are drawn: Monte Carlo, Latin hypercube, scrambled Sobol.</summary>
/// <remarks>
/// Numbers are keyed by (seed, name of the input, number of the run): another input or policy leaves those of the others alone.
/// </remarks>
public static class DrawnDesigns
{
    /// <summary>Independent points.</summary>
    /// <param name="space">The inputs.</param>
    /// <param name="count">Number of runs; at least 1. More runs leave the first ones as they are.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>
    /// The design. All policies of a study use the same one, so that they meet the same futures (common random numbers).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no run.</exception>
    public static StudyDesign MonteCarlo(StudySpace space, int count, long seed)
    {
        KeyedRandom[] numbers = [.. space.Inputs.Select(input => StudyRandom.Of(seed, "monte-carlo", input.Name))];
        return new(space, count, isDrawn: true, run => [.. numbers.Select(of => StudyRandom.Point(of, run))]);
    }

    /// <summary>Points of which each input has exactly one in each of as many equally likely strata as there are runs.</summary>
    /// <param name="space">The inputs.</param>
    /// <param name="count">Number of runs; at least 1.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>
    /// The design. Strata hold for the coordinates; where inputs go together, the values of only the first of them keep their strata.
    /// </returns>
    /// <remarks>
    /// Source: M. D. McKay, R. J. Beckman, W. J. Conover, A comparison of three methods for selecting values of input variables,
    /// Technometrics 21 (1979) 239-245.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no run.</exception>
    public static StudyDesign LatinHypercube(StudySpace space, int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int[][] strata = [.. space.Inputs.Select(input => StudyRandom.Shuffled(StudyRandom.Of(seed, "stratum", input.Name), count))];
        KeyedRandom[] places = [.. space.Inputs.Select(input => StudyRandom.Of(seed, "latin-hypercube", input.Name))];
        return new(space, count, isDrawn: true, run =>
        {
            double[] point = new double[strata.Length];
            for (int i = 0; i < point.Length; i++)
            {
                double stratum = strata[i][run];
                double place = (stratum + StudyRandom.Point(places[i], run)) / count;
                double end = Math.BitDecrement((stratum + 1.0) / count); // rounding may carry a place into the next stratum
                point[i] = Math.Clamp(place, stratum / count, end);
            }

            return point;
        });
    }

    /// <summary>The Sobol sequence, scrambled after Owen: even in each input and in many combinations of inputs.</summary>
    /// <param name="space">The inputs; at most <see cref="SobolSequence.MostDimensions"/>.</param>
    /// <param name="count">Number of runs; at least 1. A power of two is best; more runs leave the first ones as they are.</param>
    /// <param name="seed">Seed of the scrambling.</param>
    /// <returns>
    /// The design. The sequence begins with its first point: leaving it out would cost the balance (A. B. Owen, On dropping the first
    /// Sobol' point, 2020). Inputs take the dimensions in ordinal order of their names, so another input may reshuffle those behind it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no run, or there are too many inputs.</exception>
    public static StudyDesign Sobol(StudySpace space, int count, long seed)
    {
        SobolSequence.RequireDimensions(space.Inputs.Count);
        KeyedRandom[] scrambles = [.. space.Inputs.Select(input => StudyRandom.Of(seed, "sobol", input.Name))];
        return new(space, count, isDrawn: true, run =>
            [.. scrambles.Select((scramble, dimension) => OwenScramble.Point(SobolSequence.Bits(dimension, (uint)run), scramble))]);
    }
}
