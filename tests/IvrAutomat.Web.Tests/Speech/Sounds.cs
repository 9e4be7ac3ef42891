using IvrAutomat.Web.Speech.Sound;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>Sounds made and measured by tests.</summary>
internal static class Sounds
{
    /// <summary>A tone.</summary>
    public static Samples Tone(double hertz, int rate, double seconds, float level = 1) => new(
        [.. Enumerable.Range(0, (int)(rate * seconds)).Select(i => level * (float)Math.Sin(2 * Math.PI * hertz * i / rate))], rate);

    /// <summary>How much of a sound is one tone: its amplitude, from 0 to 1 (Goertzel).</summary>
    public static double LevelAt(Samples sound, double hertz)
    {
        double real = 0, imaginary = 0;
        for (var i = 0; i < sound.Values.Length; i++)
        {
            var angle = 2 * Math.PI * hertz * i / sound.Rate;
            real += sound.Values[i] * Math.Cos(angle);
            imaginary += sound.Values[i] * Math.Sin(angle);
        }

        return 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / sound.Values.Length;
    }

    /// <summary>The loudest sample.</summary>
    public static float Peak(Samples sound) => sound.Values.Max(Math.Abs);

    /// <summary>The mean level, in decibels below full scale.</summary>
    public static double Level(Samples sound) => 10 * Math.Log10(sound.Values.Average(sample => (double)sample * sample));

    /// <summary>A file of any linear or logarithmic format.</summary>
    public static byte[] File(Samples sound, int tag, int bits, int channels = 1, int? dataLength = null, byte[]? before = null)
    {
        var frame = bits / 8 * channels;
        var data = new byte[sound.Values.Length * frame];
        for (var i = 0; i < sound.Values.Length; i++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                Encode(sound.Values[i], tag, bits).CopyTo(data, (i * frame) + (channel * bits / 8));
            }
        }

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + data.Length);
        writer.Write("WAVE"u8);
        writer.Write(before ?? []);
        writer.Write("fmt "u8);
        writer.Write(16);
        writer.Write((short)tag);
        writer.Write((short)channels);
        writer.Write(sound.Rate);
        writer.Write(sound.Rate * frame);
        writer.Write((short)frame);
        writer.Write((short)bits);
        writer.Write("data"u8);
        writer.Write(dataLength ?? data.Length);
        writer.Write(data);
        return file.ToArray();
    }

    private static byte[] Encode(float sample, int tag, int bits) => (tag, bits) switch
    {
        (7, _) => [Companding.ToMuLaw(sample)],
        (3, _) => BitConverter.GetBytes(sample),
        (_, 8) => [(byte)Math.Clamp(128 + (sample * 127), 0, 255)],
        (_, 16) => BitConverter.GetBytes((short)(sample * 32767)),
        (_, 24) => BitConverter.GetBytes((int)(sample * 8388607))[..3],
        _ => BitConverter.GetBytes((int)(sample * 2147483000.0)),
    };
}
