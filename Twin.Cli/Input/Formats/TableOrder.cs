using System.Globalization;

namespace Twin.Cli.Input.Formats;

/// <summary>Whether the stamps of a table rise from row to row.</summary>
internal static class TableOrder
{
    /// <summary>Tells every stamp that comes twice or goes back.</summary>
    public static void Check(FileTable table, FileFaults faults)
    {
        foreach ((int row, long backS) in Back(table))
        {
            if (faults.CountsOnly("IT0306"))
            {
                continue;
            }

            string title = backS == 0 ? "duplicate time stamp" : "time goes back";
            string what = backS == 0 ? "that of the row before once more"
                : $"{backS.ToString(CultureInfo.InvariantCulture)} s before that of the row before";
            faults.AtLine(
                "IT0306", title, table.Lines[row], table.Source.CharacterOf(table.Lines[row], 0, table.Separator),
                $"{Stamp(table.PlacedUnixS[row])}, {what}", "stamps that rise from row to row, none twice");
        }
    }

    /// <summary>Rows whose stamp is not after that of the row before, and by how much it goes back [s].</summary>
    public static IEnumerable<(int Row, long BackS)> Back(FileTable table)
    {
        long[] stamps = table.PlacedUnixS;
        for (int i = 1; i < stamps.Length; i++)
        {
            if (stamps[i] <= stamps[i - 1])
            {
                yield return (i, stamps[i - 1] - stamps[i]);
            }
        }
    }

    /// <summary>An instant for messages.</summary>
    public static string Stamp(long unixS) =>
        DateTimeOffset.FromUnixTimeSeconds(unixS).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
