namespace Twin.Cli.Input.Studies;

/// <summary>What messages about studies say again and again.</summary>
internal static class Words
{
    /// <summary>What a node is, for "found".</summary>
    public static string KindOf(Node node) => node switch
    {
        Mapping => "keys and values",
        Sequence => "a list",
        Scalar { IsNull: true } => "nothing",
        Scalar scalar => $"{FaultText.Printable(scalar.Text)}, a single value",
        _ => "something else",
    };

    /// <summary>A list of names for "expected", in ordinal order.</summary>
    public static string OneOf(IEnumerable<string> names) => $"one of {string.Join(", ", names.Order(StringComparer.Ordinal))}";

    /// <summary>Whether a text is a name as identifiers of scenarios are.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 60 && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
