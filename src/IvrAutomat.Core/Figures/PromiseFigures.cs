namespace IvrAutomat.Figures;

/// <summary>A range that a waiting caller was told.</summary>
/// <param name="From">The least.</param>
/// <param name="To">The most: the promise.</param>
/// <param name="Waited">How long the caller waited from then on, until the answer or the end of the wait.</param>
/// <param name="Answered">False when the caller did not wait for the answer.</param>
public sealed record WaitPromise(TimeSpan From, TimeSpan To, TimeSpan Waited, bool Answered);

/// <summary>How often it was true what waiting callers were told.</summary>
/// <param name="Told">Promises that came to be true or false. Who left before the told time was over had none broken, and none kept.</param>
/// <param name="Kept">Of these, answered by the told time.</param>
/// <param name="Sooner">Of those kept, answered sooner than the least that was told.</param>
public sealed record PromiseFigures(int Told, int Kept, int Sooner)
{
    /// <summary>The share of promises that should be kept.</summary>
    public const double Aim = 0.85;

    /// <summary>The share that was kept, from 0 to 1; null where nothing was told.</summary>
    public double? Share => Told == 0 ? null : (double)Kept / Told;

    /// <summary>Counts promises.</summary>
    public static PromiseFigures Of(IEnumerable<WaitPromise> promises)
    {
        ArgumentNullException.ThrowIfNull(promises);
        var (told, kept, sooner) = (0, 0, 0);
        foreach (var promise in promises.Where(promise => promise.Answered || promise.Waited > promise.To))
        {
            told++;
            if (promise.Answered && promise.Waited <= promise.To)
            {
                kept++;
                sooner += promise.Waited < promise.From ? 1 : 0;
            }
        }

        return new PromiseFigures(told, kept, sooner);
    }
}
