using System.Buffers.Binary;

namespace IvrAutomat.Simulator.Shops.Azure;

/// <summary>A form of sound that is answered.</summary>
/// <param name="Rate">Samples a second.</param>
/// <param name="IsMuLaw">Eight bits of mu-law; else 16 bits, linear.</param>
/// <param name="HasHeader">A RIFF file; else the samples alone.</param>
internal sealed record AzureSound(int Rate, bool IsMuLaw, bool HasHeader)
{
    private const int HumRate = 8000;
    private const double SecondsPerLetter = 0.07;
    private const double Level = 0.3;
    private const double RampSeconds = 0.01;

    /// <summary>What a file or a stream of it is called.</summary>
    public string MediaType => HasHeader ? "audio/x-wav" : "audio/basic";

    /// <summary>Azure's names of the forms; null for others.</summary>
    public static AzureSound? Find(string? name) => name switch
    {
        "riff-8khz-8bit-mono-mulaw" => new(8000, IsMuLaw: true, HasHeader: true),
        "raw-8khz-8bit-mono-mulaw" => new(8000, IsMuLaw: true, HasHeader: false),
        "riff-8khz-16bit-mono-pcm" => new(8000, IsMuLaw: false, HasHeader: true),
        "raw-8khz-16bit-mono-pcm" => new(8000, IsMuLaw: false, HasHeader: false),
        "riff-16khz-16bit-mono-pcm" => new(16000, IsMuLaw: false, HasHeader: true),
        "raw-16khz-16bit-mono-pcm" => new(16000, IsMuLaw: false, HasHeader: false),
        _ => null,
    };

    /// <summary>A tone for each word, as long as the word, at 8000 samples a second.</summary>
    public static short[] Hum(AzureSsml spoken)
    {
        var samples = new List<short>();
        var words = spoken.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var hertz = 180 + (20 * (i % 7));
            var length = (int)(HumRate * SecondsPerLetter * words[i].Length / spoken.Pace);
            for (var at = 0; at < length; at++)
            {
                var ramp = Math.Min(1, Math.Min(at, length - at) / (HumRate * RampSeconds));
                samples.Add((short)(Level * ramp * short.MaxValue * Math.Sin(2 * Math.PI * hertz * at / HumRate)));
            }

            samples.AddRange(new short[(int)(HumRate * SecondsPerLetter / spoken.Pace)]);
        }

        return [.. samples];
    }

    /// <summary>The bytes that are answered.</summary>
    public byte[] File(short[] hum)
    {
        var samples = Rate == HumRate ? hum : [.. hum.SelectMany(sample => Enumerable.Repeat(sample, Rate / HumRate))];
        var data = new byte[samples.Length * (IsMuLaw ? 1 : 2)];
        for (var i = 0; i < samples.Length; i++)
        {
            if (IsMuLaw)
            {
                data[i] = MuLaw(samples[i]);
            }
            else
            {
                BinaryPrimitives.WriteInt16LittleEndian(data.AsSpan(2 * i), samples[i]);
            }
        }

        return HasHeader ? [.. Header(data.Length), .. data] : data;
    }

    private byte[] Header(int length)
    {
        var header = new byte[44];
        var bytes = IsMuLaw ? 1 : 2;
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), 36 + length);
        "WAVEfmt "u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(20), (short)(IsMuLaw ? 7 : 1));
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), Rate * bytes);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(32), (short)bytes);
        BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(34), (short)(8 * bytes));
        "data"u8.CopyTo(header.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), length);
        return header;
    }

    // ITU-T G.711.
    private static byte MuLaw(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var size = Math.Min(Math.Abs((int)sample), 32635) + 0x84;
        var exponent = 24 - System.Numerics.BitOperations.LeadingZeroCount((uint)size);
        return (byte)(~(sign | (exponent << 4) | ((size >> (exponent + 3)) & 0x0F)) & 0xFF);
    }
}
