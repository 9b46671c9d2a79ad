using System.Buffers.Binary;
using System.Text;
using Twin.Cli.Commands;
using Twin.Tests.Commands;

namespace Twin.Tests.Output;

/// <summary>Each picture in the repository says what today's program says of its scenario.</summary>
/// <remarks>Words and numbers are compared, not pixels: those may differ between machines.</remarks>
[TestClass]
public class ShippedPictureTests
{
    public static IEnumerable<object[]> Pictures =>
        Directory.GetFiles(Path.Combine(EngineTests.Repository(), "scenarios"), "picture.png", SearchOption.AllDirectories)
            .Where(file => File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "scenario.yaml"))) // those of studies take hundreds of runs
            .Select(file => (Scenario: Path.GetFileName(Path.GetDirectoryName(file)!), File: file))
            .Append(("munich", Path.Combine(EngineTests.Repository(), "docs", "pictures", "munich_river.png")))
            .OrderBy(picture => picture.Item1, StringComparer.Ordinal)
            .Select(picture => new object[] { picture.Item1, picture.Item2 });

    [TestMethod]
    [DynamicData(nameof(Pictures))]
    public void A_shipped_picture_has_the_words_and_numbers_of_a_run_of_today(string scenario, string picture)
    {
        using var folder = new TemporaryFolder();
        using var data = new StringWriter();
        using var messages = new StringWriter();
        using var interruption = new Interruption();
        string[] args = ["run", Path.Combine(EngineTests.Repository(), "scenarios", scenario), "--out", folder.Path, "--quiet"];
        var terminal = new Terminal(data, messages, ErrorIsTerminal: false);
        Assert.AreEqual(ExitStatus.Done, TwinProgram.Run(args, Engine.Services, terminal, interruption), messages.ToString());
        string[] drawn = [.. Directory.GetFiles(Path.Combine(data.ToString().Trim(), "plots")).Select(Words)];
        string shipped = Words(picture);
        string title = shipped.Split('\n')[0];
        Assert.IsTrue(
            drawn.Contains(shipped, StringComparer.Ordinal),
            $"'{title}' is not drawn any more; draw {picture} again and look at it. Titles of today: "
                + string.Join("; ", drawn.Select(words => words.Split('\n')[0])));
    }

    // The description behind the header of a PNG file.
    private static string Words(string file)
    {
        const int chunk = 33;
        byte[] png = File.ReadAllBytes(file);
        Assert.AreEqual("iTXt", Encoding.ASCII.GetString(png, chunk + 4, 4), $"{file} has no words in it: draw it again");
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(chunk));
        string text = Encoding.UTF8.GetString(png, chunk + 8, length);
        return text[(text.LastIndexOf('\0') + 1)..];
    }
}
