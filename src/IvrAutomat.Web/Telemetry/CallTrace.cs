using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace IvrAutomat.Web.Telemetry;

/// <summary>
/// The trace of a call: its id is the first half of the SHA-256 of the carrier's identifier, so that every instance, and every process after a
/// restart, adds to the same one without asking anybody. What all spans of a call hang on is the second half's beginning and is never sent.
/// </summary>
internal static class CallTrace
{
    private const int TraceBytes = 16;
    private const int SpanBytes = 8;

    /// <summary>Where the spans of a call belong.</summary>
    /// <param name="callId">The carrier's identifier, which is random and tells nothing of the caller.</param>
    public static ActivityContext Of(string callId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(callId), hash);
        return new ActivityContext(
            ActivityTraceId.CreateFromBytes(hash[..TraceBytes]),
            ActivitySpanId.CreateFromBytes(hash.Slice(TraceBytes, SpanBytes)),
            ActivityTraceFlags.Recorded,
            isRemote: true);
    }
}
