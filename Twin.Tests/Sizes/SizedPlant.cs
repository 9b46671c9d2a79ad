using System.Text.Json;
using Twin.Cli.Commands;
using Twin.Tests.Output;

namespace Twin.Tests.Sizes;

/// <summary>A plant whose capacity can be worked out by hand, and the program that is asked for it.</summary>
/// <remarks>
/// A rack has a rating of 10 kW and draws 8 kW whatever it does, but for a ten-thousandth: so the work either runs or does not. Fans, pumps
/// and dry coolers draw next to nothing (1 mPa, 0 W), air of 0 degC takes all heat, and nothing is lost on the way to the racks.
/// Room coolers: 4 of 40 kW. Beyond their rating the inlet is 5 + (5 + 13) x overload above the water of 15 degC; at the limit of 25 degC
/// the overload is 5 / 18, and they carry 160 kW x 23 / 18 = 204.4 kW, with one out 153.3 kW.
/// </remarks>
internal sealed class SizedPlant : IDisposable
{
    /// <summary>The plant, with a connection of 100 kW for 12 racks of 8 kW.</summary>
    public const string Scenario = """
        schema: 1
        name: by_hand
        site: { latitude: 48 deg, longitude: 11 deg, zone: Europe/Berlin }
        time: { start: 2025-01-01T00:00+01:00, end: 2025-01-02T00:00+01:00, step: 60 min, output: 60 min }
        weather: { air_temperature: 0 degC, wet_bulb: 0 degC, ghi: 0 W/m2, wind: 0 m/s }
        servers:
          - { name: steady, rated_power: 10 kW, gpus: 8, idle: 79.992 %, full: 80 %, fans: 0 % }
        halls:
          - name: main
            racks: { server: steady, count: 10, servers_per_rack: 1 }
            workload: { utilisation: 100 % }
            chain: { distribution_loss: 0 %, network: 0 % }
            air: { loop: water, inlet_limit: 25 degC, units: 4, size: 40 kW, pressure: 0.001 Pa, excess: 0 % }
        loops:
          - { name: water, supply: 15 degC, supply_limit: 27 degC, design_rise: 8 K, design_heat: 500 kW, volume: 5 m3, pumps: { head: 0.001 Pa }, sinks: [roof] }
        dry_coolers:
          - { name: roof, units: 1, size: 2 MW, fan_power: 0 W }
        grid: { import_limit: 100 kW }

        """;

    private readonly TemporaryFolder folder = new();

    public SizedPlant(string scenario = Scenario) => Write("scenario.yaml", scenario);

    /// <summary>What the last call wrote as data.</summary>
    public string Data { get; private set; } = string.Empty;

    /// <summary>What the last call said, paths as they are seen from the folder of the plant.</summary>
    public string Messages { get; private set; } = string.Empty;

    public string Of(params string[] parts) => folder.Of(parts);

    /// <summary>Writes a file beside the scenario.</summary>
    public SizedPlant With(string name, string text)
    {
        Write(name, text);
        return this;
    }

    /// <summary>twin size on a file of the folder.</summary>
    public int Size(string file, params string[] more)
    {
        using var data = new StringWriter();
        using var messages = new StringWriter();
        using var interruption = new Interruption();
        var terminal = new Terminal(data, messages, ErrorIsTerminal: false);
        string[] call = ["size", folder.Of(file), "--out", folder.Of("results"), .. more];
        int status = TwinProgram.Run(call, Engine.Services, terminal, interruption);
        Data = data.ToString().ReplaceLineEndings("\n");
        Messages = messages.ToString().ReplaceLineEndings("\n").Replace(folder.Path + "/", string.Empty, StringComparison.Ordinal);
        return status;
    }

    /// <summary>The answer of twin size, which must succeed.</summary>
    public JsonElement Answer(string file, params string[] more)
    {
        Assert.AreEqual(ExitStatus.Done, Size(file, ["--json", .. more]), Messages);
        using var document = JsonDocument.Parse(Data);
        return document.RootElement.Clone();
    }

    /// <summary>Racks of a hall in a part of an answer.</summary>
    public static int Racks(JsonElement search, string hall = "main", string size = "capacity") =>
        search.GetProperty(size).GetProperty("halls").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == hall).GetProperty("racks").GetInt32();

    /// <summary>Limit and case at which a search ended.</summary>
    public static (string? Limit, string? Case) End(JsonElement search) => (
        search.GetProperty("ends_at").GetProperty("limit").GetString(), search.GetProperty("ends_at").GetProperty("case").GetString());

    public void Dispose() => folder.Dispose();

    private void Write(string name, string text) => File.WriteAllText(folder.Of(name), text);
}
