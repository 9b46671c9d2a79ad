using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output;
using Twin.Tests.Output;

namespace Twin.Tests.Documents;

/// <summary>Somebody who follows a page from top to bottom, in a copy of the repository without its sources.</summary>
internal sealed partial class Reader : IDisposable
{
    private const string Program = "dotnet run -c Release --project Twin.Cli -- ";
    private const string RunId = "<run id>";
    private const string ReadersData = "/data/";
    private const int DayS = 86_400;
    private const string InShell = "needs a shell: CompletionTests types it into one";

    private const string OnCluster = "needs Slurm: deploy/slurm/exercise.sh does it on a real one";
    private const string OfMinutes = "hundreds of years of the flagship; ShippedStudyTests reads the study and tries its inputs";

    private static readonly string[] PathOptions = ["--out", "--diff", "--set-file", "--from"];

    private readonly TemporaryFolder folder = new();
    private string printed = string.Empty;
    private string lastRun = string.Empty;

    public Reader()
    {
        // The solution's file marks the folder that the paths of a scenario may not leave.
        File.WriteAllText(folder.Of("IndustrialTwin.sln"), string.Empty);
        string scenarios = Path.Combine(Page.Root, "scenarios");
        foreach (string file in Directory.EnumerateFiles(scenarios, "*", SearchOption.AllDirectories))
        {
            Write(Path.Combine("scenarios", Path.GetRelativePath(scenarios, file)), File.ReadAllText(file));
        }

        // Series that the pages ask the reader to bring: right in form, of no account in value.
        Write("scenarios/munich/eisbach.csv", Hourly("t_water_eisbach_c"));
        Write("scenarios/munich/prices.csv", Hourly("day_ahead_eur_mwh"));
        Write("data/eisbach_2018.csv", Hourly("t_water_eisbach_c"));
        Write("data/prices_2024.csv", Hourly("day_ahead_eur_mwh"));
    }

