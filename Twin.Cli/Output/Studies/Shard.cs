using System.Globalization;

namespace Twin.Cli.Output.Studies;

/// <summary>A share of a study's points: an unbroken span of them, so that policies of one point stay together.</summary>
/// <param name="Number">Which share, from 1.</param>
/// <param name="Of">Number of shares.</param>
internal sealed record Shard(int Number, int Of)
{
    private const int Most = 100_000;

    /// <summary>All of a study in one.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads a share as the command line writes it.</summary>
    /// <param name="text">Such as 2/8.</param>
    /// <returns>The share; null for anything else.</returns>
    public static Shard? Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            && number >= 1 && number <= of && of <= Most
                ? new(number, of)
                : null;
    }

    /// <summary>The runs of the share: from the first to before the end.</summary>
    /// <param name="points">Points of the study.</param>
    /// <param name="policies">Runs of each point.</param>
    public (int First, int End) Runs(int points, int policies)
    {
        int first = (int)((long)points * (Number - 1) / Of);
        int end = (int)((long)points * Number / Of);
        return (first * policies, end * policies);
    }

    /// <summary>The share in which a point lies.</summary>
    /// <param name="point">Number of the point, from 0.</param>
    /// <param name="points">Points of the study.</param>
    /// <param name="of">Number of shares.</param>
    public static int NumberOf(int point, int points, int of) => (int)((((long)point + 1) * of - 1) / points) + 1;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");
}
