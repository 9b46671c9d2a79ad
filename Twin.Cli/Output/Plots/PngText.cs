using System.Buffers.Binary;
using System.Text;

namespace Twin.Cli.Output.Plots;

/// <summary>The words of a sheet inside its PNG file, for readers that cannot see and for programs.</summary>
/// <remarks>
/// A chunk iTXt with the keyword Description behind the header. Source: W3C, Portable Network Graphics (third edition), 11.3.3.4.
/// </remarks>
internal static class PngText
{
    private const int HeaderEnd = 33; // signature of 8 bytes, then the chunk IHDR of 13 bytes with its frame
    private const int Frame = 12; // length, type and check of a chunk

    /// <summary>A PNG file with a description.</summary>
    public static byte[] With(ReadOnlySpan<byte> png, string description)
    {
        byte[] content = Encoding.UTF8.GetBytes("Description\0\0\0\0\0" + description);
        byte[] chunk = new byte[Frame + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes("iTXt", chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Check(chunk.AsSpan(4, 4 + content.Length)));
        return [.. png[..HeaderEnd], .. chunk, .. png[HeaderEnd..]];
    }

    // CRC-32 of ISO 3309, bit by bit: a page of words is too short for a table.
    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        uint check = uint.MaxValue;
        foreach (byte one in bytes)
        {
            check ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                check = (check >> 1) ^ ((check & 1) != 0 ? 0xEDB88320u : 0u);
            }
        }

        return ~check;
    }
}
