using IvrAutomat.Web.Shop;

namespace IvrAutomat.Proof.Guesses;

/// <summary>What the lockout allows, as the design states it, and how many right guesses that makes likely.</summary>
internal static class Arithmetic
{
    /// <summary>So unlikely that it counts as broken.</summary>
    private const double Never = 1e-6;

    /// <summary>PINs that an order may have: those of four digits that are not trivial.</summary>
    public static int Pins { get; } = Enumerable.Range(1000, 9000).Count(pin => !PinShape.IsTrivial($"{pin}"));

    /// <summary>The most right guesses that are not beyond chance when so many were judged, each one of <see cref="Pins"/>.</summary>
    public static int MostRight(int judged)
    {
        // Poisson: the chance of more than so many.
        var expected = (double)judged / Pins;
        var (term, below) = (Math.Exp(-expected), 0.0);
        for (var count = 0; ; count++)
        {
            below += term;
            if (1 - below < Never)
            {
                return count;
            }

            term *= expected / (count + 1);
        }
    }
}
