using Microsoft.Extensions.Logging;
using Twin.Cli.Input;
using Twin.Cli.Output;
using Twin.Cli.Output.Plots;
using Twin.Core.Engine;

namespace Twin.Cli.Commands;

/// <summary>What `twin run` was asked for.</summary>
internal sealed record RunRequest(
    ScenarioRequest Scenario, string OutFolder, bool Force, bool AsJson, bool IsQuiet, bool NoPlots, OutputChoice Output);

/// <summary>twin run: computes a scenario into a run folder, or finds that this was done before.</summary>
internal sealed class RunVerb(Services services, Terminal terminal, RunLog log, ILogger<RunVerb> logger, TimeProvider clock)
{
    private readonly List<(string Part, double Seconds)> timings = [];
    private long? reachedUnixS;

    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(RunRequest request, CancellationToken cancel)
    {
        DateTimeOffset started = clock.GetUtcNow();
        LoadOutcome outcome = Timed("load", () => services.Load(request.Scenario));
        if (outcome.Run is not { } run)
        {
            WriteFaults(request, outcome.Faults);
            return ExitStatus.InvalidScenario;
        }

        foreach (string note in outcome.Notes)
        {
            logger.LogInformation("note: {Note}", note);
        }

        string runId = RunId.Of(run.Header.ResolvedText, run.Header.Inputs, EngineVersion.Text);
        var folder = new RunFolder(request.OutFolder, run.Header.Scenario, runId);
        string shown = Path.Combine(request.OutFolder, run.Header.Scenario, runId);
        if (folder.Exists && !request.Force)
        {
            if (!folder.IsWhole())
            {
                logger.LogError("{Folder} is there, but its files are not the ones its manifest names; --force computes them anew", shown);
                return ExitStatus.FileSystem;
            }

            OutputChoice there = OutputChoice.Of(folder.Path);
            string missing = request.Output.Beyond(there);
            if (missing.Length == 0)
            {
                logger.LogInformation("already done");
                if (!request.NoPlots && !Directory.Exists(folder.File(RunFiles.Plots)))
                {
                    DrawPlots(folder.Path, cancel); // an earlier run went without
                }

                WriteResult(request, folder, shown);
                return ExitStatus.Done;
            }

            logger.LogInformation("already done without {Missing}: computing it again, with what it has", missing);
            request = request with
            {
                Force = true,
                NoPlots = request.NoPlots && !Directory.Exists(folder.File(RunFiles.Plots)),
                Output = request.Output.With(there),
            };
        }

        using (StagedRun staged = StagedRun.Begin(folder))
        {
            try
            {
                log.Open(staged.File(RunFiles.Log));
                int failed = Compute(request, run, folder, staged, started, cancel);
                if (failed != ExitStatus.Done)
                {
                    return failed;
                }
            }
            finally
            {
                log.Close();
            }
        }

        WriteResult(request, folder, shown);
        return ExitStatus.Done;
    }

    private int Compute(
        RunRequest request, LoadedRun run, RunFolder folder, StagedRun staged, DateTimeOffset started, CancellationToken cancel)
    {
        try
        {
            logger.LogDebug("run {RunId} of {Scenario}, engine {Engine}", folder.RunId, run.Header.Scenario, EngineVersion.Text);
            LogSeries(run.Header.Series);
            WriteFiles(request, run, staged, cancel);
            if (!request.NoPlots)
            {
                Timed("plots", () => DrawPlots(staged.Path, cancel));
            }

            cancel.ThrowIfCancellationRequested();
            logger.LogDebug("done");
            StatusFiles.WriteStatus(staged.Path, folder.RunId, run.Header.Sources, ExitStatus.Done, started, clock.GetUtcNow(), timings);
            ManifestFile.Write(staged.Path, folder.RunId, EngineVersion.Text, run.Header);
            log.Close();
            staged.Commit(request.Force);
            return ExitStatus.Done;
        }
        catch (BooksOpenException e)
        {
            logger.LogError(e, "simulation failed: {Message}", e.Message);
            return Fail(run, folder, staged, started, ExitStatus.SimulationFailed, "books_open", e);
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            logger.LogError(e, "internal error: {Message}", e.Message);
            return Fail(run, folder, staged, started, ExitStatus.InternalError, "internal_error", e);
        }
    }

