using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using IvrAutomat.Simulator.Carrier;

namespace IvrAutomat.Simulator.Phone;

/// <summary>Tells a browser what happens on a call, as server-sent events numbered like the transcript.</summary>
internal static class CallFeed
{
    public static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        PhoneCall call, int after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            foreach (var happened in call.Transcript.After(after))
            {
                after = happened.Number;
                var (name, data) = Shape(happened);
                yield return new SseItem<string>(PhoneJson.Of(data), name)
                {
                    EventId = happened.Number.ToString(),
                };
                if (happened is CallEnded)
                {
                    yield break;
                }
            }

            await call.Transcript.MoreAsync(after, ct);
        }
    }

    /// <summary>Whether the browser has seen the end, so that it need not come again.</summary>
    public static bool HasSeenTheEnd(PhoneCall call, int after) =>
        call.Transcript.After(0).OfType<CallEnded>().FirstOrDefault() is { } ended && ended.Number <= after;

    private static (string Name, object Data) Shape(CallEvent happened) => happened switch
    {
        StatusChanged changed => ("status", new { changed.Status }),
        Spoken { Sound: { } sound } said => ("say", new { said.Text, said.Seconds, said.Language, Audio = sound.AbsolutePath }),
        Spoken { Verb: "Play" } played => ("play", new { played.Seconds }),
        Spoken said => ("say", new { said.Text, said.Seconds, said.Language }),
        FellQuiet => ("quiet", new { }),
        Listening listening => ("listen", new
        {
            Kinds = Kinds(listening),
            listening.NumDigits,
            listening.FinishOnKey,
            listening.Timeout,
        }),
        KeysTaken taken => ("heard", new { taken.Keys }),
        WordsTaken taken => ("heard", new { Speech = taken.Text }),
        NothingTaken => ("silence", new { }),
        KeyDropped dropped => ("dropped", new { Key = dropped.Key.ToString() }),
        Dialled dialled => ("dial", new { dialled.To }),
        DialChanged changed => ("dial", new { changed.Status }),
        Queued => ("queued", new { }),
        Unqueued => ("unqueued", new { }),
        Connected connected => ("connected", new { connected.With }),
        OtherSpoke spoke => ("other", new { spoke.By, spoke.Text }),
        Beeped => ("beep", new { }),
        WebhookAnswered answered => ("webhook", new
        {
            Path = answered.Url.AbsolutePath,
            Status = answered.HttpStatus,
            Milliseconds = Math.Round(answered.Took.TotalMilliseconds, 1),
            Purpose = answered.Purpose.ToString(),
        }),
        DocumentReceived received => ("document", new { received.Xml }),
        Trouble trouble => ("trouble", new { trouble.Code, trouble.Text }),
        CallEnded ended => ("ended", new { By = EndedByWord(ended.By), ended.Reason }),
        _ => ("other", new { }),
    };

    private static string EndedByWord(EndedBy by) => by switch
    {
        EndedBy.Automat => "automat",
        EndedBy.Caller => "caller",
        _ => "carrier",
    };

    private static string[] Kinds(Listening listening) =>
        listening.Keys && listening.Speech ? ["keys", "speech"] : listening.Speech ? ["speech"] : ["keys"];
}
