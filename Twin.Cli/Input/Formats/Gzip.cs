using System.Buffers.Binary;
using System.IO.Compression;

namespace Twin.Cli.Input.Formats;

/// <summary>How far a gzip file could be unpacked.</summary>
internal enum GzipState
{
    /// <summary>To its end.</summary>
    Whole,

    /// <summary>To where the file breaks off.</summary>
    EndsEarly,

    /// <summary>To where its bytes make no sense.</summary>
    Broken,

    /// <summary>To the most that was allowed.</summary>
    TooLarge,
}

/// <summary>Unpacks a gzip file and tells whether all of it was there.</summary>
/// <remarks>Source: RFC 1952, section 2.3: header of ten bytes at least, trailer of CRC-32 and length.</remarks>
internal static class Gzip
{
    private const int HeaderLength = 10;
    private const int TrailerLength = 8;
    private const int BlockLength = 1 << 12; // of a broken block nothing is given out: small ones tell the place better
    private const uint Polynomial = 0xEDB88320; // of RFC 1952, section 8

    private static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(static value => CrcOf((uint)value))];

    /// <summary>Unpacks.</summary>
    /// <param name="packed">The file.</param>
    /// <param name="most">Bytes of text beyond which it is given up.</param>
    /// <returns>What was unpacked, at least up to the block before the fault, and how it ended.</returns>
    public static (byte[] Text, GzipState State) Unpack(byte[] packed, int most)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new MemoryStream(4 * packed.Length);
        byte[] block = new byte[BlockLength];
        try
        {
            for (int read; (read = gzip.Read(block)) > 0;)
            {
                text.Write(block.AsSpan(0, read));
                if (text.Length > most)
                {
                    return ([], GzipState.TooLarge);
                }
            }
        }
        catch (InvalidDataException)
        {
            return (text.ToArray(), GzipState.Broken);
        }

        byte[] unpacked = text.ToArray();
        return (unpacked, HasItsEnd(packed, unpacked) ? GzipState.Whole : GzipState.EndsEarly);
    }

    /// <summary>
    /// Whether the last eight bytes are the trailer of what was unpacked last: a stream that breaks off is no fault to the library. Of
    /// members that follow one another the last one counts, and its length says where its text begins.
    /// </summary>
    private static bool HasItsEnd(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> text)
    {
        if (packed.Length < HeaderLength + TrailerLength)
        {
            return false;
        }

        uint crc = BinaryPrimitives.ReadUInt32LittleEndian(packed[^TrailerLength..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(packed[^sizeof(uint)..]);
        return length <= text.Length && Crc(text[^(int)length..]) == crc;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc = Crcs[(byte)crc ^ value] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint CrcOf(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ Polynomial;
        }

        return value;
    }
}
