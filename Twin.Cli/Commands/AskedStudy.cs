using Twin.Cli.Input;
using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Studies;
using Twin.Core.Results;

namespace Twin.Cli.Commands;

/// <summary>A study that a verb was asked for, with what stands for it on the disk.</summary>
/// <param name="Study">The study.</param>
/// <param name="Identity">What decides its results.</param>
/// <param name="Columns">Numbers kept of each run.</param>
internal sealed record AskedStudy(Study Study, StudyIdentity Identity, IReadOnlyList<StudyOutcome> Columns)
{
    /// <summary>Runs of each point.</summary>
    public int RunsOfPoint => Math.Max(1, Study.Policies.Count);

    /// <summary>Whose a journal of this study is.</summary>
    public JournalHeader Header(Shard? shard) => new(Identity.Id, Identity.Engine, shard, Identity.Inputs);

    /// <summary>Reads a study; what is wrong with it is said.</summary>
    /// <param name="services">Reads it.</param>
    /// <param name="terminal">Where faults go.</param>
    /// <param name="request">Which study.</param>
    /// <param name="series">Columns to keep of every run, in place of those that the study names; may be empty.</param>
    /// <param name="asked">The study.</param>
    /// <returns>Exit status; the study is there if it is <see cref="ExitStatus.Done"/>.</returns>
    public static int Load(
        Services services, Terminal terminal, ScenarioRequest request, IReadOnlyList<string> series, out AskedStudy? asked)
    {
        asked = null;
        (Study? read, IReadOnlyList<Fault> faults) = services.LoadStudy(request);
        if (read is not { } study)
        {
            services.PrintFaults(faults, terminal.Error);
            return ExitStatus.InvalidScenario;
        }

        if (study.RunCount > int.MaxValue)
        {
            terminal.Error.WriteLine(
                $"error: {Said.Count(study.RunCount)} runs are more than a study can have, {Said.Count(int.MaxValue)}");
            return ExitStatus.Usage;
        }

        if (series.Count > 0)
        {
            string[]? known = study.Base.Vary(study.Fixed).Scenario is { } scenario
                ? [.. PlantColumns.Of(scenario.Plant).Columns.Select(column => column.Name)]
                : null; // a base that is no scenario by itself: each run says what it has
            if (known is not null && !KnownWords.AreKnown(series, known, "--series", "column", terminal.Error))
            {
                return ExitStatus.Usage;
            }

            study = study with
            {
                SeriesColumns = series,
                ResolvedText = $"{study.ResolvedText}# --series {string.Join(',', series)}\n",
            };
        }

        asked = new(study, StudyIdentity.Of(study), StudyColumns.Of(study));
        return ExitStatus.Done;
    }
}
