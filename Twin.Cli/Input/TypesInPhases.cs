namespace Twin.Cli.Input;

/// <summary>Refuses types in phases: a phase states values.</summary>
/// <remarks>
/// A resolved scenario holds what its types gave as plain values, which win over any type. A phase with another type would then run
/// differently from the resolved scenario than from the one it was made from, under the same run id.
/// </remarks>
internal static class TypesInPhases
{
    /// <summary>Checks what a phase sets, dotted paths written out.</summary>
    /// <param name="node">What is set.</param>
    /// <param name="key">Its key.</param>
    /// <param name="path">Its path in the scenario.</param>
    /// <param name="place">Path of the phase's changes, for messages.</param>
    /// <param name="faults">Receives types.</param>
    public static void Check(Node node, Key key, string path, string place, FaultList faults)
    {
        switch (key.Kind, node)
        {
            case (KeyKind.NamedList, Mapping byName):
                foreach (Entry item in byName.Entries)
                {
                    Section(item.Value, key, TreeMerge.Join(path, item.Key), place, faults);
                }

                break;
            case (KeyKind.NamedList, Sequence list):
                foreach ((int index, Node item) in list.Items.Index())
                {
                    Section(item, key, TreeMerge.Join(path, TreeMerge.NameOf(item, index)), place, faults);
                }

                break;
            case (KeyKind.Section, _):
                Section(node, key, path, place, faults);
                break;
            default:
                break;
        }
    }

    private static void Section(Node node, Key key, string path, string place, FaultList faults)
    {
        if (node is not Mapping mapping)
        {
            return;
        }

        foreach (Entry entry in mapping.Entries)
        {
            if (key.Children.FirstOrDefault(child => child.Name == entry.Key) is not { } child)
            {
                continue; // told by the check of keys
            }

            string here = TreeMerge.Join(path, entry.Key);
            if (child.IsType)
            {
                Refuse(entry, TreeMerge.Join(place, here), "the values that change", faults);
            }
            else if (here is "transformers.size" or "transformers.kind"
                && (mapping["no_load_loss"] is null || mapping["load_loss"] is null))
            {
                Refuse(entry, TreeMerge.Join(place, here), "no_load_loss and load_loss beside it", faults);
            }

            Check(entry.Value, child, here, place, faults);
        }
    }

    private static void Refuse(Entry entry, string path, string expected, FaultList faults) =>
        faults.Add("IT0408", "not a matter of phases", entry.Place, path, entry.Key, expected);
}
