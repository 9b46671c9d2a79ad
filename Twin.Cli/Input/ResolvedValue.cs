using Twin.Core.Units;

namespace Twin.Cli.Input;

/// <summary>A number out of a resolved scenario, by its dotted path.</summary>
internal static class ResolvedValue
{
    /// <summary>Reads it.</summary>
    /// <param name="tree">Completed tree.</param>
    /// <param name="path">Dotted path, such as chillers.chiller.units.</param>
    /// <returns>
    /// The number, or the quantity in its inside unit; of a list of quantities their sum. Null where nothing stands there, or a word.
    /// </returns>
    public static double? Inside(Mapping tree, string path)
    {
        string[] parts = path.Split('.');
        Node node = TreePath.Follow(tree, parts, out int depth);
        if (depth < parts.Length || Keys.Find(parts, out _, out _) is not { } key)
        {
            return null;
        }

        IReadOnlyList<double?> values = node is Sequence list ? [.. list.Items.Select(item => Single(item, key))] : [Single(node, key)];
        return values.Contains(null) ? null : values.Sum();
    }

    private static double? Single(Node node, Key key) => node is not Scalar { IsNull: false } scalar ? null
        : key.Kind is KeyKind.Number or KeyKind.Integer
            ? Quantity.TryParseNumber(scalar.Text, out double number, out _) ? number : null
            : Quantity.TryParse(scalar.Text, key.Dimension, out double inside, out _) ? inside : null;
}
