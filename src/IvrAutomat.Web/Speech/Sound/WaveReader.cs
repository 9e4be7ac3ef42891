using System.Buffers.Binary;

namespace IvrAutomat.Web.Speech.Sound;

/// <summary>
/// Reads RIFF/WAVE files: linear of 8, 16, 24 and 32 bits, floating point, A-law and mu-law, one or two channels. Chunks are walked, because
/// the header is not always of 44 bytes; a length that was never filled in, or is larger than the file, is taken for "until the end".
/// </summary>
internal static class WaveReader
{
    private const int ChunkHeader = 8;
    private const int LowestRate = 8000;
    private const int HighestRate = 96000;
    private const string Convert = "Convert it: sox in.wav -r 8000 -c 1 -e u-law out.wav";

    /// <summary>The sound of a whole file, its channels mixed into one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mostSeconds">What lasts longer is refused without being read.</param>
    public static WaveReading Read(ReadOnlySpan<byte> file, double mostSeconds = double.MaxValue)
    {
        if (file.IsEmpty)
        {
            return WaveReading.Refused("The file is empty.", "Record it again, or delete it.");
        }

        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file[8..12].SequenceEqual("WAVE"u8))
        {
            return IsMp3(file)
                ? WaveReading.Refused("The file is an MP3 whose name was changed.", "Convert it: sox in.mp3 -r 8000 -c 1 -e u-law out.wav")
                : WaveReading.Refused("The file is no WAV recording.", "Save it as WAV.");
        }

        Format? format = null;
        for (var at = 12L; at + ChunkHeader <= file.Length;)
        {
            var chunk = file[(int)at..];
            long size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var there = chunk.Length - ChunkHeader;
            var body = chunk.Slice(ChunkHeader, (int)Math.Min(size, there));
            if (chunk[..4].SequenceEqual("fmt "u8))
            {
                format = Format.Of(body);
            }
            else if (chunk[..4].SequenceEqual("data"u8))
            {
                return format is null ? WaveReading.Refused("The file does not say what its sound is.", Convert)
                    : Decode(size == 0 ? chunk[ChunkHeader..] : body, format, mostSeconds);
            }

            at += ChunkHeader + size + (size & 1);
        }

        return WaveReading.Refused("There is no sound in the file.", "Record it again, or delete it.");
    }

    private static WaveReading Decode(ReadOnlySpan<byte> data, Format format, double mostSeconds)
    {
        if (format.Refusal() is { } refusal)
        {
            return WaveReading.Refused(refusal, Convert);
        }

        var seconds = (double)data.Length / format.Frame / format.Rate;
        if (seconds > mostSeconds)
        {
            return WaveReading.Refused($"The recording lasts {seconds / 60:0} minutes.", $"Record at most {mostSeconds / 60:0} minutes.");
        }

        var values = new float[data.Length / format.Frame];
        if (values.Length == 0)
        {
            return WaveReading.Refused("There is no sound in the file.", "Record it again, or delete it.");
        }

        for (var i = 0; i < values.Length; i++)
        {
            var frame = data.Slice(i * format.Frame, format.Frame);
            var sum = 0f;
            for (var channel = 0; channel < format.Channels; channel++)
            {
                sum += format.Sample(frame[(channel * format.Bytes)..]);
            }

            values[i] = sum / format.Channels;
        }

        return new(new Samples(values, format.Rate));
    }

    private static bool IsMp3(ReadOnlySpan<byte> file)
        => file.StartsWith("ID3"u8) || (file.Length > 1 && file[0] == 0xFF && (file[1] & 0xE0) == 0xE0);

    private sealed record Format(int Tag, int Channels, int Rate, int Bits)
    {
        private const int Linear = 1, Floating = 3, ALaw = 6, MuLaw = 7, Extensible = 0xFFFE;
        private const int ExtendedTag = 24;

        public int Bytes => Bits / 8;

        public int Frame => Bytes * Channels;

        public static Format? Of(ReadOnlySpan<byte> body)
        {
            if (body.Length < 16)
            {
                return null;
            }

            int tag = BinaryPrimitives.ReadUInt16LittleEndian(body);
            if (tag == Extensible && body.Length >= ExtendedTag + 2)
            {
                tag = BinaryPrimitives.ReadUInt16LittleEndian(body[ExtendedTag..]);
            }

            var rate = BinaryPrimitives.ReadUInt32LittleEndian(body[4..]);
            return new(
                tag, BinaryPrimitives.ReadUInt16LittleEndian(body[2..]), (int)Math.Min(rate, int.MaxValue), BinaryPrimitives.ReadUInt16LittleEndian(body[14..]));
        }

        public string? Refusal() => (Tag, Bits) switch
        {
            not ((Linear, 8 or 16 or 24 or 32) or (Floating, 32) or (ALaw or MuLaw, 8)) => $"The recording is of a kind that is not read (format {Tag}, {Bits} bits).",
            _ when Channels is not (1 or 2) => $"The recording has {Channels} channels.",
            _ when Rate is < LowestRate or > HighestRate => $"The recording has {Rate} samples a second; {LowestRate} to {HighestRate} are read.",
            _ => null,
        };

        public float Sample(ReadOnlySpan<byte> from) => (Tag, Bits) switch
        {
            (MuLaw, _) => Companding.MuLaw(from[0]),
            (ALaw, _) => Companding.ALaw(from[0]),
            (Floating, _) => Finite(BinaryPrimitives.ReadSingleLittleEndian(from)),
            (_, 8) => (from[0] - 128) / 128f,
            (_, 16) => BinaryPrimitives.ReadInt16LittleEndian(from) / 32768f,
            (_, 24) => ((from[0] << 8) | (from[1] << 16) | (from[2] << 24)) / 2147483648f,
            _ => BinaryPrimitives.ReadInt32LittleEndian(from) / 2147483648f,
        };

        private static float Finite(float sample) => float.IsFinite(sample) ? sample : 0;
    }
}
