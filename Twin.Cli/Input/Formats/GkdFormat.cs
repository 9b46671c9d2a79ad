using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Core.Series;

namespace Twin.Cli.Input.Formats;

/// <summary>Gauges of the Bavarian water service: lines of keys, semicolons, decimal commas, MEZ all year.</summary>
/// <remarks>Source: the files of www.gkd.bayern.de themselves, "Download Einzelwerte".</remarks>
internal sealed partial class GkdFormat : IFormat
{
    private const char Semicolon = ';';
    private const string State = "Prüfstatus";

    private static readonly Dictionary<string, Measurand> Known = new(StringComparer.Ordinal)
    {
        ["Wassertemperatur"] = Measurand.WaterTemperature,
        ["Wasserstand"] = Measurand.WaterLevel,
        ["Abfluss"] = Measurand.Discharge,
        ["Lufttemperatur"] = Measurand.AirTemperature,
    };

    /// <inheritdoc/>
    public string Name => "gkd";

    /// <inheritdoc/>
    public string Title => "gauge of GKD Bayern";

    /// <inheritdoc/>
    public bool Recognises(IReadOnlyList<string> head) =>
        head[0].StartsWith("Quelle:;", StringComparison.Ordinal) && HeaderLine(head) > 0;

    /// <inheritdoc/>
    public FileTable? Read(TextSource source, FileWishes wishes, FileFaults faults)
    {
        int header = HeaderLine(source.Head);
        if (header < 0)
        {
            faults.AtLine(
                "IT0309", "not a file of GKD", 1, 1, source.Head[0],
                "lines of keys such as Zeitbezug:;MEZ, then a header that begins with Datum;");
            return null;
        }

        string stated = Key(source.Head, "Zeitbezug:") ?? "nothing";
        string? usual = stated switch { "MEZ" => "+01:00", "UTC" => "UTC", _ => null };
        if (usual is null && wishes.Zone is null)
        {
            faults.AtFile("IT0305", "unknown zone", $"Zeitbezug: {stated}", "MEZ or UTC, or a \"zone\" in the scenario");
            return null;
        }

        if (NamedTime.Of(wishes, usual ?? "UTC", $"Zeitbezug {stated}, without summer time", faults) is not { } time)
        {
            return null;
        }

        using var cells = new SeparatedRows(source, header + 1, hasHeader: true, Semicolon);
        var rows = new TableRows(source, cells, faults);
        int state = cells.Headers.ToList().IndexOf(State);
        ColumnPlan[] plans = [.. cells.Headers.Select(Plan).OfType<ColumnPlan>()];
        IReadOnlyList<FileColumn> columns = rows.Read(
            cells.Headers.Count, mayHaveMore: false, (IRows row, out long unixS) => time.TryField(rows, row, 0, out unixS), plans, state);
        return new FileTable(this, source)
        {
            StampsUnixS = rows.StampsUnixS,
            Lines = rows.Lines,
            Separator = cells.Separator,
            Columns = columns,
            ZoneText = time.Text,
            StampText = "the instant of its values",
            RowStates = rows.Words,
            IntervalS = FileTable.IntervalOf(rows.StampsUnixS),
            Notes = Notes(source.Head, rows.Words ?? []),
        };
    }

    private static ColumnPlan? Plan(string header, int field)
    {
        Match match = NameAndUnit().Match(header);
        if (!match.Success)
        {
            return null;
        }

        string name = match.Groups[1].Value;
        string unit = match.Groups[2].Value.Replace('³', '3').Replace("°C", "degC", StringComparison.Ordinal);
        return new(field, name, Known.GetValueOrDefault(name), unit)
        {
            Mark = (byte)',',
            MissingWord = "-",
            Between = Between.Linear,
        };
    }

    private static int HeaderLine(IReadOnlyList<string> head) =>
        head.ToList().FindIndex(static line => line.StartsWith("Datum;", StringComparison.Ordinal));

    private static string? Key(IReadOnlyList<string> head, string key) => head
        .FirstOrDefault(line => line.StartsWith(key + Semicolon, StringComparison.Ordinal))?[(key.Length + 1)..].Trim('"', ' ');

    private static List<string> Notes(IReadOnlyList<string> head, List<string> states)
    {
        List<string> notes = [$"gauge: {Key(head, "Messstellen-Name:")} {Key(head, "Messstellen-Nr.:")}, {Key(head, "Gewässer:")}"];
        string[] counts =
        [
            .. states.GroupBy(static state => state, StringComparer.Ordinal)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count():N0} {group.Key}")),
        ];
        return counts.Length == 0 ? notes : [.. notes, $"state of the rows: {string.Join(", ", counts)}"];
    }

    [GeneratedRegex(@"^(.*\S)\s*\[(.+)\]$")]
    private static partial Regex NameAndUnit();
}
