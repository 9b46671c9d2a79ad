namespace Twin.Tests.Reference;

/// <summary>The code against vectors of the public reference implementations, file by file, row by row, column by column.</summary>
[TestClass]
public sealed class ReferenceTests(TestContext context)
{
    public static IEnumerable<object[]> Files => ReferenceFiles.All.Select(file => new object[] { file.Name });

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Every_row_agrees(string name)
    {
        ReferenceFile file = ReferenceFiles.All.Single(file => file.Name == name);
        ReferenceTable table = Find(name);
        var off = new Deviations();
        try
        {
            file.Compare(table, off);
        }
        catch (ArgumentException fault)
        {
            Assert.Fail($"{table.LastPlace}: the code refuses this row: {fault.Message}");
        }

        off.Finish(table, context);
        if (ReferenceFolders.Chosen is null)
        {
            // Another folder may hold rows that need fewer columns; here a column that nobody reads is a column nobody tests.
            string[] excused = [.. file.NotCompared?.Keys ?? []];
            CollectionAssert.AreEquivalent(excused, table.Unread.ToArray(), $"{name}: columns not looked at");
        }
    }

    [TestMethod]
    public void No_file_lies_there_untested()
    {
        IEnumerable<string> known = ReferenceFiles.All.Select(file => file.Name)
            .Concat(ReferenceFiles.WithTheirReaders);
        if (ReferenceFolders.Chosen is { } folder)
        {
            Assert.IsTrue(Directory.Exists(folder), $"There is no folder {folder}.");
            Assert.IsNotEmpty(ReferenceFolders.FilesIn([folder]).Intersect(known, StringComparer.Ordinal), $"No file of vectors in {folder}.");
        }

        string[] untested = [.. ReferenceFolders.FilesIn(ReferenceFolders.InUse).Except(known, StringComparer.Ordinal)];
        Assert.IsEmpty(untested, $"Files that no test reads: {string.Join(", ", untested)}.");
    }

    private static ReferenceTable Find(string name)
    {
        if (ReferenceFolders.Find(ReferenceFolders.InUseFor(name), name) is { } path)
        {
            return ReferenceTable.At(path);
        }

        if (ReferenceFolders.Chosen is { } folder)
        {
            Assert.Inconclusive($"{name} is not in {folder}: somebody's own rows need not cover every formula.");
        }

        bool isCopied = File.Exists(Path.Combine(ReferenceFolders.Committed, name));
        if (ReferenceFolders.Shared is null && !isCopied)
        {
            Assert.Inconclusive($"{name} is read in place, and the optional folder beside the repository is not here.");
        }

        throw new FileNotFoundException($"No {name} in {string.Join(" or ", ReferenceFolders.InUse)}.");
    }
}
