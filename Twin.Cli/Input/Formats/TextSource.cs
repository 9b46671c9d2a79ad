using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Twin.Cli.Input.Formats;

/// <summary>The text of a data file: unpacked, without its byte order mark, and known to be text.</summary>
internal sealed class TextSource
{
    /// <summary>Separator that stands for any run of blanks.</summary>
    public const byte Blanks = (byte)' ';

    private const int LargestBytes = 1 << 30; // a century of minutes in ten columns; beyond lies a bomb or the wrong file
    private const int MostExpected = 2_000_000; // room for more is made when they come: short first lines may mislead
    private const int HeadLines = 120;
    private const int HeadBytes = 1 << 16;

    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    // What people drop on a reader by mistake, by its first bytes.
    private static readonly (byte[] Begin, string What, string Expected)[] Strangers =
    [
        ([(byte)'P', (byte)'K', 3, 4], "a zip archive, as .zip and .xlsx files are",
         "the text file inside it; a spreadsheet saved as CSV in UTF-8"),
        ([(byte)'P', (byte)'A', (byte)'R', (byte)'1'], "a Parquet file", "a text file; this program writes Parquet and reads CSV"),
        ([(byte)'%', (byte)'P', (byte)'D', (byte)'F'], "a PDF document", "the data behind it as a text file"),
        ([0xFF, 0xFE], "text in UTF-16", "the same text saved in UTF-8"),
        ([0xFE, 0xFF], "text in UTF-16", "the same text saved in UTF-8"),
    ];

    private readonly Encoding encoding;

    private TextSource(string file, ReadOnlyMemory<byte> text, bool isGzip, bool hasBom)
    {
        (File, Text, IsGzip, HasBom) = (file, text, isGzip, hasBom);
        (encoding, EncodingName) = EncodingOf(text.Span);
        Head = [.. Decode(text.Span[..Math.Min(text.Length, HeadBytes)]).Split('\n').Take(HeadLines).Select(static l => l.TrimEnd('\r'))];
        double lineLength = Head.Skip(Head.Count / 2).Average(static line => line.Length + 1.0);
        LinesExpected = (int)Math.Min(MostExpected, text.Length * 1.02 / Math.Max(2.0, lineLength)) + 2;
    }

    /// <summary>The file, as messages call it.</summary>
    public string File { get; }

    /// <summary>The bytes of the text.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>Whether the file was packed.</summary>
    public bool IsGzip { get; }

    /// <summary>Whether it began with a byte order mark.</summary>
    public bool HasBom { get; }

    /// <summary>What its letters are written in, for people.</summary>
    public string EncodingName { get; }

    /// <summary>Whether it is UTF-8.</summary>
    public bool IsUtf8 => encoding == Encoding.UTF8;

    /// <summary>The first lines.</summary>
    public IReadOnlyList<string> Head { get; }

