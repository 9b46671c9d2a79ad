using System.Text;
using Twin.Cli.Commands;
using Twin.Cli.Input.Studies;
using Twin.Tests.Output;

namespace Twin.Tests.Sweeps;

/// <summary>Calls sweep and gather as a shell does, in this process, on a study made by hand.</summary>
internal sealed class StudyShell(Study study) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The study that the next call is given.</summary>
    public Study Study { get; set; } = study;

    public string Data { get; private set; } = string.Empty;

    public string Messages { get; private set; } = string.Empty;

    /// <summary>A message at which somebody presses Ctrl-C; null for nobody.</summary>
    public string? StopsAt { get; set; }

    public string StudyFolder => Of("results", "studies", Study.Name);

    public string Of(params string[] parts) => folder.Of(parts);

    public string File(string name) => Path.Combine(StudyFolder, name);

    public string Text(string name) => System.IO.File.ReadAllText(File(name));

    public string[][] Table() => [.. System.IO.File.ReadLines(File("runs.csv")).Select(line => line.Split(','))];

    public string[] Column(string name)
    {
        string[][] table = Table();
        int at = Array.IndexOf(table[0], name);
        Assert.IsGreaterThanOrEqualTo(0, at, $"no column {name} in {string.Join(' ', table[0])}");
        return [.. table.Skip(1).Select(row => row[at])];
    }

    /// <summary>Lines of a journal behind its first.</summary>
    public int JournalRows(string name = "journal.jsonl") => System.IO.File.ReadLines(File(name)).Count() - 1;

    /// <summary>Everything that must not depend on how the study was computed: names and bytes.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (string name in Cli.Output.Studies.StudyFolder.Results.Append(Cli.Output.Studies.StudyFolder.Manifest))
        {
            text.Append(name).Append(' ').Append(Convert.ToHexString(
                System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(File(name))))).Append('\n');
        }

        string[] series = Directory.Exists(File("series")) ? Directory.GetFiles(File("series")) : [];
        foreach (string file in series.Order(StringComparer.Ordinal))
        {
            text.Append(Path.GetFileName(file)).Append(' ').Append(System.IO.File.ReadAllText(file)).Append('\n');
        }

        return text.ToString();
    }

    public int Sweep(params string[] more) => Call(["sweep", "study", "--out", Of("results"), .. more]);

    public int Gather(params string[] more) => Call(["gather", "study", "--out", Of("results"), .. more]);

    public int Call(params string[] args)
    {
        using var data = new StringWriter();
        using var interruption = new Interruption();
        using var messages = new Listener(this, interruption);
        var services = Engine.Services with { LoadStudy = _ => (Study, []) };
        int status = TwinProgram.Run(args, services, new Terminal(data, messages, ErrorIsTerminal: false), interruption);
        Data = data.ToString();
        Messages = messages.ToString();
        return status;
    }

    public void Dispose() => folder.Dispose();

    private sealed class Listener(StudyShell shell, Interruption interruption) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (shell.StopsAt is { } word && value?.Contains(word, StringComparison.Ordinal) == true)
            {
                interruption.Raise(ExitStatus.Interrupted);
            }
        }
    }
}
