namespace Twin.Cli.Input;

/// <summary>Looks up every name by which one part of the plant calls another.</summary>
internal sealed class ReferenceCheck
{
    private readonly Mapping root;
    private readonly FaultList faults;

    private ReferenceCheck(Mapping root, FaultList faults)
    {
        this.root = root;
        this.faults = faults;
    }

    /// <summary>Checks a merged scenario, catalogue included.</summary>
    public static void Check(Mapping root, FaultList faults) => Check(root, Keys.Root, faults);

    /// <summary>Checks the names under some keys of a scenario.</summary>
    /// <param name="root">The whole scenario, since names lead everywhere.</param>
    /// <param name="key">The keys to look at.</param>
    /// <param name="faults">Receives names that lead nowhere.</param>
    public static void Check(Mapping root, Key key, FaultList faults) =>
        new ReferenceCheck(root, faults).Section(root, key, string.Empty);

    private void Section(Mapping mapping, Key key, string path)
    {
        foreach (Key child in key.Children)
        {
            string here = TreeMerge.Join(path, child.Name);
            switch (child.Kind, mapping[child.Name])
            {
                case (KeyKind.Section, Mapping section):
                    Section(section, child, here);
                    break;
                case (KeyKind.NamedList or KeyKind.PlainList, Sequence list):
                    foreach ((int index, Mapping item) in list.Items.OfType<Mapping>().Index())
                    {
                        Section(item, child, TreeMerge.Join(here, TreeMerge.NameOf(item, index)));
                    }

                    break;
                case (KeyKind.Series, Mapping series) when child.MayBeSynthetic && series["synthetic"] is Scalar { IsNull: false } climate:
                    Name(climate, Keys.SyntheticKey, TreeMerge.Join(here, Keys.SyntheticKey.Name));
                    break;
                case (KeyKind.Reference, Scalar { IsNull: false } scalar):
                    Name(scalar, child, here);
                    break;
                case (KeyKind.References, Sequence list):
                    foreach (Scalar scalar in list.Items.OfType<Scalar>().Where(scalar => !scalar.IsNull))
                    {
                        Name(scalar, child, here);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private void Name(Scalar scalar, Key key, string path)
    {
        if (key.Choices.Contains(scalar.Text))
        {
            return;
        }

        List<string> known = [.. key.Choices, .. key.Targets.SelectMany(Names)];
        if (!known.Contains(scalar.Text) && !faults.IsFull)
        {
            string lists = string.Join(", ", key.Targets);
            string names = known.Count == 0
                ? $"a name of {lists}, of which there are none"
                : $"one of {string.Join(", ", known.Order(StringComparer.Ordinal))}";
            faults.Add(
                "IT0206", "unknown name", scalar.Place, path,
                $"{FaultText.Printable(scalar.Text)}, which is not in {lists}", names, Nearest.Of(scalar.Text, known));
        }
    }

    private IEnumerable<string> Names(string list) =>
        (Find(list) as Sequence)?.Items.OfType<Mapping>().Select(item => item.Name).OfType<string>() ?? [];

    private Node? Find(string list) =>
        list.Split('.').Aggregate<string, Node?>(root, (node, part) => (node as Mapping)?[part]);
}
