namespace Twin.Cli.Input;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest letters to change, if at most a third of its letters change; null otherwise.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int fewest = int.MaxValue;
        foreach (string candidate in candidates.Order(StringComparer.Ordinal))
        {
            int edits = Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits < fewest && edits * 3 <= Math.Max(name.Length, candidate.Length))
            {
                (nearest, fewest) = (candidate, edits);
            }
        }

        return nearest;
    }

    /// <summary>Letters to insert, drop or replace to get from one text to the other (V. Levenshtein, 1965).</summary>
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
