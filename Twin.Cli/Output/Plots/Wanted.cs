namespace Twin.Cli.Output.Plots;

/// <summary>A column that a sheet needs, and what of it beside totals, points and bars.</summary>
/// <param name="Pattern">Name of the column; a star stands for the name of a machine.</param>
internal sealed record Wanted(string Pattern)
{
    /// <summary>Whether its sums by hour of the day are needed.</summary>
    public bool ByHour { get; init; }

    /// <summary>Whether its values are needed in the order of their size.</summary>
    public bool Sorted { get; init; }

    /// <summary>Column that must be above zero for a value to count; null if all count. It has to be wanted itself.</summary>
    public string? Where { get; init; }

    /// <summary>Name under which the series is found: that of the recorded column, and the condition if there is one.</summary>
    public string Key(string column) => Where is null ? column : $"{column} where {Where}";

    /// <summary>Columns of which nothing special is needed.</summary>
    public static IEnumerable<Wanted> Plain(params IEnumerable<string> patterns) => patterns.Select(pattern => new Wanted(pattern));

    /// <summary>Whether a column of this name is meant.</summary>
    public bool Means(string name) => IsLike(name, Pattern);

    /// <summary>Whether a name fits a pattern. A machine's name has no dot in it, so a star ends at the next one.</summary>
    public static bool IsLike(string name, string pattern)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return name == pattern;
        }

        ReadOnlySpan<char> tail = pattern.AsSpan(star + 1);
        return name.Length > star + tail.Length
            && name.AsSpan().StartsWith(pattern.AsSpan(0, star), StringComparison.Ordinal)
            && name.AsSpan().EndsWith(tail, StringComparison.Ordinal)
            && !name.AsSpan(star, name.Length - star - tail.Length).Contains('.');
    }
}
