using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Telephony;

/// <summary>
/// Writes answers of the conversation as TwiML: one turn, one Gather. Only what must not be cut off stands before it;
/// silence goes to an address of its own.
/// </summary>
internal sealed class AnswerTwiml(CarrierVoices voices, string basePath, string? humanNumber, QueueTwiml queue)
{
    /// <summary>The forms that the runner answers with.</summary>
    public AnswerForms Forms() => new(
        answer => Document(answer).ToBytes(),
        () => TwimlDocument.Do(new Hangup()).ToBytes(),
        step => TwimlDocument.Do(new Redirect(StepUrl(step))).ToBytes(),
        () => Human().ToBytes());

    /// <summary>Connects the caller with a person; without a number the call ends.</summary>
    public TwimlDocument Human() => humanNumber is null ? TwimlDocument.Do(new Hangup()) : HumanFallback.Connect(humanNumber);

    private TwimlDocument Document(Answer answer) => answer.Next switch
    {
        ListenNext next => Listen(answer, next.Listen),
        WaitNext => TwimlDocument.Do(Words(answer.Said), new Redirect(StepUrl(answer.Step))),
        QueueNext { Joins: true } => QueueTwiml.Join(Words(answer.Said), WaitOf(answer), StepUrl(answer.Step)),
        QueueNext next => queue.Wait([.. answer.Said.Select(Voiced)], next, StepUrl(answer.Step)),
        MeetNext meet => queue.Meet(Words(answer.Said), meet.Room, StepUrl(answer.Step)),
        LeaveNext => TwimlDocument.Do(new Leave()),
        HangUpNext => TwimlDocument.Do(Words(answer.Said), new Hangup()),
        _ => throw new InvalidOperationException($"{answer.Next.GetType().Name} has no TwiML."),
    };

    private TwimlDocument Listen(Answer answer, Listen listen)
    {
        var fixedUpTo = 0;
        for (var i = 0; i < answer.Said.Length; i++)
        {
            fixedUpTo = answer.Said[i].Interruptible ? fixedUpTo : i + 1;
        }

        var url = StepUrl(answer.Step);
        return TwimlDocument.Listen(
            [.. Spoken(answer.Said[..fixedUpTo], pausesLast: true)],
            new Gather(url)
            {
                Prompts = [.. Spoken(answer.Said[fixedUpTo..], pausesLast: false)],
                Input = listen.Speech ? GatherInput.KeysAndSpeech : GatherInput.Keys,
                NumDigits = Length(listen) is { } length ? Math.Max(1, length - answer.Collected) : null,
                FinishOnKey = listen is MenuListen or WordsListen ? FinishKey.None : FinishKey.Hash,
                Timeout = TimeSpan.FromSeconds(listen.Seconds),
                Hints = !listen.Speech ? [] : listen is WordsListen ? [] : listen is MenuListen ? RecogniserHints.Menu(answer.Language) : RecogniserHints.Number(answer.Language),
                Language = voices.Of(answer.Language).Language,
            },
            new Redirect(url + "/silence"));
    }

    private static int? Length(Listen listen) => listen switch
    {
        MenuListen => 1,
        WordsListen => 1,
        SecretListen { Lengths: [var only] } => only,
        NumberListen { Lengths: [var only] } => only,
        _ => null,
    };

    private static string WaitOf(Answer answer)
        => answer.Wait ?? throw new InvalidOperationException($"{answer.Next.GetType().Name} names no wait.");

    private ImmutableArray<Step> Words(ImmutableArray<SpokenText> said) => [.. Spoken(said, pausesLast: true)];

    // After the last words of a question the carrier listens in silence anyway.
    private IEnumerable<Prompt> Spoken(ImmutableArray<SpokenText> said, bool pausesLast)
    {
        for (var i = 0; i < said.Length; i++)
        {
            yield return Voiced(said[i]);
            if (said[i].PauseAfter > 0 && (pausesLast || i < said.Length - 1))
            {
                yield return new Pause(TimeSpan.FromSeconds(said[i].PauseAfter));
            }
        }
    }

    private Prompt Voiced(SpokenText said) => said.Audio is { } audio ? new Play(basePath + audio) : new Say(said.Text, voices.Of(said.Language));

    private string StepUrl(int step) => $"{basePath}/twilio/voice/turns/{step}";
}
