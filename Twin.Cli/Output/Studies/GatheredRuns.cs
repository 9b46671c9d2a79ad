using System.Globalization;
using System.Text;

namespace Twin.Cli.Output.Studies;

/// <summary>The runs of all shares of a study, wherever their journals lie.</summary>
internal sealed class GatheredRuns
{
    private readonly Dictionary<int, (string Journal, StudyFolder Folder)> shards = [];

    /// <summary>The runs by their numbers.</summary>
    public Dictionary<int, StudyRow> Rows { get; } = [];

    /// <summary>In how many shares the study was shared out; 0 before the first journal.</summary>
    public int Of { get; private set; }

    /// <summary>The folders with the share that each holds.</summary>
    public IReadOnlyDictionary<int, (string Journal, StudyFolder Folder)> Shards => shards;

    /// <summary>Adds the runs of a journal that was found to be of the right study.</summary>
    /// <param name="folder">Folder in which it lies.</param>
    /// <param name="journal">Its path.</param>
    /// <param name="content">What it says.</param>
    /// <param name="runs">Runs that its share may hold, from the first to before the end.</param>
    /// <returns>Why it does not fit the others; null if it does.</returns>
    public string? Add(StudyFolder folder, string journal, JournalContent content, Func<Shard, (int First, int End)> runs)
    {
        Shard shard = content.Header!.Shard ?? Shard.Whole;
        if (Of != 0 && Of != shard.Of)
        {
            return $"{journal} is share {shard}, and others are shares of {Of.ToString(CultureInfo.InvariantCulture)}: "
                + "a study is shared out in one way";
        }

        if (shards.TryGetValue(shard.Number, out (string Journal, StudyFolder Folder) other))
        {
            return $"share {shard} is there twice, in {other.Journal} and in {journal}: leave one of them out";
        }

        (int first, int end) = runs(shard);
        foreach (StudyRow row in content.Rows.Values)
        {
            if (row.Number < first || row.Number >= end)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{journal} has run {row.Number}, which is none of share {shard}: runs {first} to {end - 1}");
            }

            Rows.Add(row.Number, row);
        }

        Of = shard.Of;
        shards.Add(shard.Number, (journal, folder));
        return null;
    }

    /// <summary>Numbers that are not there, as ranges such as 3-7, 12; empty if all are.</summary>
    /// <param name="count">Number of runs of the study.</param>
    public string Missing(int count)
    {
        var ranges = new StringBuilder();
        for (int from = 0; from < count; from++)
        {
            if (Rows.ContainsKey(from))
            {
                continue;
            }

            int to = from;
            while (to + 1 < count && !Rows.ContainsKey(to + 1))
            {
                to++;
            }

            ranges.Append(ranges.Length > 0 ? ", " : string.Empty).Append(CultureInfo.InvariantCulture, $"{from}");
            _ = to > from ? ranges.Append(CultureInfo.InvariantCulture, $"-{to}") : ranges;
            from = to;
        }

        return ranges.ToString();
    }
}
