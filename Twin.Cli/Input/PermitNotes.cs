namespace Twin.Cli.Input;

/// <summary>Says of a permit when one limit makes another of no account, and when it is laxer than the region that it names.</summary>
/// <remarks>Both are allowed: a permit may say what it likes. Both have closed or opened a river without anybody meaning it.</remarks>
internal static class PermitNotes
{
    private static readonly string[] OfRegion = ["river_temperature", "mixed_temperature", "mixed_rise"];

    /// <summary>Notes on a completed scenario without faults.</summary>
    /// <returns>One sentence each; empty where there is nothing to say.</returns>
    public static IReadOnlyList<string> Of(Mapping tree)
    {
        View root = View.Of(tree);
        View permit = root.Section("river").Section("permit");
        View? region = root.Section(Keys.Catalogue.Name).Items("permits").FirstOrDefault(entry => entry.Name == permit.Text("region"));
        return region is null ? [.. Upstream(permit)] : [.. OfRegion.SelectMany(name => Laxer(permit, region, name))];
    }

    private static IEnumerable<string> Upstream(View permit)
    {
        if (permit.Value("mixed_temperature") < permit.Value("river_temperature"))
        {
            string origin = permit.Node("mixed_temperature")!.Source.Layer == Layer.Default ? " (the default)" : string.Empty;
            yield return $"{permit.PathOf("mixed_temperature")}, {permit.Text("mixed_temperature")}{origin}, lies below river_temperature, "
                + $"{permit.Text("river_temperature")}: no heat may be added from the lower one on";
        }
    }

    private static IEnumerable<string> Laxer(View permit, View region, string name)
    {
        bool isUnlimited = permit.Value(name) is null; // "unlimited"
        if (region.Value(name) is { } most && (isUnlimited || permit.Value(name) > most))
        {
            yield return $"{permit.PathOf(name)}, {permit.Text(name)}, is laxer than the {region.Text(name)} of region {region.Name}";
        }
    }
}
