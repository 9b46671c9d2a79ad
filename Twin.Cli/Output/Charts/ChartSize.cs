namespace Twin.Cli.Output.Charts;

/// <summary>Room of a chart, in the units of its view box: pixels on a screen of the size it is made for.</summary>
/// <param name="Width">Width.</param>
/// <param name="LetterSize">Size of its letters.</param>
/// <param name="IsNarrow">Whether it is made for a phone: names then stand below the plot and not beside it.</param>
internal sealed record ChartSize(double Width, double LetterSize, bool IsNarrow)
{
    /// <summary>For screens and paper.</summary>
    public static readonly ChartSize Wide = new(1000, 15, IsNarrow: false);

    /// <summary>For phones.</summary>
    public static readonly ChartSize Narrow = new(360, 12, IsNarrow: true);

    /// <summary>Both, in the order in which they stand in the page.</summary>
    public static IReadOnlyList<ChartSize> All { get; } = [Wide, Narrow];

    /// <summary>Height of a line of text.</summary>
    public double LineHeight => LetterSize * 1.35;
}
