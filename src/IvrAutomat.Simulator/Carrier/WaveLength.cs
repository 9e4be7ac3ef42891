using System.Buffers.Binary;

namespace IvrAutomat.Simulator.Carrier;

/// <summary>How long a RIFF/WAVE recording plays, read from its headers.</summary>
internal static class WaveLength
{
    private const int ChunkHeader = 8;

    /// <summary>Seconds; null when it is no such recording.</summary>
    public static double? Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            return null;
        }

        uint bytesPerSecond = 0;
        for (var at = 12L; at + ChunkHeader <= file.Length;)
        {
            var chunk = file[(int)at..];
            var size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            if (chunk[..4].SequenceEqual("fmt "u8) && chunk.Length >= 20)
            {
                bytesPerSecond = BinaryPrimitives.ReadUInt32LittleEndian(chunk[16..]);
            }
            else if (chunk[..4].SequenceEqual("data"u8) && bytesPerSecond > 0)
            {
                // A recording that was streamed states a size that it does not have.
                return (double)Math.Min(size, chunk.Length - ChunkHeader) / bytesPerSecond;
            }

            at += ChunkHeader + size + (size & 1);
        }

        return null;
    }
}
