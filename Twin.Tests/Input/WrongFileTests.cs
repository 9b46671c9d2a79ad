using System.IO.Compression;
using System.Text;
using Twin.Cli.Commands;
using Twin.Cli.Input;
using Twin.Tests.Commands;
using Twin.Tests.Output;

namespace Twin.Tests.Input;

/// <summary>Files that nobody can use, and what is said about them, letter by letter: file, line, column, and how to mend it.</summary>
[TestClass]
public sealed class WrongFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static IEnumerable<object[]> Files =>
    [
        [
            "binary", new byte[] { (byte)'t', 10, 200, 0, 1 }, """
            error IT0309 not a text file
            data.csv:2:2
                found     a zero byte, as only binary files have
                expected  a text file in UTF-8 or ISO 8859-1
            """,
        ],
        [
            "spreadsheet", new byte[] { (byte)'P', (byte)'K', 3, 4, 20 }, """
            error IT0309 not a text file
            data.csv
                found     data.csv: a zip archive, as .zip and .xlsx files are
                expected  the text file inside it; a spreadsheet saved as CSV in UTF-8
            """,
        ],
        [
            "empty", Array.Empty<byte>(), """
            error IT0309 empty file
            data.csv:1:1
                found     no bytes at all
                expected  a header line and rows below it
            """,
        ],
        [
            "gzip of nothing", Packed(""), """
            error IT0309 empty file
            data.csv:1:1
                found     a gzip file with nothing in it
                expected  a header line and rows below it
            """,
        ],
        [
            "gzip without the end of its trailer", Packed("time,x\n2025-01-01T00:00Z,1\n2025-01-01T01:00Z,2\n")[..^1], """
            error IT0309 gzip ends early
            data.csv:4:1
                found     nothing behind 47 bytes of text, whose check sum is not what the file ends with
                expected  the whole gzip file, fetched or copied once more; or the plain text
            """,
        ],
        [
            "gzip cut in its header", new byte[] { 0x1F, 0x8B, 8, 0 }, """
            error IT0309 gzip ends early
            data.csv:1:1
                found     nothing behind 0 bytes of text, whose check sum is not what the file ends with
                expected  the whole gzip file, fetched or copied once more; or the plain text
            """,
        ],
        [
            "gzip of other bytes", new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 1, 2, 3, 4, 5, 6, 7, 8 }, """
            error IT0309 gzip is broken
            data.csv:1:1
                found     a block that cannot be unpacked or has a wrong check sum, behind 0 bytes of text
                expected  the whole gzip file, fetched or copied once more; or the plain text
            """,
        ],
        [
            "blank", Text("\n \n"), """
            error IT0309 empty file
            data.csv:1:1
                found     nothing but blank lines
                expected  a header line and rows below it
            """,
        ],
        [
            "header only", Text("time,x\n"), """
            error IT0308 no rows
            data.csv:2:1
                found     a header and no row below it
                expected  at least two rows of data
            """,
        ],
        [
            "ragged", Text("time,x\n2025-01-01T00:00Z,1\n2025-01-01T01:00Z\n2025-01-01T02:00Z,1,5\n"), """
            error IT0311 ragged row
            data.csv:3:18
                found     1 field
                expected  2 fields, as in the header
            error IT0311 ragged row
            data.csv:4:21
                found     3 fields
                expected  2 fields, as in the header; a decimal comma cuts a number in two: write a point
            """,
        ],
        [
            "decimal comma", Text("time;x\n2025-01-01T00:00Z;1,5\n2025-01-01T01:00Z;2.5\n"), """
            error IT0303 decimal comma
            data.csv:2:19
                found     1,5
                expected  a decimal point, as in 12.5, or "decimal: comma" in the scenario
            """,
        ],
        [
            "decimal point in a format of commas", Text("Quelle:;x\nZeitbezug:;MEZ\nDatum;x [cm];Prüfstatus\n2025-01-01 00:00;1.006,4;a\n"
                + "2025-01-01 01:00;6.4;a\n2025-01-01 02:00;0.500;a\n2025-01-01 03:00;10.06,4;a\n"), """
            error IT0303 decimal point
            data.csv:5:18
                found     6.4
                expected  a decimal comma, as in 12,5; points part groups of three digits only, as in 1.234,5
            error IT0303 decimal point
            data.csv:6:18
                found     0.500
                expected  a decimal comma, as in 12,5; points part groups of three digits only, as in 1.234,5
            error IT0303 unreadable number
            data.csv:7:18
                found     10.06,4
                expected  a finite number such as 12,5, or an empty cell where a sample is missing
            """,
        ],
        [
            "text", Text("time,x\n2025-01-01T00:00Z,1\n2025-01-01T01:00Z,warm\n"), """
            error IT0303 unreadable number
            data.csv:3:19
                found     warm
                expected  a finite number such as 12.5, or an empty cell where a sample is missing
            """,
        ],
        [
            "back", Text("time,x\n2025-01-01T02:00Z,1\n2025-01-01T01:00Z,2\n2025-01-01T03:00Z,2\n"), """
            error IT0306 time goes back
            data.csv:3:1
                found     2025-01-01T01:00:00Z, 3600 s before that of the row before
                expected  stamps that rise from row to row, none twice
            """,
        ],
        [
            "no times", Text("a,b\n1,2\n3,4\n"), """
            error IT0312 no time stamps
            data.csv:2:1
                found     column 'a' with 1 in it
                expected  a column "time", or else the first one, in which each row has a time stamp such as 2025-01-31T13:00Z, 2025-01-31T14:00:00+01:00 or 2025-01-31 14:00, also 31.01.2025 14:00
            """,
        ],
        [
            "an hour too many", Text("LOCATION,x,-,y,z,0,48,11,1,500\nDATA PERIODS,1,1,Data,Sunday,1/1,1/1\n2015,1,1,25,0,?"
                + string.Concat(Enumerable.Repeat(",1", 20)) + "\n"), """
            error IT0304 unreadable time stamp
            data.csv:3:1
                found     2015,1,1,25,0
                expected  year, month, day, hour from 1 to 24 and minute, such as 2018,1,31,24,0
            """,
        ],
    ];

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void A_wrong_file_is_told_with_its_place_and_a_hint(string name, byte[] content, string told)
    {
        string file = folder.Of("data.csv");
        File.WriteAllBytes(file, content);
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("inspect", file), name);
        string faults = told.ReplaceLineEndings("\n");
        int count = faults.Split('\n').Count(static line => line.StartsWith("error ", StringComparison.Ordinal));
        string expected = $"{faults}\n{count} fault{(count == 1 ? "" : "s")}; nothing was inspected.\n";
        Assert.AreEqual(expected, shell.Messages.Replace(file, "data.csv", StringComparison.Ordinal));
        Assert.AreEqual(string.Empty, shell.Data);
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void In_a_scenario_the_same_file_is_a_fault_too(string name, byte[] content, string told)
    {
        string weather = ScenarioFolder.Smallest.Replace("{ synthetic: munich }",
            "{ air_temperature: { file: data.csv, column: x, unit: degC } }", StringComparison.Ordinal);
        using ScenarioFolder scenario = new ScenarioFolder().With("scenario.yaml", weather);
        File.WriteAllBytes(Path.Combine(scenario.Path, "data.csv"), content);
        string code = told.Split(' ')[1];
        Assert.Contains(code, scenario.Read().Faults.Select(static fault => fault.Code), name);
    }

    [TestMethod]
    public void A_gzip_file_that_is_cut_anywhere_is_never_taken_for_a_whole_one()
    {
        byte[] whole = Packed("time,x [degC]\n2025-01-01T00:00Z,1\n2025-01-01T01:00Z,2\n2025-01-01T02:00Z,3\n");
        string file = folder.Of("data.csv");
        for (int length = 2; length < whole.Length; length++)
        {
            File.WriteAllBytes(file, whole[..length]);
            Assert.IsNull(FileInspection.Of(file, "auto", null, out IReadOnlyList<Fault> faults), $"{length} bytes");
            Assert.AreEqual("gzip ends early", faults.Single().Title, $"{length} bytes");
        }

        File.WriteAllBytes(file, whole);
        Assert.IsNotNull(FileInspection.Of(file, "auto", null, out _));
    }

    [TestMethod]
    public void Gzip_members_that_follow_one_another_are_one_file()
    {
        string file = folder.Of("data.csv");
        File.WriteAllBytes(file, [.. Packed("time,x\n2025-01-01T00:00Z,1\n"), .. Packed("2025-01-01T01:00Z,2\n")]);
        Assert.IsNotNull(FileInspection.Of(file, "auto", null, out IReadOnlyList<Fault> faults), string.Join("; ", faults));
    }

    [TestMethod]
    public void A_folder_is_called_a_folder()
    {
        using var shell = new Shell();
        Assert.AreEqual(ExitStatus.InvalidScenario, shell.Call("inspect", folder.Path));
        string expected = """
            error IT0301 not a file
            F:1:1
                found     F: a folder
                expected  a data file, such as one in this folder
            1 fault; nothing was inspected.

            """.ReplaceLineEndings("\n");
        Assert.AreEqual(expected, shell.Messages.Replace(folder.Path, "F", StringComparison.Ordinal));
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Text(text));
        }

        // The library writes nothing at all for nothing; gzip itself writes an empty block.
        return text.Length > 0 ? packed.ToArray() : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
