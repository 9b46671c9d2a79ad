namespace Twin.Tests.Documents;

/// <summary>A fenced block of a page.</summary>
/// <param name="Place">page:line, for messages.</param>
/// <param name="Language">First word behind the fence.</param>
/// <param name="File">Second word: the file that the page asks the reader to write; empty for none.</param>
/// <param name="Text">What stands inside, each line ended.</param>
internal sealed record Block(string Place, string Language, string File, string Text);

/// <summary>The pages that people read, and the blocks in them.</summary>
internal static class Page
{
    private const string Fence = "```";

    /// <summary>Folder of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Plant.TestRun.Folder("munich"), "..", ".."));

    /// <summary>All pages, relative to the repository, with '/'.</summary>
    public static IReadOnlyList<string> All()
    {
        IEnumerable<string> files =
        [
            Path.Combine(Root, "README.md"),
            Path.Combine(Root, "CONTRIBUTING.md"),
            .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories),
            .. Directory.GetFiles(Path.Combine(Root, "scenarios"), "README.md", SearchOption.AllDirectories),
        ];
        return [.. files.Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    /// <summary>The blocks of a page in order; a block of another kind or one left open fails the test.</summary>
    public static IReadOnlyList<Block> Blocks(string page)
    {
        List<Block> blocks = [];
        Block? open = null;
        string[] lines = Read(page).ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimStart();
            Assert.IsFalse(line.StartsWith("~~~", StringComparison.Ordinal), $"{page}:{i + 1}: fences are written with {Fence} here.");
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
            {
                bool isIndented = open is null && i > 0 && lines[i - 1].Length == 0 && line.Length > 0
                    && lines[i].Length - line.Length >= 4;
                Assert.IsFalse(isIndented, $"{page}:{i + 1}: a block by indent says not what it is; fence it.");
                open = open is null ? null : open with { Text = open.Text + lines[i] + "\n" };
            }
            else if (open is null)
            {
                string[] words = line[Fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                Assert.IsLessThanOrEqualTo(2, words.Length, $"{page}:{i + 1}: behind a fence stand a language and a file.");
                open = new($"{page}:{i + 1}", words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1) ?? "", "");
            }
            else
            {
                blocks.Add(open);
                open = null;
            }
        }

        Assert.IsNull(open, $"{open?.Place}: the block is never closed.");
        return blocks;
    }
}