    /// <summary>Opens a file; what cannot be a text with data in it is told.</summary>
    /// <returns>The text, or null after a fault.</returns>
    public static TextSource? Open(string file, FileFaults faults)
    {
        if (Directory.Exists(file))
        {
            faults.AtLine("IT0301", "not a file", 1, 1, $"{file}: a folder", "a data file, such as one in this folder");
            return null;
        }

        if (!System.IO.File.Exists(file))
        {
            faults.AtFile("IT0301", "missing file", $"no file {file}", "a data file that exists");
            return null;
        }

        try
        {
            return Load(file, faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.AtFile("IT0301", "unreadable file", $"{file}: {e.Message}", "a data file that can be read");
        }

        return null;
    }

    /// <summary>About how many lines there are, judged by the length of the first ones; to make room, not to rely on.</summary>
    public int LinesExpected { get; }

    /// <summary>Lines of the text, whether or not the last one is ended.</summary>
    public int LineCount => Text.Span.Count((byte)'\n') + (Text.Span[^1] == '\n' ? 0 : 1);

    /// <summary>Text of some bytes of this file.</summary>
    public string Decode(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes);

    /// <summary>Where a line begins in the text.</summary>
    /// <param name="line">Number of the line, from 1.</param>
    public int OffsetOf(int line)
    {
        int at = 0;
        for (int passed = 1; passed < line; passed++)
        {
            int end = Text.Span[at..].IndexOf((byte)'\n');
            if (end < 0)
            {
                return Text.Length;
            }

            at += end + 1;
        }

        return at;
    }

    /// <summary>Where a field begins in its line, in characters from 1; a field beyond the last begins behind it.</summary>
    public int CharacterOf(int line, int field, byte separator)
    {
        ReadOnlySpan<byte> text = Text.Span[OffsetOf(line)..];
        int length = text.IndexOfAny((byte)'\r', (byte)'\n');
        text = length < 0 ? text : text[..length];
        bool isQuoted = false;
        int at = separator == Blanks ? text.IndexOfAnyExcept(Blanks, (byte)'\t') : 0;
        for (int left = field; left > 0 && at >= 0 && at < text.Length; at++)
        {
            isQuoted ^= text[at] == '"';
            bool isBlank = text[at] is Blanks or (byte)'\t';
            bool isLastBlank = isBlank && at + 1 < text.Length && text[at + 1] is not (Blanks or (byte)'\t');
            bool ends = separator == Blanks ? isLastBlank : text[at] == separator;
            left -= ends && !isQuoted ? 1 : 0;
        }

        return encoding.GetCharCount(text[..Math.Clamp(at, 0, text.Length)]) + 1;
    }

    /// <summary>
    /// Offices write ISO 8859-1 and spreadsheets Windows-1252, which has letters and the euro sign where ISO 8859-1 has control codes; the
    /// degree signs of both are no UTF-8, and their digits are the same.
    /// </summary>
    private static (Encoding Encoding, string Name) EncodingOf(ReadOnlySpan<byte> text) =>
        Utf8.IsValid(text) ? (Encoding.UTF8, "UTF-8")
        : text.IndexOfAnyInRange((byte)0x80, (byte)0x9F) < 0 ? (Encoding.Latin1, "ISO 8859-1")
        : (CodePagesEncodingProvider.Instance.GetEncoding(1252)!, "Windows-1252");

    private static TextSource? Load(string file, FileFaults faults)
    {
        byte[]? bytes = new FileInfo(file).Length <= LargestBytes ? System.IO.File.ReadAllBytes(file) : null;
        bool isGzip = bytes is [0x1F, 0x8B, ..];
        if (isGzip)
        {
            (bytes, GzipState state) = Gzip.Unpack(bytes!, LargestBytes);
            if (state is GzipState.EndsEarly or GzipState.Broken)
            {
                TellCut(bytes, state, faults);
                return null;
            }

            bytes = state == GzipState.TooLarge ? null : bytes;
        }

        if (bytes is null)
        {
            faults.AtFile(
                "IT0309", "file too large", $"{file}: more than 1 GiB of text",
                "the years and columns that are needed, in a file of their own");
            return null;
        }

        if (bytes.Length == 0)
        {
            string found = isGzip ? "a gzip file with nothing in it" : "no bytes at all";
            faults.AtLine("IT0309", "empty file", 1, 1, found, "a header line and rows below it");
            return null;
        }

        bool hasBom = bytes.AsSpan().StartsWith(Bom);
        ReadOnlyMemory<byte> text = bytes.AsMemory(hasBom ? Bom.Length : 0);
        return IsText(file, text.Span, faults) ? new(file, text, isGzip, hasBom) : null;
    }

    /// <summary>Tells where the text of a gzip file ends that should go on.</summary>
    private static void TellCut(ReadOnlySpan<byte> unpacked, GzipState state, FileFaults faults)
    {
        int line = unpacked.Count((byte)'\n') + 1;
        int column = Encoding.UTF8.GetCharCount(unpacked[(unpacked.LastIndexOf((byte)'\n') + 1)..]) + 1;
        string behind = string.Create(CultureInfo.InvariantCulture, $"behind {unpacked.Length} bytes of text");
        (string title, string found) = state == GzipState.EndsEarly
            ? ("gzip ends early", $"nothing {behind}, whose check sum is not what the file ends with")
            : ("gzip is broken", $"a block that cannot be unpacked or has a wrong check sum, {behind}");
        faults.AtLine("IT0309", title, line, column, found, "the whole gzip file, fetched or copied once more; or the plain text");
    }

    private static bool IsText(string file, ReadOnlySpan<byte> text, FileFaults faults)
    {
        foreach ((byte[] begin, string what, string expected) in Strangers)
        {
            if (text.StartsWith(begin))
            {
                faults.AtFile("IT0309", "not a text file", $"{file}: {what}", expected);
                return false;
            }
        }

        int nothing = text.IndexOf((byte)0);
        if (nothing >= 0)
        {
            int line = text[..nothing].Count((byte)'\n') + 1;
            int column = nothing - text[..nothing].LastIndexOf((byte)'\n');
            faults.AtLine(
                "IT0309", "not a text file", line, column, "a zero byte, as only binary files have",
                "a text file in UTF-8 or ISO 8859-1");
            return false;
        }

        if (text.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            faults.AtLine("IT0309", "empty file", 1, 1, "nothing but blank lines", "a header line and rows below it");
            return false;
        }

        return true;
    }
}
