using Twin.Cli.Input.Studies;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>An input with how strongly an outcome follows it.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="Size">How much it matters: the larger the more.</param>
/// <param name="Words">The same in words.</param>
internal sealed record InputWeight(int Input, double Size, string Words);

/// <summary>Ranks of an input beside those of an outcome.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="Correlation">Rank correlation [1].</param>
/// <param name="Coefficient">Standardised rank regression coefficient [1]; NaN where there is none.</param>
internal sealed record RankWeight(int Input, double Correlation, double Coefficient);

/// <summary>How much of the spread of an outcome goes with an input that has no order.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="Share">Share of the variance [1]; NaN where its values have fewer than two runs on average.</param>
internal sealed record ChoiceShare(int Input, double Share);

/// <summary>Means of an outcome over the runs with each value of an input.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="Low">Lowest mean, and the value of the input there.</param>
/// <param name="High">Highest mean, and the value of the input there.</param>
internal sealed record LevelMeans(int Input, (double Mean, double At) Low, (double Mean, double At) High);

/// <summary>What the inputs do to one outcome, by whatever the method of the study gives.</summary>
internal sealed class Sensitivity
{
    private readonly StudyReading reading;
    private readonly OutcomeWords words;

    /// <summary>Reads an outcome under the policy that is shown.</summary>
    public Sensitivity(StudyReading reading, StudyOutcome outcome)
    {
        this.reading = reading;
        words = reading.Words(outcome);
        Study study = reading.Study;
        double[] values = reading.Values(outcome);
        try
        {
            switch (study.Method.Kind)
            {
                case MethodKind.OneAtATime:
                    Tornado = Tornado.Of(study.Design, values);
                    break;
                case MethodKind.Morris:
                    Morris = MorrisEffects.Of(new(study.Design.Space, study.Method.N, study.Method.Levels, study.Method.Seed), values);
                    break;
                case MethodKind.Sobol:
                    Sobol = SobolIndices.Of(
                        SaltelliDesign.Scrambled(study.Design.Space, study.Method.N, study.Method.Seed), values, study.Method.Seed);
                    break;
                case MethodKind.Grid:
                    Levels = ReadLevels(values);
                    break;
                case MethodKind.LatinHypercube or MethodKind.MonteCarlo or MethodKind.SobolPoints:
                    ReadRanks(values);
                    break;
                default:
                    break;
            }
        }
        catch (ArgumentException fault)
        {
            // The outcomes are what failed runs left: too few of them is a result of the study, which the page tells.
            Missing = fault.Message.Split(" (Parameter", 2)[0];
        }

        // A cause of nothing leaves rounding behind.
        InputWeight[] weights = [.. Weigh()];
        double least = 1e-9 * weights.Select(weight => weight.Size).DefaultIfEmpty(0).Max();
        Ranking = [.. weights.Where(weight => weight.Size > least).OrderByDescending(weight => weight.Size).ThenBy(weight => weight.Input)];
    }

    /// <summary>Low and high of each input, where one was moved at a time.</summary>
    public Tornado? Tornado { get; }

    /// <summary>Elementary effects, from trajectories.</summary>
    public IReadOnlyList<MorrisEffect>? Morris { get; }

    /// <summary>Shares of the variance.</summary>
    public SobolIndices? Sobol { get; }

    /// <summary>Means by value, from a grid.</summary>
    public IReadOnlyList<LevelMeans>? Levels { get; }

    /// <summary>Ranks, from drawn points; inputs that have no order are not among them.</summary>
    public IReadOnlyList<RankWeight>? Ranks { get; private set; }

    /// <summary>Shares of the inputs that ranks leave out: cases without order, and seeds.</summary>
    public IReadOnlyList<ChoiceShare> Choices { get; private set; } = [];

    /// <summary>Share of the variance of ranks that all inputs explain together [1]; NaN where there are too few runs.</summary>
    public double RSquared { get; private set; } = double.NaN;

    /// <summary>
    /// Whether ranks are weighed by their regression coefficient: where inputs go together, an idle one correlates by what moves it.
    /// </summary>
    public bool IsByCoefficient =>
        reading.Study.Design.Space.HasCorrelations && Ranks is { } ranks && ranks.Any(rank => double.IsFinite(rank.Coefficient));

    /// <summary>Why there is nothing; null where there is something or nothing was to be expected.</summary>
    public string? Missing { get; }

    /// <summary>The inputs that matter, the one that matters most first; those that change nothing are not among them.</summary>
    public IReadOnlyList<InputWeight> Ranking { get; }

