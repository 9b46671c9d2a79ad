using Twin.Cli.Output;
using Twin.Cli.Output.Studies;

namespace Twin.Cli.Commands;

/// <summary>Says why the runs in a folder are not those of the study asked for, and takes them away where that is wanted.</summary>
internal static class StudyConflict
{
    private const int MostLines = 40;

    /// <summary>What parts the folder from the study; empty where nothing does.</summary>
    /// <param name="folder">The folder, for the share that is asked for.</param>
    /// <param name="shard">That share; null for all.</param>
    /// <param name="identity">The study that is asked for.</param>
    public static IReadOnlyList<string> Of(StudyFolder folder, Shard? shard, StudyIdentity identity)
    {
        IReadOnlyList<(string Path, Shard? Shard)> journals = folder.Journals();
        foreach (JournalHeader? header in journals.Select(journal => JournalReader.ReadHeader(journal.Path))
            .Append(StudyResults.FinishedAs(folder)))
        {
            if (header is not null && header.StudyId != identity.Id)
            {
                return
                [
                    .. Changed(folder, header, identity),
                    "    begin anew with --force, give the study another name, or choose another folder with --out",
                ];
            }
        }

        string? other = journals.Where(journal => journal.Shard?.Of != shard?.Of).Select(journal => journal.Path).FirstOrDefault();
        return other is null ? [] :
        [
            $"error: {Path.GetFileName(other)} in {folder.Path} shares this study out in another way",
            "    go on in the same way, or begin anew with --force, or choose another folder with --out",
        ];
    }

    /// <summary>Lists what differs between the study of a journal and the one that is asked for.</summary>
    public static IEnumerable<string> Changed(StudyFolder folder, JournalHeader there, StudyIdentity identity)
    {
        yield return $"error: {folder.Path} holds runs of another study: it has id {there.StudyId}, this one {identity.Id}";
        if (there.Engine != identity.Engine)
        {
            yield return $"    engine: {there.Engine} there, {identity.Engine} here";
        }

        foreach (string line in Inputs(there.Inputs, identity.Inputs)
            .Concat(Text(folder.File(StudyFolder.StudyText), identity.StudyText, "study"))
            .Concat(Text(folder.File(StudyFolder.BaseText), identity.BaseText, "base scenario")))
        {
            yield return line;
        }

    }

    /// <summary>Takes away what stands in the way of beginning anew; what other processes work on stays.</summary>
    /// <exception cref="RunInWorkException">Another process works on a share.</exception>
    public static void Clear(StudyFolder folder, Shard? shard, StudyIdentity identity)
    {
        StudyResults.Withdraw(folder);
        foreach ((string path, Shard? share) in folder.Journals())
        {
            // A share leaves the other shares of the same study alone: they may have begun anew a moment ago.
            bool isMine = share == shard || shard is null;
            if (isMine || share?.Of != shard!.Of || JournalReader.ReadHeader(path)?.StudyId != identity.Id)
            {
                if (share != shard && StudyLock.IsHeld(folder.For(share)))
                {
                    throw new RunInWorkException($"another process works on {path} right now; wait for it, or stop it");
                }

                File.Delete(path);
            }
        }

        if (shard is null)
        {
            Disk.RemoveFolder(folder.SeriesFolder);
        }
    }

    private static IEnumerable<string> Inputs(IReadOnlyList<ResultFile> there, IReadOnlyList<ResultFile> here)
    {
        Dictionary<string, string> before = there.DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.Sha256);
        Dictionary<string, string> after = here.DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.Sha256);
        foreach (string name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            string? was = before.GetValueOrDefault(name);
            string? now = after.GetValueOrDefault(name);
            if (was is null || now is null)
            {
                yield return $"    input {name}: only {(now is null ? "there" : "here")}";
            }
            else if (was != now)
            {
                yield return $"    input {name}: SHA-256 {was[..12]}... there, {now[..12]}... here";
            }
        }
    }

    private static IEnumerable<string> Text(string path, string here, string what)
    {
        string there = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        IReadOnlyList<string> lines = LineDiff.Of(there, here);
        if (lines.Count == 0)
        {
            yield break;
        }

        yield return $"    {what} (- there, + here):";
        foreach (string line in lines.Take(MostLines))
        {
            yield return "    " + line;
        }

        if (lines.Count > MostLines)
        {
            yield return $"    and {Said.Count(lines.Count - MostLines, "more line")}";
        }
    }
}
