using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Twin.Cli.Commands.Comparison;
using Twin.Cli.Commands.Sizes;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;

namespace Twin.Cli.Commands;

/// <summary>The program: arguments in, exit status out. Everything it touches is handed to it, so that tests can be the shell.</summary>
internal sealed class TwinProgram
{
    private static readonly Dictionary<string, string[]> Examples = new(LookingVerbs.Examples.Concat(StudyCommands.Examples), StringComparer.Ordinal)
    {
        ["twin"] = ["twin validate scenarios/first_day", "twin run scenarios/first_day"],
        ["run"] = 
        [
            "twin run scenarios/first_day --format csv,parquet --racks",
            "twin run scenarios/munich --set halls.training.racks.count=150 --out results",
        ],
        ["validate"] = ["twin validate scenarios/first_day", "twin validate scenarios/first_day scenarios/munich --json"],
        ["plot"] =
        [
            "twin plot results/first_day/0123456789ab",
            "twin plot results/munich/0123456789ab --what energy_sankey,pue_carpet --format png,svg --out pictures",
        ],
        ["report"] =
        [
            "twin report results/munich/0123456789ab",
            "twin report results/munich/0123456789ab --kind eu,enefg --lang de --out reports/2025",
        ],
        ["size"] = ["twin size scenarios/munich", "twin size scenarios/munich --set \"grid.import_limit=15 MW\" --json"],
        ["compare"] = [.. CompareCommand.Examples],
    };

    private readonly Services services;
    private readonly Terminal terminal;
    private readonly Interruption interruption;

