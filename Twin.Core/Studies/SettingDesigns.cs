namespace Twin.Core.Studies;

/// <summary>Designs whose runs somebody could write down by hand: grid, list, one at a time.</summary>
public static class SettingDesigns
{
    /// <summary>Every level of every input with every level of all others.</summary>
    /// <param name="space">The inputs.</param>
    /// <param name="levels">Levels of an input that is not a list; at least 1. Lists have as many as they have values.</param>
    /// <returns>
    /// The design; the last input changes fastest. An input without a list stands in the middle of equally likely shares.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no level, or there are more than 2,147,483,647 runs.</exception>
    public static StudyDesign Grid(StudySpace space, int levels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        int[] counts = [.. space.Inputs.Select(input => input.Distribution.Listed.Count is > 0 and int listed ? listed : levels)];
        long runs = counts.Aggregate(1L, (product, count) => product > int.MaxValue ? product : product * count);
        return new(space, runs, isDrawn: false, run =>
        {
            double[] point = new double[counts.Length];
            for (int i = counts.Length - 1; i >= 0; i--)
            {
                (run, int level) = Math.DivRem(run, counts[i]);
                point[i] = space.Inputs[i].Distribution.PointOfLevel(level, counts[i]);
            }

            return point;
        });
    }

    /// <summary>Runs that are written out, each with a value of every input.</summary>
    /// <param name="space">The inputs; each a list.</param>
    /// <param name="rows">One row a run: values in the order of the inputs, each of its input's list.</param>
    /// <returns>The design, in the order of the rows.</returns>
    /// <exception cref="ArgumentException">An input is not a list, or a row has not one value for each input.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no row, or an input's list does not hold a value.</exception>
    public static StudyDesign List(StudySpace space, IReadOnlyList<IReadOnlyList<double>> rows)
    {
        double[][] points = [.. rows.Select((row, number) =>
        {
            if (row.Count != space.Inputs.Count)
            {
                throw new ArgumentException($"found {row.Count} values in row {number}, expected {space.Inputs.Count}.", nameof(rows));
            }

            return row.Select((value, i) => ListOf(space.Inputs[i]).PointOf(value)).ToArray();
        })];
        return new(space, points.Length, isDrawn: false, run => [.. points[run]]);
    }

    /// <summary>All inputs at their base, then each at its low and its high setting while the others stay.</summary>
    /// <param name="space">The inputs with their points for base, low and high.</param>
    /// <returns>
    /// The design: run 0 is the base, 1 + 2·i the low and 2 + 2·i the high setting of input i. <see cref="Tornado"/> reads it.
    /// </returns>
    /// <exception cref="ArgumentException">A point asks for the end of a distribution that has none.</exception>
    public static StudyDesign OneAtATime(StudySpace space)
    {
        foreach (StudyInput input in space.Inputs)
        {
            foreach (double point in new[] { input.BasePoint, input.LowPoint, input.HighPoint })
            {
                if (!double.IsFinite(input.Distribution.Quantile(point)))
                {
                    throw new ArgumentException($"found an end of {input.Name}, which has none, expected a point inside.", nameof(space));
                }
            }
        }

        return new(space, 1L + 2L * space.Inputs.Count, isDrawn: false, run =>
        {
            double[] point = [.. space.Inputs.Select(input => input.BasePoint)];
            if (run > 0)
            {
                (int moved, int side) = Math.DivRem(run - 1, 2);
                point[moved] = side == 0 ? space.Inputs[moved].LowPoint : space.Inputs[moved].HighPoint;
            }

            return point;
        });
    }

    private static DiscreteDistribution ListOf(StudyInput input) => input.Distribution as DiscreteDistribution
        ?? throw new ArgumentException($"found {input.Name} without a list of values, expected one.", nameof(input));
}