    /// <summary>What the ranking is by, in words.</summary>
    public string Measure => reading.Study.Method.Kind switch
    {
        MethodKind.OneAtATime => "by how far each alone moves it",
        MethodKind.Morris => "by mean effect, μ*",
        MethodKind.Sobol => "by total order index",
        MethodKind.Grid => "by how far the mean moves from value to value",
        _ when IsByCoefficient => "by rank regression coefficient, which holds the other inputs fixed because some go together",
        _ => "by rank correlation",
    };

    private IEnumerable<InputWeight> Weigh()
    {
        string Index(double share) => StudyNumbers.Text.Fixed(share, 2);
        if (Tornado is { } tornado)
        {
            return tornado.Bars.Select(bar => new InputWeight(IndexOf(bar.Input), bar.Range, words.Say(bar.Range)));
        }

        if (Morris is { } morris)
        {
            return morris.Select(effect => new InputWeight(IndexOf(effect.Input), effect.MuStar, words.Say(effect.MuStar)));
        }

        if (Sobol is { } sobol)
        {
            return sobol.Indices.Select(index => new InputWeight(
                IndexOf(index.Input), sobol.Variance > 0 ? Math.Max(0, index.Total.Value) : 0, Index(index.Total.Value)));
        }

        if (Levels is { } levels)
        {
            return levels.Select(level =>
                new InputWeight(level.Input, level.High.Mean - level.Low.Mean, words.Say(level.High.Mean - level.Low.Mean)));
        }

        // The root of a share of variance is a correlation ratio, which stands on the scale of rank correlations.
        IEnumerable<InputWeight> choices = Choices.Where(choice => choice.Share > 0).Select(choice => new InputWeight(
            choice.Input, Math.Sqrt(choice.Share), $"{StudyNumbers.Text.Percent(choice.Share)} of the spread"));
        return Ranks?.Select(rank => (rank.Input, Weight: WeightOf(rank)))
            .Select(rank => new InputWeight(rank.Input, Math.Abs(rank.Weight), Index(rank.Weight))).Concat(choices) ?? [];
    }

    // An input that follows from the others has no coefficient: they stand for it.
    private double WeightOf(RankWeight rank) => !IsByCoefficient ? rank.Correlation
        : double.IsFinite(rank.Coefficient) ? rank.Coefficient
        : 0;

    private int IndexOf(string input) => reading.Study.Design.Space.Inputs.Index().First(item => item.Item.Name == input).Index;

    private LevelMeans[] ReadLevels(double[] values)
    {
        int[] there = [.. Enumerable.Range(0, values.Length).Where(point => double.IsFinite(values[point]))];
        if (there.Length == 0)
        {
            throw new ArgumentException("found no run with a number, expected at least one.", nameof(values));
        }

        return [.. Enumerable.Range(0, reading.Inputs.Count).Select(input =>
        {
            (double Mean, double At)[] means = [.. there.GroupBy(point => reading.Point(point)[input])
                .Select(level => (level.Average(point => values[point]), level.Key))
                .OrderBy(level => level.Item1).ThenBy(level => level.Key)];
            return new LevelMeans(input, means[0], means[^1]);
        })];
    }

    private void ReadRanks(double[] values)
    {
        int[] there = [.. Enumerable.Range(0, values.Length).Where(point => double.IsFinite(values[point]))];
        int[] ordered = [.. Enumerable.Range(0, reading.Inputs.Count).Where(input => reading.Inputs[input].IsOrdered)];
        double[] outcome = [.. there.Select(point => values[point])];
        double[][] inputs = [.. ordered.Select(input => there.Select(point => reading.Point(point)[input]).ToArray())];
        if (there.Length < 2)
        {
            throw new ArgumentException($"found {there.Length} runs with a number, expected at least two.", nameof(values));
        }

        RankRegression? regression = ordered.Length > 0 && there.Length >= ordered.Length + 2 ? RankRegression.Of(inputs, outcome) : null;
        Choices = [.. Enumerable.Range(0, reading.Inputs.Count).Except(ordered).Select(input =>
            new ChoiceShare(input, VarianceShare.Between([.. there.Select(point => reading.Point(point)[input])], outcome)))];
        RSquared = regression?.RSquared ?? double.NaN;
        Ranks = [.. ordered.Select((input, i) =>
            new RankWeight(input, Twin.Core.Studies.Ranks.Spearman(inputs[i], outcome), regression?.Coefficients[i] ?? double.NaN))];
    }
}
