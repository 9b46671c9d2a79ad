namespace Twin.Cli.Output.Studies;

/// <summary>Which lines one text has and another has not.</summary>
internal static class LineDiff
{
    private const int LargestTable = 4_000_000; // beyond it, all lines that differ are shown as taken away and added

    /// <summary>Lists the differences in the order of the texts: "- line" is only in the first, "+ line" only in the second.</summary>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        string[] a = before.Split('\n');
        string[] b = after.Split('\n');
        int head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        a = a[head..^tail];
        b = b[head..^tail];
        return (long)a.Length * b.Length > LargestTable
            ? [.. a.Select(line => "- " + line), .. b.Select(line => "+ " + line)]
            : Walk(a, b, LongestCommon(a, b));
    }

    // common[i][j]: lines that the rests from i and from j have in common, in order.
    private static int[][] LongestCommon(string[] a, string[] b)
    {
        int[][] common = [.. Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1])];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
            {
                common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        return common;
    }

    private static List<string> Walk(string[] a, string[] b, int[][] common)
    {
        List<string> lines = [];
        (int i, int j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (j >= b.Length || i < a.Length && common[i + 1][j] >= common[i][j + 1])
            {
                lines.Add("- " + a[i++]);
            }
            else
            {
                lines.Add("+ " + b[j++]);
            }
        }

        return lines;
    }
}
