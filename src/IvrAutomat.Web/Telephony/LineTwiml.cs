using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Telephony;

/// <summary>The first document of a call: the automat's own, or one that rings people.</summary>
/// <param name="line">Who answers.</param>
/// <param name="humanNumber">Where people answer; null where nobody does, and then the automat takes every call.</param>
/// <param name="basePath">What stands before each of our paths.</param>
internal sealed class LineTwiml(LineDesk line, string? humanNumber, string basePath)
{
    /// <summary>Where the carrier tells what became of ringing people first, below <c>/twilio/voice</c>.</summary>
    public const string OverflowPath = "/overflow";

    /// <summary>Answers the beginning of a call. One that the automat has taken already stays with it, however the line is switched meanwhile.</summary>
    public async Task<byte[]?> ArriveAsync(CallRunner runner, WebhookRequest request, CancellationToken stop)
    {
        var from = PhoneNumber.Parse(request.From);
        var turn = humanNumber is null ? default : await line.Decide(from, request.CallSid, stop);
        if (humanNumber is null || turn.Answer == LineAnswer.Automat || await runner.PresentAsync(request.CallSid, stop) is not null)
        {
            return await runner.BeginAsync(request.CallSid, from, stop);
        }

        var document = turn.Answer == LineAnswer.PeopleFirst
            ? HumanFallback.First(humanNumber, turn.RingFor, $"{basePath}/twilio/voice{OverflowPath}")
            : HumanFallback.Connect(humanNumber);
        return document.ToBytes();
    }

    /// <summary>People have talked, or have not answered: then the automat does.</summary>
    public static async Task<byte[]?> OverflowAsync(CallRunner runner, WebhookRequest request, CancellationToken stop)
        => request.DialStatus is CallStatus.Completed || request.CallStatus is { } status && status.IsFinal()
            ? TwimlDocument.Do(new Hangup()).ToBytes()
            : await runner.BeginAsync(request.CallSid, PhoneNumber.Parse(request.From), stop);
}
