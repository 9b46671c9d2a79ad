using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Twin.Cli.Input;

namespace Twin.Cli.Commands;

/// <summary>twin catalog: what a scenario may name without declaring it.</summary>
internal sealed class CatalogVerb(Terminal terminal)
{
    private const int MostColumns = 5;
    private const int MostPoints = 6;

    private static readonly string[] MainOfServers = ["rated_power", "gpus", "idle", "full", "liquid"];

    private static readonly JsonWriterOptions JsonOptions =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names of all kinds.</summary>
    public static IEnumerable<string> KindNames => Catalogue.Kinds.Select(known => known.Kind.Name);

    /// <summary>Names of the entries of a kind; none if there is no such kind.</summary>
    public static IEnumerable<string> EntryNames(string? kind) =>
        Catalogue.Kinds.Where(known => known.Kind.Name == Usual(kind)).SelectMany(known => known.Entries).Select(entry => entry.Name!);

    /// <summary>Does it.</summary>
    /// <param name="kind">Kind to list; null for all kinds.</param>
    /// <param name="name">Entry to show; null for all.</param>
    /// <param name="asJson">Whether to write JSON.</param>
    /// <returns>Exit status.</returns>
    public int Execute(string? kind, string? name, bool asJson)
    {
        if (kind is null)
        {
            Kinds(asJson);
            return ExitStatus.Done;
        }

        (Key Kind, IReadOnlyList<Mapping> Entries) known = Catalogue.Kinds.FirstOrDefault(one => one.Kind.Name == Usual(kind));
        if (known.Kind is null)
        {
            return Unknown("kind", kind, KindNames);
        }

        if (name is null)
        {
            Entries(known.Kind, known.Entries, asJson);
            return ExitStatus.Done;
        }

        if (known.Entries.FirstOrDefault(entry => entry.Name == name) is not { } found)
        {
            return Unknown("entry of " + known.Kind.Name, name, EntryNames(kind));
        }

        Entry(known.Kind, found, asJson);
        return ExitStatus.Done;
    }

    // dry-coolers is as good as dry_coolers: names of entries have hyphens, and nobody should have to remember which is which.
    private static string? Usual(string? kind) => kind?.Replace('-', '_');

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    // Of the first sentence: what it is. The rest stands in the manual.
    private static string First(string about) =>
        about.IndexOf(". ", StringComparison.Ordinal) is var end && end > 0 ? about[..(end + 1)] : about;

    private static string Short(Mapping entry, string key) => entry[key] is Sequence { Items.Count: > MostPoints } list
        ? Number(list.Items.Count) + " points"
        : CatalogueText.Value(entry, key);

    private int Unknown(string what, string given, IEnumerable<string> known)
    {
        string[] names = [.. known.Order(StringComparer.Ordinal)];
        terminal.Error.WriteLine($"There is no {what} '{FaultText.Printable(given)}', only {string.Join(", ", names)}.");
        if (Nearest.Of(given, names) is { } near)
        {
            terminal.Error.WriteLine($"Did you mean {near}?");
        }

        terminal.Error.WriteLine("usage: see twin catalog --help");
        return ExitStatus.Usage;
    }

    private void Kinds(bool asJson)
    {
        if (asJson)
        {
            Json(json =>
            {
                json.WriteStartArray();
                foreach ((Key kind, IReadOnlyList<Mapping> entries) in Catalogue.Kinds)
                {
                    json.WriteStartObject();
                    json.WriteString("kind", kind.Name);
                    json.WriteNumber("count", entries.Count);
                    json.WriteString("about", kind.About);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return;
        }

        Table(
        [
            ["kind", "count", "what it is"],
            .. Catalogue.Kinds.Select(known => (string[])[known.Kind.Name, Number(known.Entries.Count), First(known.Kind.About)]),
        ]);
    }

    private void Entries(Key kind, IReadOnlyList<Mapping> entries, bool asJson)
    {
        if (asJson)
        {
            Json(json =>
            {
                json.WriteStartArray();
                foreach (Mapping entry in entries)
                {
                    WriteEntry(json, kind, entry);
                }

                json.WriteEndArray();
            });
            return;
        }

        IEnumerable<string> told = CatalogueText.Values(kind)
            .Select(key => key.Name)
            .Where(key => entries.Any(entry => entry[key] is not null));
        string[] columns = kind.Name == Keys.Servers.Name ? MainOfServers : [.. told.Take(MostColumns)];
        Table(
        [
            ["name", .. columns, "confidence"],
            .. entries.Select(e => (string[])[e.Name!, .. columns.Select(key => Short(e, key)), CatalogueText.Confidence(e)]),
        ]);
    }

    private void Entry(Key kind, Mapping entry, bool asJson)
    {
        if (asJson)
        {
            Json(json => WriteEntry(json, kind, entry));
            return;
        }

        terminal.Out.WriteLine($"{entry.Name} ({kind.Name})");
        List<string[]> rows = [];
        foreach (Key key in CatalogueText.Values(kind))
        {
            string value = CatalogueText.Value(entry, key.Name);
            string note = CatalogueText.Note(entry, key.Name) ?? string.Empty;
            if (value.Length > 0 || note.Length > 0)
            {
                rows.Add(["  " + key.Name, value, note]);
            }
        }

        Table([.. rows, ["  confidence", CatalogueText.Confidence(entry), string.Empty]]);
        if (CatalogueText.Value(entry, "source") is { Length: > 0 } source)
        {
            terminal.Out.WriteLine("  source: " + source);
        }
    }

    private static void WriteEntry(Utf8JsonWriter json, Key kind, Mapping entry)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind.Name);
        foreach (Entry one in entry.Entries)
        {
            Write(json, one.Key, one.Value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, Node node)
    {
        json.WritePropertyName(key);
        switch (node)
        {
            case Mapping mapping:
                json.WriteStartObject();
                foreach (Entry entry in mapping.Entries)
                {
                    Write(json, entry.Key, entry.Value);
                }

                json.WriteEndObject();
                break;
            case Sequence list:
                json.WriteStartArray();
                foreach (Scalar item in list.Items.OfType<Scalar>())
                {
                    json.WriteStringValue(item.Text);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue((node as Scalar)?.Text);
                break;
        }
    }

    private void Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            write(json);
        }

        terminal.Out.Write(Encoding.UTF8.GetString(buffer.ToArray()) + "\n");
    }

    private void Table(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => row[i].Length))];
        foreach (string[] row in rows)
        {
            terminal.Out.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        }
    }
}
