namespace IvrAutomat.Web.Telephony;

/// <summary>
/// The answer that needs nothing but a telephone number: it connects the caller with a person when the automat cannot go on. Whether
/// to use it, or to carry the call on, is decided elsewhere.
/// </summary>
internal static class HumanFallback
{
    /// <summary>How long the person's telephone rings before the call ends.</summary>
    private static readonly TimeSpan Ringing = TimeSpan.FromSeconds(40);

    /// <summary>Connects the caller with the number, and ends the call afterwards or when nobody answers.</summary>
    /// <param name="humanNumber">Setting <c>Shop:HumanNumber</c>, in E.164.</param>
    /// <exception cref="TwimlException">The number is not in E.164.</exception>
    public static TwimlDocument Connect(string humanNumber) =>
        TwimlDocument.Do([new Dial(new Number(humanNumber)) { AnswerOnBridge = true, Timeout = Ringing }], new Hangup());

    /// <summary>Rings the number for a while; whatever comes of it is told to an address of ours, which goes on.</summary>
    /// <param name="humanNumber">As above.</param>
    /// <param name="ringFor">How long, in whole seconds.</param>
    /// <param name="action">Where it is told.</param>
    /// <exception cref="TwimlException">The number is not in E.164.</exception>
    public static TwimlDocument First(string humanNumber, TimeSpan ringFor, string action) =>
        TwimlDocument.Do([new Dial(new Number(humanNumber)) { AnswerOnBridge = true, Timeout = ringFor, Action = action }]);
}
