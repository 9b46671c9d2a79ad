using Twin.Cli.Input.Formats;
using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>What may stand under a key.</summary>
internal enum KeyKind
{
    Section,
    NamedList,
    PlainList,
    Quantity,
    Quantities,
    Number,
    Integer,
    Truth,
    Choice,
    Identifier,
    Text,
    Instant,
    Date,
    Zone,
    Reference,
    References,
    Series,
    Path,
    Paths,
    Overrides,
    Changes,
}

/// <summary>One key of a scenario, declared once: checks, completion, help and schema are made from it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Kind">What stands under it.</param>
/// <param name="About">One line for people.</param>
internal sealed record Key(string Name, KeyKind Kind, string About)
{
    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a quantity or series measures.</summary>
    public Dimension Dimension { get; init; }

    /// <summary>Least value, in the inside unit.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest value, in the inside unit.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>Whether the least value itself is excluded.</summary>
    public bool IsAboveMinimum { get; init; }

    /// <summary>Text that stands for a missing key; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>Key beside this one whose value stands for a missing one; null for none.</summary>
    public string? DefaultFrom { get; init; }

    /// <summary>Words that may be chosen; for a quantity, words allowed in its place, such as "unlimited".</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Keys of a section or of the items of a list; for a series, the section that may stand in its place.</summary>
    public IReadOnlyList<Key> Children { get; init; } = [];

    /// <summary>Lists at the top of the scenario whose items a reference may name.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Whether a series may come from a synthetic climate.</summary>
    public bool MayBeSynthetic { get; init; }

    /// <summary>Whether an offset such as +01:00 may stand for a zone.</summary>
    public bool MayBeOffset { get; init; }

    /// <summary>What a series asks of a data file whose columns say what they measure.</summary>
    public Measurand Asks { get; init; }

    /// <summary>How a series goes between its samples if it does not say so.</summary>
    public string Between { get; init; } = "linear";

    /// <summary>Whether a missing section is made from the defaults of its keys.</summary>
    public bool IsMadeWhenMissing { get; init; }

    /// <summary>Whether it names an entry of the catalogue whose values stand where the section around it says nothing.</summary>
    public bool IsType { get; init; }

    /// <summary>Fewest items of a list.</summary>
    public int FewestItems { get; init; }

    /// <summary>Items that a list of quantities must have; 0 for any number.</summary>
    public int ItemCount { get; init; }

    /// <summary>Keys of which a section must have one and only one.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];
}
