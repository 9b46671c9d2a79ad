using System.Globalization;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Charts;
using Twin.Cli.Output.Reports;
using Twin.Core.Studies;

namespace Twin.Cli.Output.Studies;

/// <summary>Numbers as a study's page writes them.</summary>
internal static class StudyNumbers
{
    private const int MostDecimals = 6;

    /// <summary>English, with grouped thousands and a true minus.</summary>
    public static ChartText Text { get; } = new(ReportTexts.Of("en"));

    /// <summary>Decimals that cut a spread into thirty to three hundred steps.</summary>
    public static int Decimals(double spread) =>
        spread > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(spread / 3)), 0, MostDecimals) : 0;

    /// <summary>A number with its unit, which stay on one line.</summary>
    public static string WithUnit(string number, string unit) =>
        unit is "1" or "" ? number : $"{number}{ChartText.Joint}{ReportTexts.Unit(unit)}";

    /// <summary>A name with its unit, as an axis has it.</summary>
    public static string Titled(string name, string unit) => unit is "1" or "" ? name : $"{name}, {ReportTexts.Unit(unit)}";

    /// <summary>A text of others without marks that turn the direction of writing: it stands inside our sentences.</summary>
    public static string Straight(string text) => string.Concat(text.Where(
        letter => letter is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069') and not ('\u200E' or '\u200F')));

    /// <summary>A whole number.</summary>
    public static string Whole(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A whole number of things.</summary>
    public static string Count(long number, string one, string many) => $"{Whole(number)}{ChartText.Joint}{(number == 1 ? one : many)}";
}

/// <summary>An outcome and its numbers in words.</summary>
internal sealed class OutcomeWords
{
    private readonly int decimals;
    private readonly bool isConstant;
    private readonly string unit;

    /// <summary>Takes the outcome and all its numbers, which say how many decimals count.</summary>
    public OutcomeWords(StudyOutcome outcome, IReadOnlyList<double> values)
    {
        double[] there = [.. values.Where(double.IsFinite)];
        Label = StudyNumbers.Straight(outcome.Label.Length > 0 ? outcome.Label : outcome.Name);
        unit = outcome.Unit;
        Title = StudyNumbers.Titled(Label, unit);
        Low = there.DefaultIfEmpty(0).Min();
        High = there.DefaultIfEmpty(0).Max();
        isConstant = High <= Low;
        decimals = StudyNumbers.Decimals(High - Low);
    }

    /// <summary>What it is called.</summary>
    public string Label { get; }

    /// <summary>Label with unit, as an axis has it.</summary>
    public string Title { get; }

    /// <summary>Lowest number.</summary>
    public double Low { get; }

    /// <summary>Highest number.</summary>
    public double High { get; }

    /// <summary>A number with its unit; what is no number is said to be none.</summary>
    public string Say(double value) => double.IsFinite(value) ? StudyNumbers.WithUnit(Bare(value), unit) : "not defined";

    /// <summary>A number without its unit.</summary>
    public string Bare(double value) =>
        isConstant ? StudyNumbers.Text.Say(value) : StudyNumbers.Text.Fixed(value, decimals);

    /// <summary>A change, with its sign.</summary>
    public string Change(double value) => value > 0 ? "+" + Say(value) : Say(value);
}

/// <summary>An input and its values in words.</summary>
internal sealed class InputWords
{
    private readonly StudyVariable variable;
    private readonly Distribution distribution;
    private readonly int decimals;

    /// <summary>Takes an input and how its values spread.</summary>
    public InputWords(StudyVariable variable, Distribution distribution)
    {
        this.variable = variable;
        this.distribution = distribution;
        double low = distribution.Quantile(0.05), high = distribution.Quantile(0.95);
        decimals = StudyNumbers.Decimals((high - low) / 3);
    }

    /// <summary>Its name.</summary>
    public string Name => variable.Name;

    /// <summary>Whether somebody sets it.</summary>
    public bool IsLever => variable.IsLever;

    /// <summary>Whether its numbers choose among climates.</summary>
    public bool IsSeed => variable.IsSeed;

    /// <summary>Whether more of it means anything: numbers that are no seeds, or two cases.</summary>
    public bool IsOrdered => variable.Cases.Count <= 2 && !IsSeed;

    /// <summary>Name with unit, as an axis has it.</summary>
    public string Title => StudyNumbers.Titled(variable.Name, variable.Unit);

    /// <summary>Names of its cases, or of the few values that it has; empty where any value may come.</summary>
    public IReadOnlyList<double> Listed => distribution.Listed;

    /// <summary>Names of its cases; empty where it is a quantity.</summary>
    public IReadOnlyList<string> Cases => variable.Cases;

    /// <summary>A value with its unit, or the name of the case.</summary>
    public string Say(double value) => StudyNumbers.WithUnit(Bare(value), variable.Unit);

    /// <summary>A value without its unit.</summary>
    public string Bare(double value) => variable.IsCases ? variable.TextOf(value)
        : distribution.Listed.Count > 0 ? value.ToString("#,##0.######", StudyNumbers.Text.Texts.Numbers)
        : StudyNumbers.Text.Fixed(value, decimals);

    /// <summary>How its values spread, in words.</summary>
    public string Spread()
    {
        if (distribution is DiscreteDistribution list)
        {
            return Values(list);
        }

        string Range() => $"{Bare(distribution.Lowest)} to {Say(distribution.Highest)}";
        return distribution switch
        {
            UniformDistribution => $"uniform, {Range()}",
            TriangularDistribution triangle => $"triangular, {Range()}, most likely {Say(triangle.Mode)}",
            NormalDistribution => $"normal, mean {Say(distribution.Quantile(0.5))}, deviation {Say(Deviation())}",
            LogNormalDistribution =>
                $"lognormal, median {Say(distribution.Quantile(0.5))}, 80 % within {Bare(distribution.Quantile(0.1))} to "
                + Say(distribution.Quantile(0.9)),
            TruncatedNormalDistribution => $"normal, cut to {Range()}, median {Say(distribution.Quantile(0.5))}",
            _ => $"observed values, {Range()}, median {Say(distribution.Quantile(0.5))}",
        };
    }

    private string Values(DiscreteDistribution list)
    {
        const int most = 12;
        double[] shares = [.. list.Listed.Select((value, i) => list.Cdf(value) - (i == 0 ? 0 : list.Cdf(list.Listed[i - 1])))];
        bool isEven = shares.Max() - shares.Min() < 1e-9; // sums of shares differ in their last digits
        string[] words = [.. list.Listed.Select((value, i) =>
            isEven ? Bare(value) : $"{Bare(value)} ({StudyNumbers.Text.Percent(shares[i])})")];
        string all = words.Length <= most
            ? string.Join(", ", words)
            : $"{StudyNumbers.Whole(words.Length)} values from {words[0]} to {words[^1]}";
        return StudyNumbers.WithUnit(all, variable.Unit);
    }

    // One deviation above the mean lies 84.13 % of a normal curve.
    private double Deviation() => distribution.Quantile(0.841344746068543) - distribution.Quantile(0.5);
}
