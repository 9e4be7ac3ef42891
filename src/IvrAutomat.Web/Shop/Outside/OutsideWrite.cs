namespace IvrAutomat.Web.Shop.Outside;

/// <summary>
/// One write to a system that is not ours. It is sent at most once for each time that it is known not to have been done; see
/// <see cref="OutsideActs"/>, which alone calls it.
/// </summary>
internal abstract class OutsideWrite
{
    /// <summary>The system, as its section of the settings is called: <c>Upgates</c>.</summary>
    public abstract string System { get; }

    /// <summary>What is done there, in one or two words without data: <c>cancel</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>
    /// Sends it. The write bears <paramref name="reference"/> wherever the other side has room for one, so that it can be found.
    /// </summary>
    /// <param name="reference">Ours, random, the same for each attempt of one request; up to 24 letters and digits.</param>
    /// <param name="cancellationToken">Gives up: it may have been done all the same, and is then looked for.</param>
    public abstract Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken);

    /// <summary>
    /// Looks whether an earlier attempt was performed: <see cref="OutsideOutcome.Done"/>, <see cref="OutsideOutcome.Absent"/>,
    /// <see cref="OutsideOutcome.CannotTell"/> where the other side has no way to ask, or <see cref="OutsideOutcome.NotDone"/> when it could
    /// not be asked just now.
    /// </summary>
    /// <param name="reference">See <see cref="SendAsync"/>.</param>
    /// <param name="cancellationToken">Gives up; nothing is changed.</param>
    public abstract Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken);

    /// <inheritdoc />
    public sealed override string ToString() => $"{System} {Kind}";
}
