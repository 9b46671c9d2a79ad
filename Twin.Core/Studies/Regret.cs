namespace Twin.Core.Studies;

/// <summary>What it may cost to have chosen a policy before the future was known.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Largest">Largest regret over the futures, in the unit of the outcome; infinite where it once had no result.</param>
/// <param name="Mean">Mean regret, in the same unit; infinite as above.</param>
/// <param name="P10">Regret that is reached or passed in 10 of 100 futures; infinite as above only if that often.</param>
/// <param name="BestIn">Number of futures in which no other policy is better; ties count for each.</param>
/// <param name="WithoutResult">Number of judged futures in which it failed or broke a constraint while another policy did not.</param>
public sealed record PolicyRegret(string Policy, double Largest, double Mean, double P10, int BestIn, int WithoutResult);

/// <summary>Regrets of all policies over the same futures.</summary>
/// <param name="Policies">
/// From the smallest largest regret to the largest; ties by mean, then in the order in which they were handed in.
/// </param>
/// <param name="Futures">Number of futures that are judged.</param>
/// <param name="FuturesLeftOut">Number of futures in which no policy has a result: there is nothing to regret.</param>
/// <remarks>
/// The regret of a policy in a future is what the best policy of that future does better. The first policy of the list is Savage's choice.
/// Source: L. J. Savage, The theory of statistical decision, J. Am. Stat. Assoc. 46 (1951) 55-67.
/// </remarks>
public sealed record RegretTable(IReadOnlyList<PolicyRegret> Policies, int Futures, int FuturesLeftOut)
{
    private const double Often = 0.9; // the share of futures with at most the regret that 10 of 100 reach

    /// <summary>Compares policies.</summary>
    /// <param name="policies">Names of the policies.</param>
    /// <param name="outcomes">
    /// For each policy its outcome in each future, in the same order of futures; NaN where it failed or broke a constraint.
    /// </param>
    /// <param name="direction">Which way the outcome is better.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">
    /// There is no policy, the lists differ in length, or in no future has any policy a result.
    /// </exception>
    public static RegretTable Of(
        IReadOnlyList<string> policies, IReadOnlyList<IReadOnlyList<double>> outcomes, OutcomeDirection direction)
    {
        if (policies.Count == 0 || outcomes.Count != policies.Count || outcomes.Any(list => list.Count != outcomes[0].Count))
        {
            throw new ArgumentException(
                $"found {policies.Count} policies and {outcomes.Count} lists of outcomes, expected a list for each, all of one length.",
                nameof(outcomes));
        }

        double sign = direction == OutcomeDirection.Min ? 1.0 : -1.0;
        double Cost(int policy, int future) =>
            double.IsNaN(outcomes[policy][future]) ? double.PositiveInfinity : sign * outcomes[policy][future];
        int all = outcomes[0].Count;
        (int Future, double Best)[] judged = [.. Enumerable.Range(0, all)
            .Select(future => (future, Enumerable.Range(0, policies.Count).Min(policy => Cost(policy, future))))
            .Where(future => future.Item2 < double.PositiveInfinity)];
        if (judged.Length == 0)
        {
            throw new ArgumentException("found no future in which any policy has a result, expected at least one.", nameof(outcomes));
        }

        IEnumerable<PolicyRegret> found = policies.Select((name, policy) =>
        {
            double[] regrets = [.. judged.Select(future => Cost(policy, future.Future) - future.Best).Order()];
            int best = regrets.Count(regret => regret == 0.0);
            return new PolicyRegret(
                name, regrets[^1], regrets.Average(), SampleQuantile.OfSorted(regrets, Often), best, regrets.Count(double.IsInfinity));
        });
        return new([.. found.OrderBy(policy => policy.Largest).ThenBy(policy => policy.Mean)], judged.Length, all - judged.Length);
    }
}
