using Twin.Core.Units;
using static Twin.Cli.Input.KeyMaking;

namespace Twin.Cli.Input.Sizes;

/// <summary>Every key of a size file, version 1.</summary>
/// <remarks>Keys whose names are those of the plant (set, mix, cases) or that are a word or a list are looked at by the reader.</remarks>
internal static class SizeKeys
{
    /// <summary>The key by which a size file is told from a scenario.</summary>
    public const string Version = "size";

    /// <summary>Share of the wanted GPU-hours that may be lost; assumed: an availability of 99.9 % is a usual promise.</summary>
    public const string UsualLoss = "0.1 %";

    /// <summary>Range of the search; assumed: few sites become ten times smaller or three times larger than they were laid out.</summary>
    public const double UsualLeast = 0.1, UsualMost = 3.0;

    /// <summary>Futures that are drawn; assumed: the least of which 95 % are a whole number.</summary>
    public const string UsualFutures = "20";

    /// <summary>Share of the futures in which a size must hold; assumed: a usual level of confidence.</summary>
    public const string UsualShare = "95 %";

    /// <summary>Greatest multiple of the base that may be asked.</summary>
    public const double MostMultiple = 100.0;

    /// <summary>The whole file.</summary>
    public static Key Root { get; } = Section(
        "a size file",
        "A question for the capacity of a plant.",
        Whole(Version, "Version of this format.", 1, 1).Required(),
        Identifier("name", "Name of the question and of its results folder.").Required(),
        Free("label", "The question in words.") with { DefaultFrom = "name" },
        new Key("base", KeyKind.Path, "The scenario: its folder or file, relative to this file.").Required(),
        List("scenario", "overrides", "Overrides of the base, chosen by name."),
        Open("set", "Values laid over the base: the design year."),
        Open("mix", "Share of the rated server power by hall."),
        List("interruptible", "halls", "Halls whose work may be lost."),
        List("scales", "paths", "Values that grow with the servers."),
        Open("spare", "Groups of which one unit is out: default, none, or a list."),
        Open("cases", "Cases in place of the usual ones: default, or names with values."),
        Share("lost_gpu_hours", "Share of the wanted GPU-hours of the firm halls that may be lost in each case.", UsualLoss),
        Open("limits", "Least and greatest size, as multiples of the base."),
        Open("uncertainties", "What nobody sets, with its distribution."),
        Whole("futures", "Futures that are drawn.", 1, 10_000, UsualFutures),
        Whole("seed", "Seed of the draws.", 0, int.MaxValue, "1"),
        Share("share", "Share of the futures in which all cases must hold.", UsualShare).Above(0));

    /// <summary>The number that a key has where nothing is written.</summary>
    public static double UsualOf(Key key) =>
        Quantity.TryParse(key.Default!, key.Dimension, out double inside, out _) || Quantity.TryParseNumber(key.Default!, out inside, out _)
            ? inside
            : throw new ArgumentException($"{key.Name} has no number as default.", nameof(key));

    private static Key Open(string name, string about) => new(name, KeyKind.Overrides, about);

    private static Key List(string name, string target, string about) =>
        new(name, KeyKind.References, about) { Targets = [target] };
}
