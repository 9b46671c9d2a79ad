using Twin.Cli.Input.Studies;
using Twin.Cli.Output;
using Twin.Cli.Output.Studies;

namespace Twin.Cli.Commands;

/// <summary>What `twin gather` was asked for.</summary>
/// <param name="Study">The study, as it was given to the sweeps.</param>
/// <param name="OutFolder">Folder of all results.</param>
/// <param name="From">Other folders of the same study, from machines without a disk in common.</param>
/// <param name="Series">Columns of which every run kept the series, as given to the sweeps.</param>
/// <param name="AsJson">Whether the manifest is printed in place of the table.</param>
/// <param name="IsQuiet">Whether only the folder is printed.</param>
internal sealed record GatherRequest(
    ScenarioRequest Study, string OutFolder, IReadOnlyList<string> From, IReadOnlyList<string> Series, bool AsJson, bool IsQuiet);

/// <summary>twin gather: joins what the shares of a study have left into its tables; computes nothing.</summary>
internal sealed class GatherVerb(Services services, Terminal terminal)
{
    private const int MostRanges = 2_000; // letters of a list of ranges that is shown

    /// <summary>Does it.</summary>
    /// <returns>Exit status.</returns>
    public int Execute(GatherRequest request)
    {
        DateTimeOffset started = services.Clock.GetUtcNow();
        int loaded = AskedStudy.Load(services, terminal, request.Study, request.Series, out AskedStudy? read);
        if (read is not { } asked)
        {
            return loaded;
        }

        StudyFolder folder = StudyFolder.Of(request.OutFolder, asked.Study.Name, shard: null);
        try
        {
            if (Gather(asked, [folder, .. request.From.Select(StudyFolder.At)]) is not { } gathered)
            {
                return ExitStatus.InvalidScenario;
            }

            using IDisposable held = StudyLock.Take(folder);
            return Write(request, asked, folder, gathered, started);
        }
        catch (InvalidDataException e)
        {
            terminal.Error.WriteLine($"error: {e.Message}");
            return ExitStatus.FileSystem;
        }
    }

    /// <summary>Reads all journals; null where they do not make the study, after saying why.</summary>
    private GatheredRuns? Gather(AskedStudy asked, IReadOnlyList<StudyFolder> folders)
    {
        var gathered = new GatheredRuns();
        List<string> wrong = [];
        foreach (StudyFolder folder in folders.DistinctBy(folder => folder.Path))
        {
            foreach ((string path, Shard? shard) in folder.Journals().TakeWhile(_ => wrong.Count == 0))
            {
                if (StudyLock.IsHeld(folder.For(shard)))
                {
                    wrong.Add($"error: another process still works on {path}; wait for it");
                    continue;
                }

                JournalContent content = JournalReader.Read(path);
                wrong.AddRange(WhyNot(asked, folder, path, content, gathered));
            }
        }

        if (wrong.Count == 0 && gathered.Of == 0)
        {
            wrong.Add(
                $"error: {folders[0].Path} has no journal of a share; run twin sweep with --shard first, or name folders with --from");
        }

        if (wrong.Count == 0)
        {
            wrong.AddRange(Missing(asked, gathered));
        }

        foreach (string words in wrong)
        {
            terminal.Error.WriteLine(words);
        }

        return wrong.Count == 0 ? gathered : null;
    }

    private static IEnumerable<string> WhyNot(
        AskedStudy asked, StudyFolder folder, string path, JournalContent content, GatheredRuns gathered)
    {
        if (content.Header is not { } header)
        {
            return []; // killed before its first line was whole: it holds nothing
        }

        if (header.StudyId != asked.Identity.Id)
        {
            return
            [
                .. StudyConflict.Changed(folder, header, asked.Identity),
                "    gather the study as it was swept, or sweep it again as it is now, with --force",
            ];
        }

        return gathered.Add(folder, path, content, shard => shard.Runs(asked.Study.Design.Count, asked.RunsOfPoint)) is { } reason
            ? [$"error: {reason}"]
            : [];
    }

    private static IEnumerable<string> Missing(AskedStudy asked, GatheredRuns gathered)
    {
        Study study = asked.Study;
        int count = (int)study.RunCount;
        string missing = gathered.Missing(count);
        if (missing.Length == 0)
        {
            yield break;
        }

        IEnumerable<int> shards = Enumerable.Range(0, count)
            .Where(number => !gathered.Rows.ContainsKey(number))
            .Select(number => Shard.NumberOf(number / asked.RunsOfPoint, study.Design.Count, gathered.Of))
            .Distinct();
        string ranges = missing.Length > MostRanges ? missing[..MostRanges] + " ..." : missing;
        yield return $"error: {Said.Count(count - gathered.Rows.Count)} of {Said.Count(count, "run")} are missing: {ranges}";
        yield return gathered.Of == 1
            ? "    run twin sweep again as before; it goes on"
            : "    run these shares again; they go on: "
                + string.Join(' ', shards.Select(number => $"--shard {new Shard(number, gathered.Of)}"));
    }

    private int Write(GatherRequest request, AskedStudy asked, StudyFolder folder, GatheredRuns gathered, DateTimeOffset started)
    {
        StudyRow[] rows = [.. Enumerable.Range(0, gathered.Rows.Count).Select(number => gathered.Rows[number])];
        if (asked.Study.SeriesColumns.Count > 0)
        {
            BringSeries(asked, folder, gathered);
        }

        var table = new StudyTable(asked.Study, asked.Columns, rows);
        StudyDrawing.Draw(terminal, folder, table);
        StudyResults.Write(folder, asked.Identity, table);
        int failed = rows.Count(row => row.Status == RowStatus.Failed);
        var counts = new SweepCounts("gather", Threads: 1, Computed: 0, Simulated: 0, rows.Length, failed);
        SweepStatusFile.Write(folder, asked.Identity, counts, asked.Study.Files, started, services.Clock.GetUtcNow());
        StudyAnswer.Write(terminal, request.OutFolder, folder, table, request.AsJson, request.IsQuiet);
        return failed > 0 ? ExitStatus.RunsFailed : ExitStatus.Done;
    }

    private static void BringSeries(AskedStudy asked, StudyFolder folder, GatheredRuns gathered)
    {
        Directory.CreateDirectory(folder.SeriesFolder);
        foreach ((int number, (_, StudyFolder from)) in gathered.Shards)
        {
            (int first, int end) = new Shard(number, gathered.Of).Runs(asked.Study.Design.Count, asked.RunsOfPoint);
            for (int run = first; run < end; run++)
            {
                StudyRow row = gathered.Rows[run];
                if (row.Status == RowStatus.Failed || File.Exists(folder.SeriesOf(row.RunId)))
                {
                    continue;
                }

                if (!File.Exists(from.SeriesOf(row.RunId)))
                {
                    throw new InvalidDataException($"{from.SeriesOf(row.RunId)} is missing; run its share again, it goes on");
                }

                string beside = folder.Beside(row.RunId + ".csv");
                File.Copy(from.SeriesOf(row.RunId), beside, overwrite: true);
                File.Move(beside, folder.SeriesOf(row.RunId));
            }
        }

        Disk.FlushFolder(folder.SeriesFolder);
    }
}