    private TwinProgram(Services services, Terminal terminal, Interruption interruption)
    {
        this.services = services;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /// <summary>Runs the program.</summary>
    /// <returns>Exit status.</returns>
    public static int Run(string[] args, Services services, Terminal terminal, Interruption interruption) =>
        new TwinProgram(services, terminal, interruption).Run(args);

    private static RootCommand NewRoot()
    {
        var root = new RootCommand(
            "A digital twin of a data centre beside a river: what the plant does, hour by hour, with every megawatt accounted for.");
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();

        // Without /? and /h, which are paths in most shells.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        var help = new HelpOption("--help", "-h", "-?");
        help.Action = new HelpWithExamples((HelpAction)help.Action!, Examples);
        root.Options.Add(help);
        SuggestDirective suggest = root.Directives.OfType<SuggestDirective>().Single();
        suggest.Action = new Suggestions.Action((SynchronousCommandLineAction)suggest.Action!, [.. help.Aliases]);
        return root;
    }

    private static string SaveLog(Exception cause)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"twin-error-{Environment.ProcessId}.log");
        string path = Path.Combine(Path.GetTempPath(), name);
        File.WriteAllText(path, cause + "\n");
        return path;
    }

    private int Run(string[] args)
    {
        RootCommand root = NewRoot();
        root.Subcommands.Add(RunCommand());
        root.Subcommands.Add(ValidateCommand());
        root.Subcommands.Add(PlotCommand());
        root.Subcommands.Add(ReportCommand.Of(terminal, interruption));
        root.Subcommands.Add(StudyCommands.Sweep(services, terminal, interruption));
        root.Subcommands.Add(StudyCommands.Gather(services, terminal));
        root.Subcommands.Add(SizeCommand.Of(services, terminal, interruption));
        root.Subcommands.Add(CompareCommand.Of(terminal, interruption));
        LookingVerbs.AddTo(root, terminal);

        // No response files: an argument that begins with @ is a name like any other.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        bool isAnswered = parsed.Action is HelpWithExamples or VersionAction or Suggestions.Action;
        if (!isAnswered && UsageFaults.Of(parsed) is { Count: > 0 } faults)
        {
            foreach (string message in faults)
            {
                terminal.Error.WriteLine(message);
            }

            string verb = parsed.CommandResult.Command is RootCommand ? string.Empty : parsed.CommandResult.Command.Name + " ";
            terminal.Error.WriteLine($"usage: see twin {verb}--help");
            return ExitStatus.Usage;
        }

        // Signals are ours: the library's own handler would end the process while a run still tidies up.
        var invocation = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return Guarded(() => parsed.Invoke(invocation));
    }

    private Command RunCommand()
    {
        var file = new Argument<string>("file") { Description = "A scenario: its folder, its YAML file, or - for standard input." };
        var outFolder = new Option<string>("--out")
        {
            Description = "Folder of all results.",
            HelpName = "folder",
            DefaultValueFactory = _ => "results",
        };
        var force = new Option<bool>("--force") { Description = "Compute again what is already done." };
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the run folder and nothing else." };
        var noPlots = new Option<bool>("--no-plots") { Description = "Draw no plots." };
        var output = new OutputOptions();
        var scenario = new ScenarioOptions(terminal.ReadInput);
        var command = new Command("run", "Compute a scenario into a run folder.") { file, outFolder };
        scenario.AddTo(command);
        output.AddTo(command);
        command.Options.Add(force);
        command.Options.Add(json);
        command.Options.Add(quiet);
        command.Options.Add(noPlots);
        command.SetAction(parsed =>
        {
            var request = new RunRequest(
                scenario.Read(parsed, parsed.GetRequiredValue(file)),
                parsed.GetRequiredValue(outFolder),
                parsed.GetValue(force),
                parsed.GetValue(json),
                parsed.GetValue(quiet),
                parsed.GetValue(noPlots),
                output.Read(parsed));
            using IHost host = NewHost(request.IsQuiet);
            return host.Services.GetRequiredService<RunVerb>().Execute(request, interruption.Token);
        });
        return command;
    }

    private Command ValidateCommand()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Scenarios: their folders or YAML files, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print faults and notes as JSON." };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print faults only." };
        var scenario = new ScenarioOptions(terminal.ReadInput);
        var command = new Command("validate", "Check scenarios and all files they name; run nothing.") { files };
        scenario.AddTo(command);
        command.Options.Add(json);
        command.Options.Add(quiet);
        command.SetAction(parsed =>
        {
            var request = new ValidateRequest(
                parsed.GetRequiredValue(files).Select(path => scenario.Read(parsed, path)).ToList(),
                parsed.GetValue(json),
                parsed.GetValue(quiet));
            using IHost host = NewHost(request.IsQuiet);
            return host.Services.GetRequiredService<ValidateVerb>().Execute(request, interruption.Token);
        });
        return command;
    }

    private Command PlotCommand()
    {
        var folder = new Argument<string>("run") { Description = "Folder of a finished run." };
        var what = new Option<string[]>("--what")
        {
            Description = $"Sheets, with commas between: {string.Join(", ", Sheets.Names)}. All, if not given.",
            HelpName = "name,...",
        };
        what.CompletionSources.Add(context => Suggestions.Listed(context, Sheets.Names));
        var format = new Option<string[]>("--format")
        {
            Description = "Formats, with commas between: png, svg.",
            HelpName = "format,...",
            DefaultValueFactory = _ => [PlotFormat.Png],
        };
        format.CompletionSources.Add(context => Suggestions.Listed(context, PlotFormat.All));
        var outFolder = new Option<string>("--out")
        {
            Description = "Folder of the pictures; plots in the run's folder, if not given.",
            HelpName = "folder",
        };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Print the names of the pictures and nothing else." };
        var command = new Command("plot", "Draw the pictures of a finished run again, from its files.")
        {
            folder, what, format, outFolder, quiet,
        };
        command.SetAction(parsed =>
        {
            var request = new PlotRequest(
                parsed.GetRequiredValue(folder),
                parsed.GetValue(what) is { Length: > 0 } names ? KnownWords.Listed(names) : [.. Sheets.Names],
                KnownWords.Listed(parsed.GetRequiredValue(format)),
                parsed.GetValue(outFolder));
            using IHost host = NewHost(parsed.GetValue(quiet));
            return host.Services.GetRequiredService<PlotVerb>().Execute(request, interruption.Token);
        });
        return command;
    }

    /// <summary>Builds the host inside a verb, so that help and usage errors never wait for it.</summary>
    private IHost NewHost(bool isQuiet)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton(services.Clock);
        builder.Services.AddSingleton(provider => new RunLog(terminal, isQuiet, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RunLog>());
        builder.Logging.SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton(provider => new RunVerb(
            services,
            terminal,
            provider.GetRequiredService<RunLog>(),
            provider.GetRequiredService<ILogger<RunVerb>>(),
            provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(_ => new ValidateVerb(services, terminal));
        builder.Services.AddSingleton(provider => new PlotVerb(terminal, provider.GetRequiredService<ILogger<PlotVerb>>()));
        return builder.Build();
    }

    private int Guarded(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            terminal.Error.WriteLine("stopped; nothing was kept");
            return interruption.ExitStatus;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"error: {DiskFault.Say(e)}");
            return ExitStatus.FileSystem;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            terminal.Error.WriteLine($"error: internal error: {e.Message}; see {SaveLog(e)}");
            return ExitStatus.InternalError;
        }
    }
}
