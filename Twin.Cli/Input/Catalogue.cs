namespace Twin.Cli.Input;

/// <summary>What everybody may use without declaring it, read by the same reader as a scenario.</summary>
internal static class Catalogue
{
    /// <summary>A tree with the key "servers".</summary>
    public static Mapping Servers { get; } = Read("servers.yaml");

    /// <summary>A tree with the key "climates".</summary>
    public static Mapping Climates { get; } = Read("climates.yaml");

    /// <summary>All of it in one tree, to lie below every scenario.</summary>
    public static Mapping Whole { get; } = Servers.With([.. Servers.Entries, .. Climates.Entries]);

    /// <summary>Text of a file of the catalogue.</summary>
    public static string Text(string file)
    {
        using Stream stream = typeof(Catalogue).Assembly.GetManifestResourceStream("catalogue/" + file)
            ?? throw new InvalidOperationException($"The catalogue has no {file}."); // a fault of the build, not of a scenario
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Mapping Read(string file)
    {
        var faults = new FaultList();
        var source = new Source("catalogue/" + file, Layer.Catalogue, string.Empty, string.Empty, HasLines: true);
        return YamlTree.Read(Text(file), source, faults) as Mapping
            ?? throw new InvalidOperationException(FaultText.Write(faults.InFileOrder()));
    }
}
