using Twin.Cli.Input;

namespace Twin.Tests.Input;

/// <summary>A folder of scenario files under the temporary path, gone after the test.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    /// <summary>A plant with as little as a scenario can have.</summary>
    public const string Smallest = """
        schema: 1
        name: small
        site: { latitude: 48 deg, longitude: 11 deg, zone: Europe/Berlin }
        time: { start: 2025-01-01T00:00Z, end: 2025-01-02T00:00Z }
        weather: { synthetic: munich }
        halls:
          - name: training
            racks: { server: dgx-b200, count: 4, servers_per_rack: 2 }
            workload: { profile: llm-training }
            air: { loop: chilled, units: 3, size: 80 kW }
        loops:
          - { name: chilled, supply: 20 degC, supply_limit: 27 degC, design_rise: 8 K, design_heat: 200 kW, volume: 3 m3, sinks: [chiller] }
        dry_coolers:
          - { name: roof, units: 2, size: 200 kW }
        chillers:
          - { name: chiller, units: 2, size: 150 kW, condenser: roof }
        grid: { import_limit: 1 MW }

        """;

    private readonly string path = Directory.CreateTempSubdirectory("twin-input-").FullName;

    /// <summary>Full path of the folder.</summary>
    public string Path => path;

    /// <summary>Writes a file, folders on the way included.</summary>
    public ScenarioFolder With(string name, string text)
    {
        string full = System.IO.Path.Combine(path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Reads scenario.yaml as if the user stood in the folder.</summary>
    public ReadResult Read(ReadOptions? options = null, string name = "scenario.yaml") =>
        ScenarioReader.Read(name, (options ?? ReadOptions.None) with { CurrentFolder = path });

    /// <summary>Reads one text as scenario.yaml.</summary>
    public static ReadResult ReadText(string text, ReadOptions? options = null)
    {
        using ScenarioFolder folder = new ScenarioFolder().With("scenario.yaml", text);
        return folder.Read(options);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
