namespace Twin.Tests.Documents;

/// <summary>Whatever a page shows in a block is typed, written or read here, in the order of the page.</summary>
[TestClass]
public sealed class DocumentBlockTests
{
    public static IEnumerable<object[]> Pages =>
        Page.All().Where(page => Page.Blocks(page).Count > 0).Select(page => new object[] { page });

    [TestMethod]
    [DynamicData(nameof(Pages))]
    public void Every_block_of_a_page_does_what_the_page_says(string page)
    {
        using var reader = new Reader();
        IReadOnlyList<Block> blocks = Page.Blocks(page);
        for (int i = 0; i < blocks.Count; i++)
        {
            reader.Follow(blocks[i], blocks.ElementAtOrDefault(i + 1));
        }
    }

    [TestMethod]
    public void Every_line_that_is_not_run_stands_on_a_page()
    {
        HashSet<string> lines = [.. Page.All().SelectMany(Page.Blocks).SelectMany(block => block.Text.Split('\n'))];
        CollectionAssert.IsSubsetOf(Reader.NotRun.Keys.ToArray(), lines.ToArray());
    }

    [TestMethod]
    [DataRow("sh", "ls results\n")]
    [DataRow("sh", "dotnet run -c Release --project Twin.Cli -- validate scenarios/first_day | head\n")]
    [DataRow("sh", "dotnet run -c Release --project Twin.Cli -- validate scenarios/second_day\n")]
    [DataRow("sh", "")]
    [DataRow("yaml", "rivr: { temperature: 12 degC }\n")]
    [DataRow("yaml", "schema: 1\nname: bare\n")]
    [DataRow("text", "an output of nothing\n")]
    [DataRow("csv", "time,air\n")]
    [DataRow("json", "{}\n")]
    [DataRow("", "plain\n")]
    public void A_block_that_is_wrong_or_not_understood_fails(string language, string text)
    {
        using var reader = new Reader();
        Assert.ThrowsExactly<AssertFailedException>(() => reader.Follow(new Block("page.md:1", language, string.Empty, text), next: null));
    }

    [TestMethod]
    public void An_output_that_the_command_does_not_print_fails()
    {
        using var reader = new Reader();
        var output = new Block("page.md:5", "text", string.Empty, "first_day: wrong\n");
        const string Line = "dotnet run -c Release --project Twin.Cli -- validate scenarios/first_day\n";
        reader.Follow(new Block("page.md:1", "sh", string.Empty, Line), output);
        Assert.ThrowsExactly<AssertFailedException>(() => reader.Follow(output, next: null));
    }

    [TestMethod]
    public void Words_are_split_as_a_shell_splits_them()
    {
        string[] expected = ["run", "a b", "--set", "x={ file: y, unit: m/s }", ""];
        CollectionAssert.AreEqual(expected, Reader.Words("run  \"a b\" --set x=\"{ file: y, unit: m/s }\" \"\"", "page.md:1").ToArray());
    }
}
