namespace Twin.Core.Studies;

/// <summary>What a setting of limits changes in an outcome against the base, future by future.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Mean">Mean change over the futures, in the unit of the outcome; NaN where no future has both runs.</param>
/// <param name="Low">Lowest change of a future; NaN as above.</param>
/// <param name="High">Highest change of a future; NaN as above.</param>
/// <param name="Futures">Futures in which both the setting and the base have a result.</param>
/// <param name="Changed">How many of them it changes at all.</param>
/// <param name="Interaction">
/// For a pair: its mean change less the mean changes of its two steps alone, over the futures that have all four runs; NaN otherwise.
/// </param>
public sealed record LimitValue(
    LimitSetting Setting, double Mean, double Low, double High, int Futures, int Changed, double Interaction)
{
    /// <summary>Whether the step is worth nothing: it has results, and in no future does anything change.</summary>
    public bool IsSlack => Futures > 0 && Changed == 0;
}

/// <summary>The value of each step of each limit.</summary>
public static class LimitValues
{
    // Sums over a year in another order differ by some 1e-13; what a limit changes is never so little.
    private const double Rounding = 1e-9;

    /// <summary>Reads the changes from the outcomes.</summary>
    /// <param name="plan">The design.</param>
    /// <param name="outcomes">Outcome of each run in its order; NaN for a failed run, whose future is left out of its setting.</param>
    /// <returns>One item for each setting but the base, in their order.</returns>
    /// <exception cref="ArgumentException">There are not as many outcomes as runs.</exception>
    public static IReadOnlyList<LimitValue> Of(LimitStepsDesign plan, IReadOnlyList<double> outcomes)
    {
        if (outcomes.Count != plan.Design.Count)
        {
            throw new ArgumentException($"found {outcomes.Count} outcomes, expected {plan.Design.Count}.", nameof(outcomes));
        }

        double least = Rounding * outcomes.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0.0).Max();
        double Change(int setting, int future)
        {
            double change = outcomes[plan.RunOf(setting, future)] - outcomes[plan.RunOf(0, future)];
            return Math.Abs(change) <= least ? 0.0 : change;
        }

        Dictionary<(int Lever, LimitStep Step), int> alone = plan.Settings.Index().Where(item => item.Item is { First: >= 0, Second: < 0 })
            .ToDictionary(item => (item.Item.First, item.Item.FirstStep), item => item.Index);
        return [.. Enumerable.Range(1, plan.Settings.Count - 1).Select(setting =>
        {
            LimitSetting moved = plan.Settings[setting];
            double[] changes = [.. Enumerable.Range(0, plan.Futures).Select(future => Change(setting, future)).Where(double.IsFinite)];
            double interaction = moved.Second < 0 ? double.NaN : MeanOf(Enumerable.Range(0, plan.Futures).Select(future =>
                Change(setting, future) - Change(alone[(moved.First, moved.FirstStep)], future)
                    - Change(alone[(moved.Second, moved.SecondStep)], future)));
            return changes.Length == 0
                ? new LimitValue(moved, double.NaN, double.NaN, double.NaN, 0, 0, interaction)
                : new LimitValue(
                    moved, changes.Average(), changes.Min(), changes.Max(), changes.Length, changes.Count(change => change != 0.0),
                    interaction);
        })];
    }

    private static double MeanOf(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
}
