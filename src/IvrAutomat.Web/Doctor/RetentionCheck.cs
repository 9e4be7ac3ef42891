using System.Data.Common;
using System.Runtime.CompilerServices;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Privacy;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is personal data erased when its term is over: when that ran last, and whether anything is kept for longer than it may be.</summary>
internal sealed class RetentionCheck(Eraser eraser, HouseMarks marks, Database database, TimeProvider time) : ICheck
{
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public string System => RetentionOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (database.File is { } file && !File.Exists(file))
        {
            yield return Finding.Skipped(System, "there is no database yet");
            yield break;
        }

        yield return await LastAsync(cancellationToken);
    }

    private async Task<Finding> LastAsync(CancellationToken cancellationToken)
    {
        try
        {
            var last = await marks.LastAsync(HouseMarks.Retention, cancellationToken);
            var ran = last is { } at ? $"it ran last {(time.GetUtcNow() - at).TotalHours:0} hours ago" : "it has not run yet";
            return await eraser.OverdueAsync(Late, cancellationToken) is { Count: > 0 } terms
                ? Finding.Wrong(System, $"{ran}, and things of {string.Join(", ", terms.Select(term => $"{System}:{term}Days"))} are kept more than a day too long. Let the automat run, and look for event 3402 in its log.")
                : last is not null && time.GetUtcNow() - last > Late
                    ? Finding.Warning(System, $"{ran}. The automat does it by itself, four times a day: let it run, and look for event 3402 in its log.")
                    : Finding.Ok(System, $"{ran}, and nothing is kept for longer than it may be");
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            return Finding.Skipped(System, "it cannot be read yet. See Database above.");
        }
    }
}
