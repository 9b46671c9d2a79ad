using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Twin.Cli.Output.Studies;

namespace Twin.Cli.Commands;

/// <summary>The words of `twin sweep` and `twin gather`.</summary>
internal static class StudyCommands
{
    private const int MostThreads = 1024;

    /// <summary>Two lines for the help of each verb.</summary>
    public static IReadOnlyDictionary<string, string[]> Examples { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["sweep"] =
        [
            "twin sweep scenarios/first_day --set halls.air_hall.racks.count=4,5,6",
            "twin sweep study.yaml --threads 2 --shard 1/8",
        ],
        ["gather"] = ["twin gather study.yaml", "twin gather study.yaml --from machine1/study --from machine2/study"],
    };

    /// <summary>Makes `twin sweep`.</summary>
    public static Command Sweep(Services services, Terminal terminal, Interruption interruption)
    {
        Argument<string> study = StudyArgument();
        var scenario = new ScenarioOptions(terminal.ReadInput);
        Option<string> outFolder = OutFolder();
        var threads = new Option<int>("--threads")
        {
            Description = "Threads that compute; as many as there are processors, if not given.",
            HelpName = "count",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(CheckThreads);
        var shard = new Option<string?>("--shard")
        {
            Description = "Compute one share of the study, such as 1/8; twin gather joins them.",
            HelpName = "i/n",
        };
        shard.Validators.Add(CheckShard);
        Option<string[]> series = Series();
        var yes = new Option<bool>("--yes") { Description = $"Compute more than {Said.Count(Preflight.MostUnconfirmed)} runs." };
        var keepGoing = new Option<bool>("--keep-going") { Description = "Keep a failed run in the table and go on; the default." };
        var failFast = new Option<bool>("--fail-fast") { Description = "End with the first run that fails." };
        var retryFailed = new Option<bool>("--retry-failed") { Description = "Compute failed runs again." };
        var force = new Option<bool>("--force") { Description = "Begin anew, whatever the folder holds." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say how many runs, how long, how much disk; keep nothing." };
        var json = new Option<bool>("--json") { Description = "Print the study's manifest as JSON." };
        Option<bool> quiet = Quiet();
        var command = new Command("sweep", "Compute the runs of a study, or of a scenario with lists of values.") { study, outFolder };
        scenario.AddTo(command);
        foreach (Option option in (Option[])[threads, shard, series, yes, keepGoing, failFast, retryFailed, force, dryRun, json, quiet])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(keepGoing) && result.GetValue(failFast))
            {
                result.AddError("--keep-going and --fail-fast exclude each other.");
            }
        });
        command.SetAction(parsed => new SweepVerb(services, terminal, interruption).Execute(
            new SweepRequest(
                scenario.Read(parsed, parsed.GetRequiredValue(study)),
                parsed.GetRequiredValue(outFolder),
                parsed.GetValue(threads),
                parsed.GetValue(shard) is { } share ? Shard.Parse(share) : null,
                KnownWords.Listed(parsed.GetValue(series) ?? []))
            {
                Yes = parsed.GetValue(yes),
                FailFast = parsed.GetValue(failFast),
                RetryFailed = parsed.GetValue(retryFailed),
                Force = parsed.GetValue(force),
                DryRun = parsed.GetValue(dryRun),
                AsJson = parsed.GetValue(json),
                IsQuiet = parsed.GetValue(quiet),
            }));
        return command;
    }

    /// <summary>Makes `twin gather`.</summary>
    public static Command Gather(Services services, Terminal terminal)
    {
        Argument<string> study = StudyArgument();
        var scenario = new ScenarioOptions(terminal.ReadInput);
        Option<string> outFolder = OutFolder();
        var from = new Option<string[]>("--from")
        {
            Description = "Folder with journals of shares from another machine; may be given several times.",
            HelpName = "folder",
            DefaultValueFactory = _ => [],
        };
        Option<string[]> series = Series();
        var json = new Option<bool>("--json") { Description = "Print the study's manifest as JSON." };
        Option<bool> quiet = Quiet();
        var command = new Command("gather", "Join the shares of a study into its tables.") { study, outFolder };
        scenario.AddTo(command);
        foreach (Option option in (Option[])[from, series, json, quiet])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => new GatherVerb(services, terminal).Execute(new GatherRequest(
            scenario.Read(parsed, parsed.GetRequiredValue(study)),
            parsed.GetRequiredValue(outFolder),
            parsed.GetRequiredValue(from),
            KnownWords.Listed(parsed.GetValue(series) ?? []),
            parsed.GetValue(json),
            parsed.GetValue(quiet))));
        return command;
    }

    private static Argument<string> StudyArgument()
    {
        var study = new Argument<string>("study")
        {
            Description = "A study: its YAML file or folder; or a scenario, with --set path=value,value.",
        };
        study.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value == ScenarioRequest.StandardInput))
            {
                result.AddError("A study is read from its file and not from standard input, so that the same call can go on with it.");
            }
        });
        return study;
    }

    private static Option<string> OutFolder() => new("--out")
    {
        Description = "Folder of all results.",
        HelpName = "folder",
        DefaultValueFactory = _ => "results",
    };

    private static Option<string[]> Series() => new("--series")
    {
        Description = "Columns of which every run keeps its series, with commas between.",
        HelpName = "column,...",
    };

    private static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Print the folder of the study and nothing else." };

    private static void CheckThreads(OptionResult result)
    {
        // By tokens: asking for the value inside a validator throws when the value is no number.
        foreach (string text in result.Tokens.Select(token => token.Value))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                || count is < 1 or > MostThreads)
            {
                result.AddError($"--threads wants a whole number from 1 to {MostThreads}, and got '{text}'.");
            }
        }
    }

    private static void CheckShard(OptionResult result)
    {
        foreach (string text in result.Tokens.Select(token => token.Value).Where(text => Shard.Parse(text) is null))
        {
            result.AddError($"--shard wants i/n with 1 <= i <= n, such as 1/8, and got '{text}'.");
        }
    }
}
