using System.Globalization;
using System.Runtime.CompilerServices;

namespace Twin.Tests.Reference;

/// <summary>How far the code is off in one column, at the row where it is worst.</summary>
/// <param name="What">Column, or what was compared where no column says it.</param>
/// <param name="Numbers">How many numbers were compared.</param>
/// <param name="Off">Deviation in the unit of the column.</param>
/// <param name="Allowed">Tolerance there.</param>
/// <param name="Share">Deviation over tolerance.</param>
/// <param name="Place">File and line.</param>
internal sealed record Worst(string What, int Numbers, double Off, double Allowed, double Share, string Place);

/// <summary>Collects how far the code is off, column by column, and every row that is too far.</summary>
internal sealed class Deviations
{
    private readonly Dictionary<string, Worst> worst = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    /// <summary>Rows that are off, with place, found, expected and tolerance.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>The worst of each column, in the order of comparison.</summary>
    public IReadOnlyCollection<Worst> Columns => this.worst.Values;

    /// <summary>Compares a number with a column; the larger of the absolute and the relative tolerance counts.</summary>
    public void Column(ReferenceRow row, string column, double found, double absolute = 0.0, double relative = 0.0) =>
        Check(row, row.Number(column), found, absolute, relative, column);

    /// <summary>Compares two numbers; the larger of the absolute and the relative tolerance counts.</summary>
    public void Check(
        ReferenceRow row,
        double expected,
        double found,
        double absolute = 0.0,
        double relative = 0.0,
        [CallerArgumentExpression(nameof(found))] string what = "")
    {
        double allowed = Math.Max(absolute, relative * Math.Abs(expected));
        double off = Math.Abs(found - expected);
        // Equal numbers pass at any tolerance, so that an expected zero needs no absolute one; NaN passes never.
        double share = off == 0.0 ? 0.0 : off / allowed;
        if (!(share <= 1.0))
        {
            faults.Add(string.Create(
                CultureInfo.InvariantCulture, $"{row.Place}: {what}: found {found:R}, expected {expected:R} within {allowed:G3}"));
        }

        Worst before = this.worst.GetValueOrDefault(what) ?? new(what, 0, 0.0, allowed, 0.0, row.Place);
        // While nothing is off, the widest tolerance is told, and not that of a row that happens to expect a zero.
        double told = before.Share == 0.0 ? Math.Max(before.Allowed, allowed) : before.Allowed;
        this.worst[what] = share <= before.Share
            ? before with { Numbers = before.Numbers + 1, Allowed = told }
            : new(what, before.Numbers + 1, off, allowed, share, row.Place);
    }

    /// <summary>Notes a row that a comparison of numbers cannot express.</summary>
    public void Expect(ReferenceRow row, bool holds, string what)
    {
        if (!holds)
        {
            faults.Add($"{row.Place}: {what}");
        }
    }

    /// <summary>Tells the worst of each column and fails with the rows that are off.</summary>
    /// <remarks>
    /// A passing test prints nothing in a plain `dotnet test`, so each leaves a small file whose name says how many rows were compared
    /// and how far off the worst was: the runner lists these names at its end. `dotnet test --output Detailed` shows the inside too.
    /// </remarks>
    public void Finish(ReferenceTable table, TestContext context)
    {
        context.WriteLine($"{table.Name}: {table.Rows.Count} rows");
        foreach (string line in Lines())
        {
            context.WriteLine(line);
        }

        LeaveFile(table, context);
        Assert.IsEmpty(faults, $"{faults.Count} deviations:\n{string.Join('\n', faults.Take(25))}");
    }

    /// <summary>The worst of each column, a line each.</summary>
    public IEnumerable<string> Lines() => this.worst.Values.Select(worst => string.Create(
        CultureInfo.InvariantCulture,
        $"  {worst.What}: {worst.Numbers} numbers, worst {worst.Off:G3} of {worst.Allowed:G3} ({worst.Share:P1}), {worst.Place}"));

    // The worst number of all as a name; deviations are in the unit of the column.
    private string Summary(ReferenceTable table)
    {
        Worst? worst = this.worst.Values.MaxBy(column => double.IsNaN(column.Share) ? double.PositiveInfinity : column.Share);
        string rows = string.Create(CultureInfo.InvariantCulture, $"{table.Name} {table.Rows.Count} rows");
        return worst is null || worst.Off == 0.0
            ? rows + ", all exact"
            : string.Create(CultureInfo.InvariantCulture, $"{rows}, worst {worst.What} {worst.Off:G2} of {worst.Allowed:G2}");
    }

    private void LeaveFile(ReferenceTable table, TestContext context)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "deviations", table.Name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true); // the name below holds numbers, which change
        }

        Directory.CreateDirectory(folder);
        string name = string.Concat(Summary(table).Select(c => Path.GetInvalidFileNameChars().Contains(c) ? '_' : c));
        string file = Path.Combine(folder, name + ".txt");
        File.WriteAllLines(file, Lines());
        context.AddResultFile(file);
    }
}
