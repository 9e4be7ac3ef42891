using System.Collections.Concurrent;
using System.Numerics;

namespace IvrAutomat.Web.Speech.Sound;

/// <summary>
/// Brings sound to the telephone's 8000 samples a second: a windowed sinc (Blackman), which lets through what lies below 3.6 kHz and keeps the
/// rest from folding back. Between two rates only so many positions occur, so each has its weights in a table.
/// </summary>
internal static class Resampling
{
    /// <summary>Samples a second of the telephone.</summary>
    public const int PhoneRate = 8000;

    private const double Band = 0.9;
    private const int Lobes = 16;
    private const int LargestKeptTable = 100_000;

    private static readonly ConcurrentDictionary<int, Kernel> Kept = new();

    /// <summary>The same sound at the telephone's rate.</summary>
    public static Samples ToPhone(Samples sound)
    {
        if (sound.Rate == PhoneRate)
        {
            return sound;
        }

        if (!Kept.TryGetValue(sound.Rate, out var kernel))
        {
            kernel = new Kernel(sound.Rate);
            if (kernel.Size <= LargestKeptTable)
            {
                Kept[sound.Rate] = kernel;
            }
        }

        return new(kernel.Apply(sound.Values), PhoneRate);
    }

    private sealed class Kernel
    {
        private readonly int _up;
        private readonly int _down;
        private readonly int _reach;
        private readonly float[][] _weights;

        public Kernel(int rate)
        {
            var common = GreatestCommonDivisor(rate, PhoneRate);
            (_up, _down) = (PhoneRate / common, rate / common);
            var cutOff = Band * Math.Min(1, (double)PhoneRate / rate);
            _reach = (int)Math.Ceiling(Lobes / cutOff);
            _weights = [.. Enumerable.Range(0, _up).Select(phase => Weights((double)phase / _up, cutOff))];
        }

        public int Size => _up * 2 * _reach;

        public float[] Apply(float[] from)
        {
            var to = new float[(int)((long)from.Length * _up / _down)];
            for (var i = 0; i < to.Length; i++)
            {
                var at = (long)i * _down;
                var weights = _weights[(int)(at % _up)];
                var first = (int)(at / _up) - _reach + 1;
                var begin = Math.Max(0, -first);
                var end = Math.Min(weights.Length, from.Length - first);
                to[i] = begin < end ? Dot(weights.AsSpan(begin, end - begin), from.AsSpan(first + begin, end - begin)) : 0;
            }

            return to;
        }

        private static float Dot(ReadOnlySpan<float> weights, ReadOnlySpan<float> samples)
        {
            var sums = Vector<float>.Zero;
            var k = 0;
            for (; k <= weights.Length - Vector<float>.Count; k += Vector<float>.Count)
            {
                sums += new Vector<float>(weights[k..]) * new Vector<float>(samples[k..]);
            }

            var sum = Vector.Sum(sums);
            for (; k < weights.Length; k++)
            {
                sum += weights[k] * samples[k];
            }

            return sum;
        }

        // The weights of the samples around a position that lies this far behind one of them; together they let a constant through as it is.
        private float[] Weights(double behind, double cutOff)
        {
            var weights = new double[2 * _reach];
            for (var k = 0; k < weights.Length; k++)
            {
                var distance = k - _reach + 1 - behind;
                var turn = Math.PI * distance / _reach;
                var window = Math.Abs(distance) >= _reach ? 0 : 0.42 + (0.5 * Math.Cos(turn)) + (0.08 * Math.Cos(2 * turn));
                var angle = Math.PI * distance * cutOff;
                weights[k] = window * (Math.Abs(angle) < 1e-9 ? 1 : Math.Sin(angle) / angle);
            }

            var sum = weights.Sum();
            return [.. weights.Select(weight => (float)(weight / sum))];
        }

        private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
    }
}
