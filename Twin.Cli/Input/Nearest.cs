namespace Twin.Cli.Input;

/// <summary>Finds the known name that somebody probably meant.</summary>
internal static class Nearest
{
    private const int LongestName = 60; // beyond, it is no slip of the finger, and the table grows with the square

    private static readonly char[] Joints = ['_', '-', '/', '.'];

    /// <summary>
    /// The known name with the fewest slips, ties to the first in ordinal order; else the only one of which the word is a part, as Paris is
    /// of Europe/Paris; else null.
    /// </summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    public static string? Of(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > LongestName)
        {
            return null;
        }

        string[] all = [.. known];
        int most = Math.Max(1, name.Length / 3);
        return all
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= most && candidate.Length <= LongestName)
            .Select(candidate => (Name: candidate, Slips: Slips(name, candidate)))
            .Where(candidate => candidate.Slips <= most)
            .OrderBy(candidate => candidate.Slips)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault() ?? OnlyWithPart(name, all);
    }

    private static string? OnlyWithPart(string name, string[] known)
    {
        string[] with = [.. known.Where(candidate => candidate.Split(Joints).Contains(name, StringComparer.OrdinalIgnoreCase)).Distinct()];
        return with.Length == 1 ? with[0] : null;
    }

    /// <summary>Letters added, dropped, changed or swapped with a neighbour between two words; letter case is forgiven.</summary>
    /// <remarks>Source: F. J. Damerau, Comm. ACM 7 (1964) 171, in the restricted form (no edit inside a swapped pair).</remarks>
    public static int Slips(string a, string b)
    {
        int[][] d = [.. Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1])];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i][j] = i + j;
                    continue;
                }

                int change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                d[i][j] = Math.Min(Math.Min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i][j] = Math.Min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }

        return d[a.Length][b.Length];
    }
}