    private void WriteFiles(RunRequest request, LoadedRun run, StagedRun staged, CancellationToken cancel)
    {
        Disk.WriteAll(staged.File(RunFiles.Scenario), System.Text.Encoding.UTF8.GetBytes(run.Header.ResolvedText));
        RunOutcome outcome;
        string? Place(bool isWanted, string name) => isWanted ? staged.File(name) : null;
        OutputChoice wanted = request.Output;
        using (var rows = new SeriesFiles(Place(wanted.Csv, RunFiles.TimeSeries), Place(wanted.Parquet, RunFiles.TimeSeriesParquet)))
        using (var racks = new SeriesFiles(
            Place(wanted.Racks && wanted.Csv, RunFiles.Racks), Place(wanted.Racks && wanted.Parquet, RunFiles.RacksParquet)))
        {
            outcome = Timed("simulate", () => Simulate(request, run, rows, wanted.Racks ? racks : null, cancel));
            rows.Finish();
            racks.Finish();
            ResultTables.WriteColumns(staged.Path, rows.Columns, racks.Columns, run.Header.OutputS);
        }

        ResultTables.WriteViolations(staged.Path, outcome.Violations);
        ResultTables.WriteEvents(staged.Path);
        SummaryFile.Write(staged.Path, run.Header, outcome.KeyFigures);
        logger.LogDebug("{Steps} steps, {Violations} episodes at a limit", outcome.Steps, outcome.Violations.Count);
    }

    private void LogSeries(IReadOnlyList<SeriesInUse> series)
    {
        foreach (SeriesInUse used in series)
        {
            logger.LogDebug("{Series}", used.Told);
        }

        foreach (SeriesInUse used in series.DistinctBy(used => used.File).Where(used => used.Series.Table.Sun is not null))
        {
            logger.LogDebug("{File}: the sun stands {Sun}", Path.GetFileName(used.File), used.Series.Table.Sun!.Text);
        }
    }

    private RunOutcome Simulate(RunRequest request, LoadedRun run, SeriesFiles rows, SeriesFiles? racks, CancellationToken cancel)
    {
        ProgressLine? line = terminal.ErrorIsTerminal && !request.IsQuiet ? new ProgressLine(terminal.Error, clock) : null;
        try
        {
            return run.Simulate(
                rows,
                racks,
                progress =>
                {
                    reachedUnixS = progress.AtUnixS;
                    line?.Report(progress);
                },
                cancel);
        }
        finally
        {
            line?.Clear();
        }
    }

    // Plots are derived and can be drawn again. A machine that cannot draw must not lose a year of results for it.
    private bool DrawPlots(string runFolder, CancellationToken cancel)
    {
        string plots = Path.Combine(runFolder, RunFiles.Plots);
        try
        {
            Drawing drawing = Sheets.Draw(runFolder, plots, Sheets.Names, [PlotFormat.Png], cancel);
            foreach ((string name, string reason) in drawing.LeftOut)
            {
                logger.LogDebug("{Sheet} is left out: {Reason}", name, reason);
            }

            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or IOException or UnauthorizedAccessException))
        {
            logger.LogWarning(e, "the run is whole, but its plots could not be drawn: {Message}", e.Message);
            Disk.RemoveFolder(plots);
            return false;
        }
    }

    private int Fail(
        LoadedRun run, RunFolder folder, StagedRun staged, DateTimeOffset started, int exitStatus, string kind, Exception cause)
    {
        log.Close();
        staged.Fail(place =>
        {
            StatusFiles.WriteDiagnostics(place, kind, reachedUnixS, cause);
            StatusFiles.WriteStatus(place, folder.RunId, run.Header.Sources, exitStatus, started, clock.GetUtcNow(), timings);
        });
        terminal.Error.WriteLine($"see {Path.Combine(folder.FailedPath, RunFiles.Log)}");
        return exitStatus;
    }

    private void WriteResult(RunRequest request, RunFolder folder, string shown)
    {
        if (request.AsJson)
        {
            terminal.Out.Write(File.ReadAllText(folder.File(RunFiles.Summary)));
            return;
        }

        if (!request.IsQuiet)
        {
            KeyFigureTable.Write(SummaryFile.Read(folder.Path).KeyFigures, terminal.Out);
        }

        terminal.Out.WriteLine(shown);
    }

    private void WriteFaults(RunRequest request, IReadOnlyList<Fault> faults)
    {
        if (request.AsJson)
        {
            terminal.Out.Write(VerdictJson.Write(request.Scenario.Shown, new LoadOutcome(null, faults)));
        }
        else
        {
            services.PrintFaults(faults, terminal.Error);
        }
    }

    private T Timed<T>(string part, Func<T> work)
    {
        long begin = clock.GetTimestamp();
        T result = work();
        timings.Add((part, clock.GetElapsedTime(begin).TotalSeconds));
        return result;
    }
}
