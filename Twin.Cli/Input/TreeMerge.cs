using System.Globalization;

namespace Twin.Cli.Input;

/// <summary>Lays one tree over another: mappings key by key, named lists name by name, all else whole.</summary>
internal static class TreeMerge
{
    /// <summary>Ways to say the same thing. Naming one in a higher layer drops the others from below.</summary>
    /// <remarks>A series that now comes from a file must not keep the climate it had; nor the column if it now is synthetic.</remarks>
    private static readonly string[] Origins = ["synthetic", "file", "annual", "air_temperature"];

    private static readonly string[][] Rivals = [["profile", "utilisation"], ["linear", "hold"]];

    /// <summary>Lays a higher tree over a lower one.</summary>
    /// <param name="lower">Tree below.</param>
    /// <param name="upper">Tree above; it wins. Null values in it mean "as below".</param>
    /// <param name="path">Dotted path of both, for messages.</param>
    /// <param name="faults">Receives names in the upper tree that the lower one does not have.</param>
    public static Node Merge(Node? lower, Node upper, string path, FaultList faults) => (lower, upper) switch
    {
        (not null, Scalar { IsNull: true }) => lower,
        (Mapping below, Mapping above) => MergeMappings(below, above, path, faults),
        (Sequence { IsNamed: true } below, Sequence { IsNamed: true } above) => MergeNamed(below, above, path, faults),
        (Sequence { IsNamed: true } below, Mapping above) => MergeByName(below, above, path, faults),
        (_, Mapping above) => WithoutNulls(above),
        _ => upper,
    };

    /// <summary>What an item of a list is called in a dotted path: its name, or its number from 1.</summary>
    public static string NameOf(Node item, int index) =>
        (item as Mapping)?.Name ?? (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Joins a key to a dotted path.</summary>
    public static string Join(string path, string key) => path.Length == 0 ? key : path + "." + key;

    private static Mapping MergeMappings(Mapping lower, Mapping upper, string path, FaultList faults)
    {
        Mapping kept = DropRivals(lower, upper);
        var merged = new List<Entry>(kept.Entries);
        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Entry entry in merged)
        {
            slots.TryAdd(entry.Key, slots.Count);
        }

        foreach (Entry entry in upper.Entries)
        {
            if (entry.Value is Scalar { IsNull: true })
            {
                continue;
            }

            Node? below = kept[entry.Key];
            Entry result = entry with { Value = Merge(below, entry.Value, Join(path, entry.Key), faults) };
            if (slots.TryGetValue(entry.Key, out int slot))
            {
                merged[slot] = result;
            }
            else
            {
                merged.Add(result);
            }
        }

        return upper.With(merged);
    }

    private static Sequence MergeNamed(Sequence lower, Sequence upper, string path, FaultList faults)
    {
        List<Node> merged = [.. lower.Items];
        Dictionary<string, int> slots = Slots(lower);
        foreach (Mapping item in upper.Items.Cast<Mapping>())
        {
            if (slots.TryGetValue(item.Name!, out int slot))
            {
                merged[slot] = Merge(merged[slot], item, Join(path, item.Name!), faults);
            }
            else
            {
                slots.Add(item.Name!, merged.Count);
                merged.Add(WithoutNulls(item));
            }
        }

        return new(merged, upper.Source, upper.Line, upper.Column);
    }

    private static Sequence MergeByName(Sequence lower, Mapping upper, string path, FaultList faults)
    {
        List<Node> merged = [.. lower.Items];
        Dictionary<string, int> slots = Slots(lower);
        foreach (Entry entry in upper.Entries)
        {
            if (slots.TryGetValue(entry.Key, out int slot))
            {
                merged[slot] = Merge(merged[slot], entry.Value, Join(path, entry.Key), faults);
            }
            else if (!faults.IsFull)
            {
                string names = string.Join(", ", slots.Keys.Order(StringComparer.Ordinal));
                faults.Add(
                    "IT0206", "unknown name", entry.Place, Join(path, entry.Key), $"{entry.Key}, which {path} does not have",
                    $"one of {names}", Nearest.Of(entry.Key, slots.Keys));
            }
        }

        return new(merged, lower.Source, lower.Line, lower.Column);
    }

    private static Dictionary<string, int> Slots(Sequence named)
    {
        var slots = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < named.Items.Count; i++)
        {
            slots.TryAdd(((Mapping)named.Items[i]).Name!, i);
        }

        return slots;
    }

    private static Mapping DropRivals(Mapping lower, Mapping upper)
    {
        if (Array.Find(Origins, origin => IsSet(upper, origin)) is { } chosen
            && Origins.Any(origin => origin != chosen && lower[origin] is not null))
        {
            return lower.With([]);
        }

        string[] dropped = [.. Rivals
            .Where(rivals => rivals.Any(rival => IsSet(upper, rival)))
            .SelectMany(rivals => rivals.Where(rival => !IsSet(upper, rival)))];
        return dropped.Length == 0 ? lower : lower.Without(dropped);
    }

    private static bool IsSet(Mapping mapping, string key) => mapping[key] is { } node and not Scalar { IsNull: true };

    private static Mapping WithoutNulls(Mapping mapping) => mapping.With(
    [
        .. mapping.Entries
            .Where(entry => entry.Value is not Scalar { IsNull: true })
            .Select(entry => entry.Value is Mapping inner ? entry with { Value = WithoutNulls(inner) } : entry),
    ]);
}
