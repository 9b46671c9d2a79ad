namespace Twin.Core.Rules;

/// <summary>What a rule says of a centre.</summary>
public enum Outcome
{
    /// <summary>The requirement holds and is met.</summary>
    Met,

    /// <summary>The requirement holds and is not met.</summary>
    Missed,

    /// <summary>The requirement does not hold for this centre in this year.</summary>
    NotApplicable,

    /// <summary>Something it needs is not provided, or the law leaves it open.</summary>
    NotDecidable,
}

/// <summary>What one rule says of a centre in one year.</summary>
/// <param name="Rule">Identifier, e.g. enefg-11-1-pue.</param>
/// <param name="Year">Year for which it is asked.</param>
/// <param name="Outcome">What it says.</param>
/// <param name="Article">Where it stands, in a notation for all languages, e.g. "EnEfG § 11(1) 1" for section 11(1) no. 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Value">The centre's number; null where none is compared.</param>
/// <param name="Threshold">The number it is compared with; null where none is.</param>
/// <param name="Unit">Unit of value and threshold; empty where none is compared.</param>
/// <param name="Margin">Room to the threshold, negative when it is missed; null where none is compared.</param>
/// <param name="Notes">Further remarks, such as an open legal question.</param>
public sealed record Verdict(
    string Rule,
    int Year,
    Outcome Outcome,
    string Article,
    Remark Reason,
    double? Value,
    double? Threshold,
    string Unit,
    double? Margin,
    IReadOnlyList<Remark> Notes)
{
    /// <summary>Unit of the margin: a difference of temperatures is no temperature.</summary>
    public string MarginUnit => Unit == "degC" ? "K" : Unit;
}

/// <summary>A sentence that the reader's language fills in: its key, and what stands at its places {0}, {1}, ...</summary>
/// <param name="Key">Key of the sentence among the texts of the report.</param>
/// <param name="Data">What stands at its places.</param>
public sealed record Remark(string Key, params IReadOnlyList<Datum> Data);

/// <summary>A part of a sentence: a number with its unit, a day, words as they are, or a word of the reader's language.</summary>
public readonly record struct Datum
{
    /// <summary>A number; null where it is none.</summary>
    public double? Number { get; private init; }

    /// <summary>Unit of the number; "1" for a ratio.</summary>
    public string? Unit { get; private init; }

    /// <summary>A day; null where it is none.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>Words as the scenario has them; null where they are none.</summary>
    public string? Words { get; private init; }

    /// <summary>Key of a text in the reader's language; null where it is none.</summary>
    public string? TextKey { get; private init; }

    /// <summary>Keys of texts that stand one after the other; null where there are none.</summary>
    public IReadOnlyList<string>? TextKeys { get; private init; }

    /// <summary>A number with its unit.</summary>
    public static Datum Of(double number, string unit) => new() { Number = number, Unit = unit };

    /// <summary>A day.</summary>
    public static Datum Of(DateOnly day) => new() { Day = day };

    /// <summary>Words as they are.</summary>
    public static Datum Of(string words) => new() { Words = words };

    /// <summary>A text by its key.</summary>
    public static Datum Text(string key) => new() { TextKey = key };

    /// <summary>Texts by their keys, one after the other.</summary>
    public static Datum Texts(IReadOnlyList<string> keys) => new() { TextKeys = keys };
}
