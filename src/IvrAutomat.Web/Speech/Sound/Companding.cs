namespace IvrAutomat.Web.Speech.Sound;

/// <summary>The telephone's own eight bits: mu-law and A-law of ITU-T G.711.</summary>
internal static class Companding
{
    /// <summary>Silence in mu-law.</summary>
    public const byte Silence = 0xFF;

    private const int Bias = 0x84;
    private const int Loudest = 32635;
    private const float Full = 32768;

    private static readonly float[] FromMuLaw = Table(static code =>
    {
        var turned = ~code & 0xFF;
        var size = ((((turned & 0x0F) << 3) + Bias) << ((turned & 0x70) >> 4)) - Bias;
        return (turned & 0x80) == 0 ? size : -size;
    });

    private static readonly float[] FromALaw = Table(static code =>
    {
        var turned = code ^ 0x55;
        var exponent = (turned & 0x70) >> 4;
        var size = (turned & 0x0F) << 4;
        size = exponent == 0 ? size + 8 : (size + 0x108) << (exponent - 1);
        return (turned & 0x80) == 0 ? -size : size;
    });

    /// <summary>A sample, from -1 to 1, as mu-law.</summary>
    public static byte ToMuLaw(float sample)
    {
        var value = (int)MathF.Round(Math.Clamp(sample, -1f, 1f) * Full);
        var sign = value < 0 ? 0x80 : 0;
        var size = Math.Min(Math.Abs(value), Loudest) + Bias;
        var exponent = 31 - System.Numerics.BitOperations.LeadingZeroCount((uint)size) - 7;
        return (byte)(~(sign | (exponent << 4) | ((size >> (exponent + 3)) & 0x0F)) & 0xFF);
    }

    /// <summary>A code of mu-law as a sample.</summary>
    public static float MuLaw(byte code) => FromMuLaw[code];

    /// <summary>A code of A-law as a sample.</summary>
    public static float ALaw(byte code) => FromALaw[code];

    private static float[] Table(Func<int, int> decode) => [.. Enumerable.Range(0, 256).Select(code => decode(code) / Full)];
}
