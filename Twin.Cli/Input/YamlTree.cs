using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Twin.Cli.Input;

/// <summary>YAML text to a tree of nodes with places; everything that could surprise a reader is a fault.</summary>
/// <remarks>
/// Reads events and not YamlDotNet's own tree: 100,000 brackets overflow the stack there, and its deserializer loses places.
/// No anchors, tags, merge keys or second documents; no guessing of types.
/// </remarks>
internal sealed class YamlTree
{
    private const int DeepestNesting = 32;
    private const int MostNodes = 200_000;

    private readonly string text;
    private readonly Source source;
    private readonly FaultList faults;
    private readonly Parser parser;
    private int depth;
    private int nodes;
    private Mark last = new(0, 1, 1);

    private YamlTree(string text, Source source, FaultList faults)
    {
        this.text = text;
        this.source = source;
        this.faults = faults;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads one document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What to call it.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <returns>The root node, or null after a fault that hides the rest; a duplicate key is a fault and the rest is read on.</returns>
    public static Node? Read(string text, Source source, FaultList faults)
    {
        if (!YamlLines.Check(text, source, faults))
        {
            return null;
        }

        var tree = new YamlTree(text, source, faults);
        try
        {
            return tree.Document();
        }
        catch (GivingUpException)
        {
            return null;
        }
        catch (YamlException e)
        {
            tree.Unreadable(e.Start, e.Message);
        }
        catch (InvalidOperationException)
        {
            tree.Unreadable(tree.last, "the text ends in the middle of a list or mapping"); // "a: {b" ends the parser this way
        }
        catch (ArgumentException e)
        {
            tree.Unreadable(tree.last, e.Message); // seen once in 400,000 broken files
        }

        return null;
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            faults.Add("IT0101", "empty file", Place(new Mark(0, 1, 1)), string.Empty, "nothing", "keys and values, as in \"schema: 1\"");
            return null;
        }

        parser.Consume<DocumentStart>();
        Node root = Next();
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out DocumentStart? second))
        {
            faults.Add(
                "IT0101", "second document", Place(second.Start), string.Empty,
                "\"---\", the begin of another document", "one document in a file");
            return null; // which of the two is meant nobody can say
        }

        return root;
    }

    private Node Next()
    {
        ParsingEvent current = parser.Current ?? throw new InvalidOperationException();
        last = current.Start;
        if (++nodes > MostNodes)
        {
            throw GiveUp(
                current, string.Create(CultureInfo.InvariantCulture, $"more than {MostNodes} values"),
                "fewer: series belong into CSV files");
        }

        Refuse(current);
        switch (current)
        {
            case YamlScalar scalar:
                parser.MoveNext();
                bool quoted = scalar.Style != ScalarStyle.Plain;
                return new Scalar(scalar.Value, quoted, source, Line(scalar.Start), Column(scalar.Start));
            case SequenceStart:
                return List(current.Start);
            case MappingStart:
                return Map(current.Start);
            default:
                throw GiveUp(current, "an alias of another value", "the value itself; use extends and overrides to share values");
        }
    }

    private Sequence List(Mark start)
    {
        Enter();
        List<Node> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Next());
        }

        depth--;
        return new(items, source, Line(start), Column(start));
    }

    private Mapping Map(Mark start)
    {
        Enter();
        List<Entry> entries = [];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Node key = Next();
            if (key is not Scalar name)
            {
                faults.Add("IT0106", "wrong kind of key", key.Place, string.Empty, "a list or mapping as key", "a word");
                Next();
                continue;
            }

            if (!seen.TryAdd(name.Text, name.Line))
            {
                string first = source.HasLines ? string.Create(CultureInfo.InvariantCulture, $" in line {seen[name.Text]}") : string.Empty;
                faults.Add("IT0103", "duplicate key", key.Place, name.Text, $"a key that stands already{first}", "each key once");
            }
            else if (name is { Text: "<<", IsQuoted: false })
            {
                faults.Add(
                    "IT0109", "merge key", key.Place, name.Text,
                    "\"<<\", which merges another mapping", "extends or overrides to share values");
                Next();
                continue;
            }

            entries.Add(new(name.Text, Next(), source, name.Line, name.Column));
        }

        depth--;
        return new(entries, source, Line(start), Column(start));
    }

    private void Enter()
    {
        if (++depth > DeepestNesting)
        {
            throw GiveUp(parser.Current!, $"lists or mappings more than {DeepestNesting} deep", "at most that; a scenario needs five");
        }

        parser.MoveNext();
    }

    private void Refuse(ParsingEvent current)
    {
        if (current is not NodeEvent node || current is AnchorAlias)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            faults.Add(
                "IT0109", "anchor", Place(node.Start), string.Empty,
                $"the anchor \"&{node.Anchor.Value}\"", "no anchors; use extends and overrides to share values");
        }

        if (!node.Tag.IsEmpty)
        {
            string tag = node.Tag.IsNonSpecific ? "!" : node.Tag.Value;
            faults.Add(
                "IT0109", "type tag", Place(node.Start), string.Empty,
                $"the tag \"{tag}\"", "no tags; the key decides how a value is read");
        }
    }

    private GivingUpException GiveUp(ParsingEvent current, string found, string expected)
    {
        (string code, string title) = current is AnchorAlias ? ("IT0109", "alias") : ("IT0107", "too deep or too large");
        faults.Add(code, title, Place(current.Start), string.Empty, found, expected);
        return new GivingUpException();
    }

    private void Unreadable(Mark mark, string why)
    {
        if (YamlBrackets.Unclosed(text) is (int line, int column, char bracket))
        {
            string end = bracket == '{' ? "}" : "]";
            Place opening = source.HasLines ? new(source.Name, line, column) : new(source.Name, 0, 0);
            faults.Add(
                "IT0101", "unreadable file", opening, string.Empty,
                $"a \"{bracket}\" without its \"{end}\"",
                bracket == '{' ? "{ key: value, ... } with its end" : "[ value, ... ] with its end");
            return;
        }

        if (mark.Index < text.Length && text[(int)mark.Index] is '%' or '@' or '`')
        {
            char first = text[(int)mark.Index];
            faults.Add(
                "IT0101", "unreadable file", Place(mark), string.Empty,
                $"a value that begins with {first}, which YAML keeps for itself", $"the value in quotes, such as \"{first}\"");
            return;
        }

        string found = why.TrimEnd('.').Replace("  ", " ", StringComparison.Ordinal);
        found = found.Length == 0 ? "no reason known" : char.ToLowerInvariant(found[0]) + found[1..];
        faults.Add(
            "IT0101", "unreadable file", Place(mark), string.Empty,
            $"text that is not YAML: {found}", "YAML 1.2: \"key: value\" lines, or { key: value, ... } with its end");
    }

    private Place Place(Mark mark) => source.HasLines ? new(source.Name, Line(mark), Column(mark)) : new(source.Name, 0, 0);

    private static int Line(Mark mark) => Math.Max(1, (int)mark.Line);

    private static int Column(Mark mark) => Math.Max(1, (int)mark.Column);

    /// <summary>Leaves the recursion after a fault that makes the rest meaningless; never leaves this file.</summary>
    private sealed class GivingUpException : Exception;
}
