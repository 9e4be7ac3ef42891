using System.Collections.Immutable;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// One answer to the carrier: what happens on the call now. Its shape leaves out what the carrier would ignore or misread: nothing
/// stands after an <see cref="Ending"/>, a rejection stands alone, and listening always says where silence leads.
/// </summary>
internal sealed class TwimlDocument
{
    /// <summary>The largest document in bytes of UTF-8. The carrier refuses more than 64 kB (error 11750).</summary>
    public const int MaxBytes = 60_000;

    /// <summary>Says nothing: ends the call, or lets a whispered-to agent be connected.</summary>
    public static readonly TwimlDocument Empty = new();

    private TwimlDocument()
    {
    }

    internal ImmutableArray<Step> Steps { get; private init; } = [];

    internal Gather? Gather { get; private init; }

    internal Ending? Ending { get; private init; }

    internal RejectReason? Rejection { get; private init; }

    /// <summary>Listens to the caller.</summary>
    /// <param name="first">Spoken to its end before any key counts: only what the caller must not be able to skip.</param>
    /// <param name="gather">What is asked and listened for.</param>
    /// <param name="otherwise">Where the call goes on when nothing came.</param>
    public static TwimlDocument Listen(ImmutableArray<Prompt> first, Gather gather, Redirect otherwise) => new()
    {
        Steps = ImmutableArray<Step>.CastUp(first),
        Gather = gather,
        Ending = otherwise,
    };

    /// <summary>Does the steps one after another, then the ending.</summary>
    public static TwimlDocument Do(ImmutableArray<Step> steps, Ending ending) => new() { Steps = steps, Ending = ending };

    /// <summary>
    /// Does the steps one after another and lets the document run out: the call ends then, a whispered-to agent is connected, a waiting
    /// caller hears the wait document again.
    /// </summary>
    public static TwimlDocument Do(params ImmutableArray<Step> steps) => new() { Steps = steps };

    /// <summary>Ends the call, or goes on elsewhere, without a word.</summary>
    public static TwimlDocument Do(Ending ending) => new() { Ending = ending };

    /// <summary>Refuses an incoming call without answering it.</summary>
    public static TwimlDocument Reject(RejectReason reason) => new() { Rejection = reason };

    /// <summary>The document as sent: UTF-8 without a byte order mark, from the XML declaration on.</summary>
    /// <exception cref="TwimlException">It cannot be made legal; the exception says where and why.</exception>
    public byte[] ToBytes()
    {
        using var xml = new XmlBuffer(MaxBytes);
        new TwimlWriter(xml).Write(this);
        return xml.ToArray();
    }
}
