using Twin.Cli.Input.Studies;
using Twin.Cli.Output.Studies;

namespace Twin.Cli.Commands;

/// <summary>What `twin sweep` was asked for.</summary>
/// <param name="Study">A study, or a scenario with lists of values.</param>
/// <param name="OutFolder">Folder of all results.</param>
/// <param name="Threads">Threads that compute.</param>
/// <param name="Shard">Share to compute; null for all.</param>
/// <param name="Series">Columns of which every run keeps the series.</param>
internal sealed record SweepRequest(
    ScenarioRequest Study, string OutFolder, int Threads, Shard? Shard, IReadOnlyList<string> Series)
{
    /// <summary>Whether more runs than usual are wanted.</summary>
    public bool Yes { get; init; }

    /// <summary>Whether the first failed run ends the sweep.</summary>
    public bool FailFast { get; init; }

    /// <summary>Whether failed runs are computed again.</summary>
    public bool RetryFailed { get; init; }

    /// <summary>Whether to begin anew.</summary>
    public bool Force { get; init; }

    /// <summary>Whether only the preflight is wanted.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether the manifest is printed in place of the table.</summary>
    public bool AsJson { get; init; }

    /// <summary>Whether only the folder is printed.</summary>
    public bool IsQuiet { get; init; }
}

/// <summary>twin sweep: computes the runs of a study, goes on where an earlier call was stopped, and writes its tables.</summary>
internal sealed class SweepVerb(Services services, Terminal terminal, Interruption interruption)
{
    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(SweepRequest request)
    {
        int loaded = AskedStudy.Load(services, terminal, request.Study, request.Series, out AskedStudy? read);
        if (read is not { } asked)
        {
            return loaded;
        }

        StudyFolder folder = StudyFolder.Of(request.OutFolder, asked.Study.Name, request.Shard);
        (int first, int end) = (request.Shard ?? Shard.Whole).Runs(asked.Study.Design.Count, asked.RunsOfPoint);
        var preflight = new Preflight(asked, request.Threads);
        bool isTooMuch = end - first > Preflight.MostUnconfirmed && !request.Yes;
        try
        {
            if (request.DryRun || isTooMuch)
            {
                return Look(request, asked, folder, preflight, (first, end), isTooMuch);
            }

            using IDisposable held = StudyLock.Take(folder);
            return Work(request, asked, folder, preflight, (first, end));
        }
        catch (InvalidDataException e)
        {
            terminal.Error.WriteLine($"error: {e.Message}");
            return ExitStatus.FileSystem;
        }
    }

    // Leaves nothing behind: the runs that it times are not kept.
    private int Look(
        SweepRequest request, AskedStudy asked, StudyFolder folder, Preflight preflight, (int First, int End) share, bool isTooMuch)
    {
        if (!request.Force && Refuses(request, folder, asked))
        {
            return ExitStatus.FileSystem;
        }

        JournalContent found = request.Force ? new(null, [], 0) : JournalReader.Read(folder.Journal);
        int[] pending = Pending(request, asked, folder, found, share);
        terminal.Error.WriteLine(preflight.Counts(request.Shard, share.End - share.First, pending.Length));
        if (pending.Length > 0)
        {
            var runner = new StudyRunner(asked.Study, asked.Columns, keeps: null);
            double seconds = 0.0;
            int timed = 0;
            foreach (int number in pending.Take(Preflight.Timed))
            {
                long begun = services.Clock.GetTimestamp();
                runner.Run(number, interruption.Token);
                seconds = services.Clock.GetElapsedTime(begun).TotalSeconds;
                timed++;
            }

            terminal.Error.WriteLine(preflight.Estimate(seconds, timed, areKept: false, pending.Length));
        }

        if (isTooMuch)
        {
            terminal.Error.WriteLine(
                $"these are more than {Said.Count(Preflight.MostUnconfirmed)} runs; --yes computes them all the same");
        }

        return isTooMuch ? ExitStatus.Usage : ExitStatus.Done;
    }

