namespace IvrAutomat.Web.Telephony;

/// <summary>
/// What came of a REST call. There is no exception for any of it: whoever asked must say what happens in each case, above all in
/// <see cref="Unknown"/>.
/// </summary>
/// <typeparam name="T">What the carrier answers with when it did what was asked.</typeparam>
internal abstract record TwilioOutcome<T>
{
    private TwilioOutcome()
    {
    }

    /// <summary>The same outcome with another value in place of what the carrier answered with.</summary>
    public TwilioOutcome<TOther> Map<TOther>(Func<T, TOther> map) => this switch
    {
        Done(var value) => new TwilioOutcome<TOther>.Done(map(value)),
        Refused(var code, var status, var mayRetry) => new TwilioOutcome<TOther>.Refused(code, status, mayRetry),
        Unknown(var reason) => new TwilioOutcome<TOther>.Unknown(reason),
        _ => throw new InvalidOperationException($"Unforeseen outcome {GetType()}."),
    };

    /// <summary>The carrier did it.</summary>
    /// <param name="Value">What it answered with.</param>
    public sealed record Done(T Value) : TwilioOutcome<T>;

    /// <summary>The carrier certainly did not do it.</summary>
    /// <param name="Code">The carrier's error code, see https://www.twilio.com/docs/api/errors; none when it gave none.</param>
    /// <param name="HttpStatus">The status of its answer; 0 when no connection came about or nothing was sent.</param>
    /// <param name="MayRetry">Whether the same request can succeed later without anybody changing anything.</param>
    public sealed record Refused(int? Code, int HttpStatus, bool MayRetry) : TwilioOutcome<T>;

    /// <summary>
    /// The request may or may not have been performed. A message or a call may exist: look for it by listing before asking again.
    /// </summary>
    /// <param name="Reason">Why it is not known.</param>
    public sealed record Unknown(UnknownReason Reason) : TwilioOutcome<T>;
}

/// <summary>Why the outcome of a REST call is not known.</summary>
internal enum UnknownReason
{
    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>The connection broke after the request may have been sent.</summary>
    ConnectionLost,

    /// <summary>The carrier answered that it failed (5xx).</summary>
    ServerError,

    /// <summary>The answer was not one of this interface.</summary>
    AnswerUnreadable,
}
