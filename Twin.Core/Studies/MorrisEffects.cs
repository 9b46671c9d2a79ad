namespace Twin.Core.Studies;

/// <summary>What moving an input did to an outcome, over all trajectories.</summary>
/// <param name="Input">Name of the input.</param>
/// <param name="Mu">Mean of the effects, in the unit of the outcome per whole unit interval; effects up and down cancel.</param>
/// <param name="MuStar">Mean of their sizes, in the same unit: how much the input matters.</param>
/// <param name="MuStarError">Standard error of it, in the same unit.</param>
/// <param name="Sigma">Standard deviation of the effects, in the same unit: how much it depends on where the others stand.</param>
/// <param name="Effects">Number of effects; fewer than trajectories where runs failed.</param>
public sealed record MorrisEffect(string Input, double Mu, double MuStar, double MuStarError, double Sigma, int Effects)
{
    /// <summary>Confidence of <see cref="MuStarEstimate"/> [1].</summary>
    public const double Confidence = 0.95;

    /// <summary>μ* with its interval of 95 %, in the unit of the effects; its low end is never below 0.</summary>
    /// <remarks>
    /// Each trajectory gives an input one effect, and trajectories are drawn independently: Student's t of the sizes of the effects. Few
    /// trajectories and skewed sizes make it somewhat narrow (docs/studies.md).
    /// </remarks>
    public Estimate MuStarEstimate
    {
        get
        {
            double half = StudentT.Quantile(0.5 + 0.5 * Confidence, Effects - 1) * MuStarError;
            return new(MuStar, Math.Max(0.0, MuStar - half), MuStar + half);
        }
    }
}

/// <summary>Elementary effects of a Morris study.</summary>
/// <remarks>
/// Sources: M. D. Morris, Technometrics 33 (1991) 161-174 for μ and σ; F. Campolongo, J. Cariboni, A. Saltelli, An effective screening
/// design for sensitivity analysis of large models, Environ. Model. Softw. 22 (2007) 1509-1518 for μ*.
/// </remarks>
public static class MorrisEffects
{
    /// <summary>Reads the effects of each input from the outcomes.</summary>
    /// <param name="plan">The design.</param>
    /// <param name="outcomes">Outcome of each run in its order; NaN for a run that failed, whose two effects are left out.</param>
    /// <returns>
    /// One item an input, in the order of the inputs. An effect is the change of the outcome over the change of the point (±½).
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many outcomes as runs, or an input has fewer than two effects.</exception>
    public static IReadOnlyList<MorrisEffect> Of(MorrisDesign plan, IReadOnlyList<double> outcomes)
    {
        if (outcomes.Count != plan.Design.Count)
        {
            throw new ArgumentException($"found {outcomes.Count} outcomes, expected {plan.Design.Count}.", nameof(outcomes));
        }

        IReadOnlyList<StudyInput> inputs = plan.Design.Space.Inputs;
        List<double>[] effects = [.. inputs.Select(_ => new List<double>())];
        for (int trajectory = 0; trajectory < plan.Trajectories; trajectory++)
        {
            int[] order = plan.Order(trajectory);
            for (int turn = 0; turn < order.Length; turn++)
            {
                int run = trajectory * plan.RunsEach + turn;
                double change = outcomes[run + 1] - outcomes[run];
                if (double.IsFinite(change))
                {
                    effects[order[turn]].Add((plan.GoesUp(trajectory, order[turn]) ? change : -change) / MorrisDesign.Move);
                }
            }
        }

        return [.. inputs.Select((input, i) => Summary(input.Name, effects[i]))];
    }

    private static MorrisEffect Summary(string input, List<double> effects)
    {
        if (effects.Count < 2)
        {
            throw new ArgumentException($"found {effects.Count} effects of {input}, expected at least two.", nameof(effects));
        }

        double[] sizes = [.. effects.Select(Math.Abs)];
        return new(
            input, effects.Average(), sizes.Average(), Deviation(sizes) / Math.Sqrt(sizes.Length), Deviation(effects), effects.Count);
    }

    private static double Deviation(IReadOnlyCollection<double> values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
