namespace Twin.Cli.Input.Sizes;

/// <summary>Groups of equal machines in a plant.</summary>
internal static class SizeGroups
{
    /// <summary>Word in place of a list of groups: all with a unit to spare.</summary>
    public const string Usual = "default";

    /// <summary>Word in place of a list of groups.</summary>
    public const string None = "none";

    private static readonly string[] CoolingLists = ["river_exchangers", "dry_coolers", "chillers", "heat_pumps"];

    /// <summary>All groups, from the power to the heat.</summary>
    /// <param name="root">The completed scenario.</param>
    public static IReadOnlyList<SizeGroup> All(View root) =>
    [
        .. new[] { root.Section("transformers") }.Where(bank => bank.Exists).Select(Of),
        .. root.Items("ups").Select(Of),
        .. root.Items("halls").SelectMany(hall => new[] { hall.Section("air"), hall.Section("liquid") })
            .Where(path => path.Exists).Select(Of),
        .. CoolingLists.SelectMany(root.Items).Select(Of),
        .. root.Items("wind").Select(Of),
    ];

    /// <summary>The groups of which one unit is out in a case of its own where nobody says otherwise.</summary>
    /// <remarks>Wind turbines make power and carry nothing: they can be named, and are no usual case.</remarks>
    /// <param name="groups">All groups.</param>
    public static IReadOnlyList<SizeGroup> WithSpare(IReadOnlyList<SizeGroup> groups) =>
        [.. groups.Where(group => group.Units - group.Out > 1 && !group.Path.StartsWith("wind.", StringComparison.Ordinal))];

    /// <summary>Chooses groups by their paths.</summary>
    /// <param name="written">What stands under spare; null for nothing.</param>
    /// <param name="all">All groups of the plant.</param>
    /// <param name="faults">Receives names that lead nowhere.</param>
    public static IReadOnlyList<SizeGroup> Choose(Node? written, IReadOnlyList<SizeGroup> all, FaultList faults)
    {
        switch (written)
        {
            case null or Scalar { IsNull: true } or Scalar { Text: Usual }:
                return WithSpare(all);
            case Scalar { Text: None }:
                return [];
            case Sequence list when list.Items.All(item => item is Scalar):
                return [.. list.Items.Cast<Scalar>().Select(name => Find(name, all, faults)).OfType<SizeGroup>()];
            default:
                faults.Add(
                    "IT0106", "wrong kind of value", written.Place, "spare",
                    written is Scalar word ? $"{FaultText.Printable(word.Text)}, a single value" : "keys and values",
                    $"{Usual}, {None}, or a list of groups such as [{all[0].Path}]");
                return [];
        }
    }

    private static SizeGroup Of(View bank) => new(
        bank.Path,
        bank.Node("units") is Sequence each ? each.Items.Count : bank.Count("units"),
        bank.Count("out"));

    private static SizeGroup? Find(Scalar name, IReadOnlyList<SizeGroup> all, FaultList faults)
    {
        if (all.FirstOrDefault(group => group.Path == name.Text) is not { } found)
        {
            string[] known = [.. all.Select(group => group.Path)];
            faults.Add(
                "IT0206", "unknown name", name.Place, "spare", name.Text,
                $"one of {string.Join(", ", known)}", Nearest.Of(name.Text, known));
            return null;
        }

        return found;
    }
}
