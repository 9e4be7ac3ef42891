using System.Runtime.CompilerServices;

namespace IvrAutomat.Web.Doctor;

/// <summary>Looks at one system after another. One that breaks the check itself is a finding too, and the others are looked at.</summary>
/// <param name="checks">The checks, in the order in which an operator mends things.</param>
internal sealed class Examination(IReadOnlyList<ICheck> checks)
{
    /// <summary>Looks at all of them.</summary>
    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var check in checks)
        {
            await using var findings = check.LookAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(check, findings) is { } finding)
            {
                yield return finding;
            }
        }
    }

    // A check that broke off has no further findings. The message of an exception may quote an address or a value; its type does not.
    private static async Task<Finding?> NextAsync(ICheck check, IAsyncEnumerator<Finding> findings)
    {
        try
        {
            return await findings.MoveNextAsync() ? findings.Current : null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Finding.Wrong(check.System, $"the check itself broke off: {failure.GetType().Name}. Look into the log of the automat.");
        }
    }
}
