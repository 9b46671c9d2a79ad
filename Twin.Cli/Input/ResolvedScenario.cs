using System.Globalization;
using System.Text;

namespace Twin.Cli.Input;

/// <summary>Writes a completed scenario as YAML: every value, also those nobody wrote; reading it gives the same text again.</summary>
internal static class ResolvedScenario
{
    private static readonly string[] Reserved = ["null", "Null", "NULL", "~"]; // unquoted they mean "not set"

    /// <summary>Writes the scenario.</summary>
    /// <param name="root">Completed tree.</param>
    /// <param name="baseFolder">Folder to which file paths are written relative.</param>
    /// <param name="withOrigins">Whether comments tell where values come from; the run id is made without them.</param>
    public static string Write(Mapping root, string baseFolder, bool withOrigins)
    {
        var text = new StringBuilder();
        Section(text, root, Keys.Root, (string.Empty, string.Empty), baseFolder, withOrigins);
        return text.ToString();
    }

    /// <summary>Where a node comes from, in words.</summary>
    public static string Origin(Node node)
    {
        string place = node.Source.HasLines
            ? string.Create(CultureInfo.InvariantCulture, $"{node.Source.Name}:{node.Line}")
            : node.Source.Name;
        return node.Source.Override is { } name ? $"{place} by --scenario {name}" : place;
    }

    private static void Section(
        StringBuilder text, Mapping mapping, Key key, (string Lead, string Further) indent, string baseFolder, bool withOrigins)
    {
        string lead = indent.Lead;
        foreach (Entry entry in mapping.Entries)
        {
            text.Append(lead).Append(entry.Key).Append(':');
            Value(text, entry.Value, Child(key, entry.Key), indent.Further, baseFolder, withOrigins);
            lead = indent.Further;
        }
    }

    private static void Value(StringBuilder text, Node node, Key key, string indent, string baseFolder, bool withOrigins)
    {
        switch (node)
        {
            case Mapping { Entries.Count: > 0 } mapping:
                text.Append('\n');
                Section(text, mapping, key, (indent + "  ", indent + "  "), baseFolder, withOrigins);
                break;
            case Sequence { Items: [Mapping, ..] } list:
                text.Append('\n');
                foreach (Mapping item in list.Items.OfType<Mapping>())
                {
                    Section(text, item, key, (indent + "  - ", indent + "    "), baseFolder, withOrigins);
                }

                break;
            case Sequence list:
                string items = string.Join(", ", list.Items.OfType<Scalar>().Select(item => Quoted(item.Text)));
                Line(text, $"[{items}]", node, withOrigins);
                break;
            case Scalar scalar:
                Line(text, Quoted(key.Kind == KeyKind.Path ? Relative(scalar, baseFolder) : scalar.Text), node, withOrigins);
                break;
            default:
                Line(text, "{}", node, withOrigins);
                break;
        }
    }

    private static void Line(StringBuilder text, string value, Node node, bool withOrigins)
    {
        text.Append(' ').Append(value);
        if (withOrigins)
        {
            text.Append(" # ").Append(FaultText.Printable(Origin(node), 400));
        }

        text.Append('\n');
    }

    /// <summary>The key under a name, also below a series; any text where there is none.</summary>
    public static Key Child(Key key, string name) =>
        key.Children.FirstOrDefault(child => child.Name == name)
        ?? (key.Kind == KeyKind.Series ? Keys.SeriesFile(key).FirstOrDefault(child => child.Name == name) : null)
        ?? KeyMaking.Free(name, string.Empty);

    private static string Relative(Scalar path, string baseFolder)
    {
        string full = Path.GetFullPath(path.Text, path.Source.BaseFolder);
        bool mayBeAnywhere = path.Source.RootFolder is null && !FilePaths.IsInside(full, baseFolder);
        return (mayBeAnywhere ? full : Path.GetRelativePath(baseFolder, full)).Replace('\\', '/');
    }

    /// <summary>A text as YAML reads it back, in quotes where it needs them.</summary>
    public static string Quoted(string text)
    {
        bool isPlain = text.Length > 0 && !Reserved.Contains(text)
            && (char.IsAsciiLetterOrDigit(text[0]) || text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1]))
            && !text.EndsWith(' ') && !text.EndsWith(':')
            && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
            && text.All(c => c is >= ' ' and < '\x7f' && !"\"',[]{}`&*!|>@".Contains(c, StringComparison.Ordinal));
        if (isPlain)
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            bool isText = !char.IsControl(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            _ = c is '"' or '\\' ? quoted.Append('\\').Append(c)
                : isText ? quoted.Append(c)
                : quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return quoted.Append('"').ToString();
    }
}
