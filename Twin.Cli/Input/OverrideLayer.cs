namespace Twin.Cli.Input;

/// <summary>Marks the nodes of a chosen override as such, so that their origin says which one set them.</summary>
internal static class OverrideLayer
{
    /// <summary>The same tree, coming from an override instead of from its file.</summary>
    public static Node Of(Node node, string name)
    {
        Source source = node.Source with { Layer = Layer.Override, Override = name };
        return node switch
        {
            Scalar scalar => new Scalar(scalar.Text, scalar.IsQuoted, source, node.Line, node.Column),
            Sequence list => new Sequence([.. list.Items.Select(item => Of(item, name))], source, node.Line, node.Column),
            Mapping mapping => new Mapping(
                [.. mapping.Entries.Select(entry => entry with { Value = Of(entry.Value, name) })], source, node.Line, node.Column),
            _ => node,
        };
    }
}
