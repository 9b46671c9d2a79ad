using System.Text;

namespace Twin.Cli.Input.Studies;

/// <summary>Writes a study with its defaults as YAML: the same study gives the same bytes, however its lines stood in the file.</summary>
internal static class StudyText
{
    /// <summary>Writes a tree: mappings in lines, lists of mappings item by item, all else in one line.</summary>
    public static string Write(Mapping root)
    {
        var text = new StringBuilder();
        Section(text, root, string.Empty);
        return text.ToString();
    }

    private static void Section(StringBuilder text, Mapping mapping, string indent)
    {
        foreach (Entry entry in mapping.Entries)
        {
            text.Append(indent).Append(ResolvedScenario.Quoted(entry.Key)).Append(':');
            switch (entry.Value)
            {
                case Mapping { Entries.Count: > 0 } inner:
                    text.Append('\n');
                    Section(text, inner, indent + "  ");
                    break;
                case Sequence { Items: [Mapping, ..] } list:
                    text.Append('\n');
                    foreach (Node item in list.Items)
                    {
                        text.Append(indent).Append("  - ").Append(Line(item)).Append('\n');
                    }

                    break;
                default:
                    text.Append(' ').Append(Line(entry.Value)).Append('\n');
                    break;
            }
        }
    }

    private static string Line(Node node) => node switch
    {
        Mapping { Entries.Count: 0 } => "{}",
        Mapping mapping =>
            $"{{ {string.Join(", ", mapping.Entries.Select(entry => $"{ResolvedScenario.Quoted(entry.Key)}: {Line(entry.Value)}"))} }}",
        Sequence list => $"[{string.Join(", ", list.Items.Select(Line))}]",
        Scalar { IsNull: true } => "null",
        Scalar scalar => ResolvedScenario.Quoted(scalar.Text),
        _ => string.Empty,
    };
}