    /// <summary>Lines that a test cannot run, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotRun { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dotnet build"] = "the tests themselves are built by it",
        ["dotnet test"] = "this test would start itself",
        ["bash .ci/run"] = "builds and starts the tests, this one among them",
        ["dotnet run -c Release --project Twin.Bench -- --filter \"*\" --job short -i"] =
            "measures for many minutes, and only an optimised build on an idle machine",
        ["dotnet run -c Release --project Twin.Bench -- sweep 1000 2"] = "a measurement, with a build of its own",
        ["TWIN_COVERAGE_SEEDS=500 TWIN_COVERAGE_ROWS=16384 dotnet run -c Release --project Twin.Tests -- "
            + "--filter \"FullyQualifiedName~CoverageTests\" --output Detailed"] = "the tests themselves, for many minutes",
        ["TWIN_KILLS=50 dotnet run --project Twin.Tests -- --filter \"FullyQualifiedName~KillTests\""] = "the tests themselves, for minutes",
        ["export STUDY=$PWD/scenarios/studies/hot_river/study.yaml OUT=/shared/results SHARDS=20"] = OnCluster,
        ["job=$(sbatch --parsable --array=1-$SHARDS deploy/slurm/sweep.sbatch)"] = OnCluster,
        ["sbatch --dependency=afterany:$job deploy/slurm/gather.sbatch"] = OnCluster,
        ["sudo bash deploy/slurm/exercise.sh"] = OnCluster,
        ["seq 4 | xargs -P 2 -I{} twin sweep deploy/slurm/exercise --shard {}/4 --threads 1 --yes --quiet --out shared"] = InShell,
        ["twin gather deploy/slurm/exercise --out shared"] = "gathers what the line before it makes",
        [Program + "sweep scenarios/studies/hot_river"] = OfMinutes,
        [Program + "sweep scenarios/studies/heat_pump_tank"] = OfMinutes,
        [Program + "sweep scenarios/studies/ppa_mix"] = OfMinutes,
        [Program + "sweep scenarios/studies/permit_values"] = OfMinutes,
        [Program + "size scenarios/studies/munich_capacity"] = OfMinutes,
        ["dotnet build Twin.Cli -c Release"] = "the tests have their own build",
        ["export PATH=\"$PWD/artifacts/bin/Twin.Cli/release:$PATH\""] = InShell,
        ["twin --version"] = InShell,
        ["source <(twin completion bash)"] = InShell,
    };

    public void Dispose() => folder.Dispose();

    /// <summary>Does what a block asks for; anything that is not understood fails the test.</summary>
    /// <param name="block">The block.</param>
    /// <param name="next">The one after it, which may show the output.</param>
    public void Follow(Block block, Block? next)
    {
        switch (block.Language)
        {
            case "sh":
                bool mayFail = next is { Language: "text" } && next.Text.StartsWith("error ", StringComparison.Ordinal);
                Type(block, mayFail ? ExitStatus.InvalidScenario : ExitStatus.Done);
                break;
            case "text":
                Assert.AreNotEqual(string.Empty, printed, $"{block.Place}: no command stands before this output.");
                Assert.Contains(block.Text, printed, $"{block.Place}: the command before it prints something else.");
                break;
            case "csv":
                Assert.AreNotEqual(string.Empty, block.File, $"{block.Place}: the name of the file is missing behind the fence.");
                Write(block.File, block.Text);
                break;
            case "yaml" when block.Text.StartsWith("size:", StringComparison.Ordinal) && block.File.Length > 0:
                Write(block.File, block.Text); // the command behind it reads it
                break;
            case "yaml":
                ReadScenario(block);
                break;
            default:
                Assert.Fail($"{block.Place}: no test knows what to do with a block of '{block.Language}'.");
                break;
        }
    }

    /// <summary>Splits a line as a shell does, and refuses what only a shell can do.</summary>
    public static IReadOnlyList<string> Words(string line, string place)
    {
        List<string> words = [];
        var word = new StringBuilder();
        bool isQuoted = false;
        bool isWord = false;
        foreach (char c in line)
        {
            Assert.IsFalse("$`'\\!".Contains(c) || (!isQuoted && "|&;<>*?#()".Contains(c)), $"{place}: '{c}' needs a shell: {line}");
            if (c == '"')
            {
                isQuoted = !isQuoted;
                isWord = true;
            }
            else if (c == ' ' && !isQuoted)
            {
                Take();
            }
            else
            {
                word.Append(c);
                isWord = true;
            }
        }

        Assert.IsFalse(isQuoted, $"{place}: a quote is never closed: {line}");
        Take();
        return words;

        void Take()
        {
            if (isWord)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            isWord = false;
        }
    }

    private static string Hourly(string column)
    {
        var text = new StringBuilder("time," + column + "\n");
        var at = new DateTime(2024, 12, 31, 23, 0, 0, DateTimeKind.Utc); // a year of Munich, whose time is an hour ahead
        for (DateTime end = at.AddDays(365); at < end; at = at.AddHours(1))
        {
            text.Append(at.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)).Append(",8\n");
        }

        return text.ToString();
    }

    /// <summary>What makes a long run a day: a year takes seconds and is held by its golden table, here the line must be right.</summary>
    private static string[] Shortened(string path)
    {
        // A run with phases stays whole: a phase after its end would be a fault. What cannot be read fails in the command itself.
        if (ScenarioReader.Read(path, ReadOptions.None).Scenario is not { Phases.Count: 0 } scenario
            || scenario.Clock.EndUnixS - scenario.Clock.StartUnixS <= DayS)
        {
            return [];
        }

        return ["--set", "time.end=" + UtcText.Of(scenario.Clock.StartUnixS + DayS)];
    }

    /// <summary>A file named in a value counts from where the reader stands, and this process stands elsewhere.</summary>
    private string WithFullPath(string word) => NamedFile().Replace(word, match =>
        File.Exists(folder.Of(match.Groups[1].Value.Split('/'))) ? "file: " + folder.Of(match.Groups[1].Value.Split('/')) : match.Value);

    [GeneratedRegex(@"\bfile: (\w[\w./-]*)")]
    private static partial Regex NamedFile();

    private string Write(string name, string text)
    {
        string file = folder.Of(name.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    private void ReadScenario(Block block)
    {
        if (block.Text.StartsWith("study:", StringComparison.Ordinal))
        {
            StudyReadResult study = StudyReader.Read(Write(block.File, block.Text), ReadOptions.None);
            Assert.IsEmpty(study.Faults, $"{block.Place}: {FaultText.Write(study.Faults)}");
            return;
        }

        bool isWhole = block.Text.Split('\n').Any(line => line.StartsWith("schema:", StringComparison.Ordinal));
        string text = isWhole
            ? block.Text
            : "schema: 1\nname: fragment\nextends: ../scenarios/first_day/scenario.yaml\n" + block.Text;
        string file = Write(block.File.Length > 0 ? block.File : "block/scenario.yaml", text);
        ReadResult read = ScenarioReader.Read(file, ReadOptions.None);
        Assert.IsEmpty(read.Faults, $"{block.Place}: {FaultText.Write(read.Faults)}");
    }

    private void Type(Block block, int lastStatus)
    {
        string[] lines = block.Text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.IsNotEmpty(lines, $"{block.Place}: the block is empty.");
        for (int i = 0; i < lines.Length; i++)
        {
            if (NotRun.ContainsKey(lines[i]))
            {
                printed = string.Empty;
                continue;
            }

            Assert.StartsWith(
                Program, lines[i], $"{block.Place}: no test knows how to run this line, and it is not in the list of those not run.");
            int status = Call(Arguments(lines[i][Program.Length..], block.Place));
            Assert.AreEqual(i == lines.Length - 1 ? lastStatus : ExitStatus.Done, status, $"{block.Place}: {lines[i]}\n{printed}");
        }
    }

    private int Call(string[] arguments)
    {
        using var data = new StringWriter();
        using var messages = new StringWriter();
        using var interruption = new Interruption();
        int status = TwinProgram.Run(arguments, Engine.Services, new Terminal(data, messages, ErrorIsTerminal: false), interruption);

        // The page shows paths as they are seen from the reader's folder.
        printed = (data.ToString() + messages).ReplaceLineEndings("\n").Replace(folder.Path + "/", string.Empty, StringComparison.Ordinal);
        lastRun = arguments[0] == "run" && status == ExitStatus.Done
            ? Path.GetFileName(data.ToString().TrimEnd().Split('\n')[^1])
            : lastRun;
        return status;
    }

    private string[] Arguments(string line, string place)
    {
        List<string> words = [.. Words(line, place)];
        bool takesPaths = words[0]
            is "run" or "validate" or "plot" or "report" or "compare" or "show" or "inspect" or "sweep" or "gather" or "size";
        for (int i = 1; i < words.Count; i++)
        {
            bool isPath = takesPaths && words[i][0] != '-' && (words[i - 1][0] != '-' || PathOptions.Contains(words[i - 1]));
            words[i] = (isPath ? folder.Of(words[i].Split('/')) : WithFullPath(words[i]))
                .Replace(RunId, lastRun, StringComparison.Ordinal)
                .Replace(ReadersData, folder.Path + ReadersData, StringComparison.Ordinal);
        }

        if (words[0] is "run" or "sweep" or "gather" or "size" && !words.Contains("--out"))
        {
            words.AddRange(["--out", folder.Of("results")]);
        }

        if (words[0] == "compare" && !words.Contains("--out"))
        {
            words.AddRange(["--out", folder.Of("comparison")]);
        }

        // Pictures cost more than the days they show, and other tests draw them; a page that is about them says `plot`.
        if (words[0] == "run" && !words.Contains("--no-plots"))
        {
            words.Add("--no-plots");
        }

        if (words[0] == "run")
        {
            words.AddRange(Shortened(words[1]));
        }

        return [.. words];
    }
}