    private int Work(SweepRequest request, AskedStudy asked, StudyFolder folder, Preflight preflight, (int First, int End) share)
    {
        DateTimeOffset started = services.Clock.GetUtcNow();
        if (request.Force)
        {
            StudyConflict.Clear(folder, request.Shard, asked.Identity);
        }
        else if (Refuses(request, folder, asked))
        {
            return ExitStatus.FileSystem;
        }

        JournalContent found = JournalReader.Read(folder.Journal);
        int[] pending = Pending(request, asked, folder, found, share);
        int simulated = 0;
        bool isDone = pending.Length == 0 && (request.Shard is not null || StudyResults.IsFinished(folder, asked.Identity));
        if (isDone)
        {
            Say(request, "already done");
        }
        else
        {
            Say(request, preflight.Counts(request.Shard, share.End - share.First, pending.Length));
            int stopped = Compute(request, asked, folder, preflight, found, pending, out simulated);
            if (stopped != ExitStatus.Done)
            {
                return stopped;
            }
        }

        StudyRow[] rows = [.. Enumerable.Range(share.First, share.End - share.First).Select(number => found.Rows[number])];
        var table = new StudyTable(asked.Study, asked.Columns, rows);
        int failed = rows.Count(row => row.Status == RowStatus.Failed);
        if (!isDone && request.Shard is null)
        {
            StudyResults.Write(folder, asked.Identity, table);
        }

        if (!isDone)
        {
            var counts = new SweepCounts("sweep", request.Threads, pending.Length, simulated, rows.Length - pending.Length, failed);
            SweepStatusFile.Write(folder, asked.Identity, counts, asked.Study.Files, started, services.Clock.GetUtcNow());
        }

        StudyAnswer.Write(terminal, request.OutFolder, folder, request.Shard is null ? table : null, request.AsJson, request.IsQuiet);
        return failed > 0 ? ExitStatus.RunsFailed : ExitStatus.Done;
    }

    /// <summary>Computes what is missing and adds it to what was found.</summary>
    private int Compute(
        SweepRequest request, AskedStudy asked, StudyFolder folder, Preflight preflight, JournalContent found, int[] pending,
        out int simulated)
    {
        simulated = 0;
        if (pending.Length > 0)
        {
            StudyResults.Withdraw(folder);
        }

        StudyResults.WriteTexts(folder, asked.Identity);
        var runner = new StudyRunner(asked.Study, asked.Columns, folder);
        foreach (StudyRow row in found.Rows.Values.Where(row => HasItsSeries(asked.Study, folder, row)))
        {
            runner.Know(row);
        }

        using StudyJournal journal = StudyJournal.Open(folder.Journal, found, asked.Header(request.Shard));
        ProgressLine? line = terminal.ErrorIsTerminal && !request.IsQuiet ? new ProgressLine(terminal.Error, services.Clock) : null;
        using var work = new SweepWork(runner, journal, found.Rows, pending, line, request.FailFast);
        try
        {
            double seconds = work.TimeFirst(Preflight.Timed, services.Clock, interruption.Token);
            if (work.Done < pending.Length)
            {
                Say(request, preflight.Estimate(seconds, work.Done, areKept: true, pending.Length - work.Done));
            }

            work.Rest(request.Threads, interruption.Token);
            simulated = runner.Simulated;
            return ExitStatus.Done;
        }
        catch (OperationCanceledException) when (work.FirstFailure is not null || interruption.Token.IsCancellationRequested)
        {
            line?.Clear();
            terminal.Error.WriteLine(work.FirstFailure is { } failure
                ? $"run {failure.Number} failed: {failure.Error}"
                : "stopped");
            terminal.Error.WriteLine(
                $"{Said.Count(work.Done)} of {Said.Count(pending.Length, "run")} computed, all of them kept; the same command goes on");
            return work.FirstFailure is null ? interruption.ExitStatus : ExitStatus.RunsFailed;
        }
        finally
        {
            line?.Clear();
        }
    }

    private bool Refuses(SweepRequest request, StudyFolder folder, AskedStudy asked)
    {
        IReadOnlyList<string> conflict = StudyConflict.Of(folder, request.Shard, asked.Identity);
        foreach (string words in conflict)
        {
            terminal.Error.WriteLine(words);
        }

        return conflict.Count > 0;
    }

    private static int[] Pending(
        SweepRequest request, AskedStudy asked, StudyFolder folder, JournalContent found, (int First, int End) share) =>
        [.. Enumerable.Range(share.First, share.End - share.First).Where(number =>
            !found.Rows.TryGetValue(number, out StudyRow? row)
            || row.Status == RowStatus.Failed && request.RetryFailed
            || !HasItsSeries(asked.Study, folder, row))];

    private static bool HasItsSeries(Study study, StudyFolder folder, StudyRow row) =>
        study.SeriesColumns.Count == 0 || row.Status == RowStatus.Failed || File.Exists(folder.SeriesOf(row.RunId));

    private void Say(SweepRequest request, string words)
    {
        if (!request.IsQuiet)
        {
            terminal.Error.WriteLine(words);
        }
    }
}
