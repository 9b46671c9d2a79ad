using Twin.Cli.Output;

namespace Twin.Tests.Output;

[TestClass]
public class DiskFaultTests
{
    private const int ReadOnlyDisk = 30; // EROFS, as .NET hands it on

    [TestMethod]
    public void A_sentence_says_what_where_and_what_helps_and_keeps_the_words_of_the_system()
    {
        string said = DiskFault.Say(new IOException("Read-only file system : '/data/results'", ReadOnlyDisk));
        Assert.AreEqual(
            "the disk of /data/results can only be read; choose a folder on another disk with --out "
                + "(the system says: Read-only file system : '/data/results')",
            said);
    }

    [TestMethod]
    [DataRow(typeof(DirectoryNotFoundException), "/data/x is not there")]
    [DataRow(typeof(PathTooLongException), "the path /data/x is too long")]
    [DataRow(typeof(UnauthorizedAccessException), "no permission for /data/x")]
    [DataRow(typeof(IOException), "the disk refused /data/x")]
    public void Each_kind_of_refusal_has_its_own_words(Type kind, string begin)
    {
        var cause = (Exception)Activator.CreateInstance(kind, "Something with '/data/x'.")!;
        Assert.StartsWith(begin, DiskFault.Say(cause));
        Assert.EndsWith("(the system says: Something with '/data/x')", DiskFault.Say(cause));
    }

    [TestMethod]
    public void What_the_system_really_says_is_understood()
    {
        using var folder = new TemporaryFolder();
        string taken = folder.Of("taken");
        File.WriteAllText(taken, "a file where a folder should be");
        IOException cause = Assert.ThrowsExactly<IOException>(() => Directory.CreateDirectory(taken));
        Assert.StartsWith($"{taken} is a file, and a folder is wanted there; choose another folder with --out", DiskFault.Say(cause));
        cause = Assert.Throws<IOException>(() => Directory.CreateDirectory(Path.Combine(taken, "below", "it")));
        Assert.StartsWith($"{taken} is a file, and a folder is wanted there", DiskFault.Say(cause));
    }
}
