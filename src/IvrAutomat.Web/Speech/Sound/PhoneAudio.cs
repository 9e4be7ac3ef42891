using System.Buffers.Binary;

namespace IvrAutomat.Web.Speech.Sound;

/// <summary>
/// The one form of audio that is stored and served: RIFF, 8000 samples a second, 8-bit mu-law, one channel. The carrier plays it, browsers do.
/// </summary>
internal static class PhoneAudio
{
    /// <summary>The content type it is served as.</summary>
    public const string ContentType = "audio/wav";

    /// <summary>Bytes before the sound: RIFF, an 18-byte <c>fmt </c>, <c>fact</c>, and the head of <c>data</c>.</summary>
    public const int HeaderBytes = 58;

    /// <summary>Takes 3 dB off: synthesis peaks at full scale, and resampling would then cut the peaks off.</summary>
    private const float Headroom = 0.7079f;

    private const float Loudest = 0.98f;
    private const float Quiet = 0.003f;
    private const double LeadSeconds = 0.03;
    private const double TailSeconds = 0.3;

    /// <summary>Synthesised speech: the silence around it is evened out, so that sentences of any engine follow each other alike.</summary>
    public static byte[] OfSpeech(Samples sound)
    {
        // What comes in the telephone's own rate was made for it and has its headroom.
        var gain = sound.Rate == Resampling.PhoneRate ? 1 : Headroom;
        var heard = Heard(Resampling.ToPhone(sound).Values, Quiet / gain);
        return Write(heard, gain, (int)(LeadSeconds * Resampling.PhoneRate), (int)(TailSeconds * Resampling.PhoneRate));
    }

    /// <summary>A recording: as it is, only made softer where it would be cut off.</summary>
    public static byte[] OfRecording(Samples sound)
    {
        var phone = Resampling.ToPhone(sound).Values;
        var peak = phone.Length == 0 ? 0 : phone.Max(Math.Abs);
        return Write(phone, peak > Loudest && sound.Rate != Resampling.PhoneRate ? Loudest / peak : 1);
    }

    /// <summary>How long a file of this form lasts.</summary>
    public static double Seconds(long fileBytes) => Math.Max(0, fileBytes - HeaderBytes) / (double)Resampling.PhoneRate;

    private static ReadOnlySpan<float> Heard(float[] values, float quiet)
    {
        var first = Array.FindIndex(values, sample => Math.Abs(sample) > quiet);
        var last = Array.FindLastIndex(values, sample => Math.Abs(sample) > quiet);
        return first < 0 ? [] : values.AsSpan(first, last - first + 1);
    }

    private static byte[] Write(ReadOnlySpan<float> values, float gain, int lead = 0, int tail = 0)
    {
        var length = lead + values.Length + tail;

        // A chunk of odd length is followed by one byte that is not counted in it.
        var padded = length + (length & 1);
        var file = new byte[HeaderBytes + padded];
        var header = file.AsSpan();
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(header[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], 18);
        BinaryPrimitives.WriteInt16LittleEndian(header[20..], 7);
        BinaryPrimitives.WriteInt16LittleEndian(header[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], Resampling.PhoneRate);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], Resampling.PhoneRate);
        BinaryPrimitives.WriteInt16LittleEndian(header[32..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(header[34..], 8);
        "fact"u8.CopyTo(header[38..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[42..], 4);
        BinaryPrimitives.WriteInt32LittleEndian(header[46..], length);
        "data"u8.CopyTo(header[50..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[54..], length);
        var data = header[HeaderBytes..];
        data.Fill(Companding.Silence);
        for (var i = 0; i < values.Length; i++)
        {
            data[lead + i] = Companding.ToMuLaw(values[i] * gain);
        }

        return file;
    }
}
