using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// What stands between a decision and the outside: facts in, words out. Held digits become words here, at the last
/// moment, and nowhere else.
/// </summary>
internal sealed class TurnWords(
    PromptLibrary prompts, HouseNow house, AnswerForms forms, Definitions definitions, Secrets secrets, VoiceDesk voice, TimeProvider time)
{
    private const int PauseAfterSentence = 1;
    private const int PauseAfterOption = 2;

    /// <summary>The phone number that a caller typed, as people of the caller's country write it; null when it is none.</summary>
    public static PhoneNumber? Phone(Call call, DigitsHeard digits)
        => call.Caller.IsSlovak || call.Language == Slovak.Instance.Tag ? PhoneNumber.ParseSlovak(digits.Candidates[0]) : PhoneNumber.Parse(digits.Candidates[0]);

    /// <summary>The facts of this instant.</summary>
    public Facts Facts()
    {
        // The journal keeps whole milliseconds: what decides is what it keeps.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        return new HouseFacts(house.Shop(), [.. prompts.Complete], house.Announced(now)).At(now);
    }

    /// <summary>What the caller's words are understood with.</summary>
    public Tongue Tongue(string language) => new(Languages.Of(language), prompts.Current.Words(language), Facts().Today);

    /// <summary>The keyed hash under which a caller's number is remembered; null for a withheld one.</summary>
    public string? CallerKey(PhoneNumber? from) => from is { } number ? secrets.Hash(SecretLabel.Phone, number.Value) : null;

    /// <summary>The answer to a turn in the carrier's form.</summary>
    public async Task<byte[]> SpeakAsync(TurnState state, Turn turn)
    {
        var held = state.Stored.Held;
        var said = await voice.Find(turn.Call.Id, Say(state.Said, turn.Call, held, turn.Next));
        return forms.Write(new Answer(said, turn.Next, turn.Call.Version, held.Collected.Length) { Language = turn.Call.Language, Wait = WaitOf(turn) });
    }

    /// <summary>Utterances in words.</summary>
    /// <param name="utterances">What is said.</param>
    /// <param name="call">Who it is said to.</param>
    /// <param name="held">What the call holds back from the dialogue.</param>
    /// <param name="next">What follows them; null while nobody knows.</param>
    public ImmutableArray<SpokenText> Say(ImmutableArray<Utterance> utterances, Call call, HeldValues held, Next? next = null)
    {
        var catalogue = prompts.Current;
        var today = Facts().Today;
        var said = ImmutableArray.CreateBuilder<SpokenText>(utterances.Length);
        foreach (var utterance in utterances)
        {
            var language = utterance.Language ?? call.Language;
            said.AddRange(Paced(
                new SpokenText(catalogue.Speak(language, utterance.Fill(held.Value), today), language, utterance.Interruptible)
                {
                    Key = utterance is { Variant: Variants.Text, Rung: 0 } ? utterance.Key : null,
                    IsPersonal = utterance.IsPersonal,
                },
                call, next));
        }

        return said.ToImmutable();
    }

    /// <summary>
    /// In slow mode every sentence stands alone, with time to think after it: where one of several is to be chosen, each option gets the time
    /// in which its key may be pressed.
    /// </summary>
    private static IEnumerable<SpokenText> Paced(SpokenText said, Call call, Next? next)
    {
        if (!call.Slow)
        {
            return [said];
        }

        // A recording of the whole prompt stands for none of its sentences.
        var sentences = Sentences.Of(said.Text);
        return sentences.Select(sentence => said with
        {
            Text = sentence,
            Key = sentences.Count == 1 ? said.Key : null,
            Slow = true,
            PauseAfter = next is ListenNext { Listen: MenuListen { Options.Length: > 1 } } ? PauseAfterOption : PauseAfterSentence,
        });
    }

    private string? WaitOf(Turn turn) => turn.Next switch
    {
        QueueNext queue => WaitChange.NameOf(secrets, turn.Call.Id, queue.JoinedAt),
        _ => null,
    };

    /// <summary>A decision as it is saved.</summary>
    /// <param name="state">The turn on its way.</param>
    /// <param name="turn">What was decided.</param>
    /// <param name="input">What it was decided on.</param>
    /// <param name="facts">What it was decided with.</param>
    /// <param name="answer">The answer; null while work comes first.</param>
    public Decided Decided(TurnState state, Turn turn, CallerInput input, Facts facts, byte[]? answer)
    {
        var held = state.Stored.Held;
        bool? slow = input is not CallStarted && turn.Call.Slow != state.Stored.Call.Slow ? turn.Call.Slow : null;
        return new Decided
        {
            Call = turn.Call,
            ExpectedVersion = state.Stored.Call.Version,

            // Once identification is over, nobody reads the typed number back.
            Held = turn.Call.Order is null ? held : held with { Number = null },
            Input = input,
            At = facts.Now,
            Definitions = definitions.Of(prompts.Current, facts),
            Said = turn.Say,
            IsOver = turn.Next is HangUpNext,
            Answer = answer,
            AnsweredStep = answer is null ? -1 : state.Step,
            Events = turn.Events,
            Requests = [.. turn.Work.OfType<Request>().Select(request => New(turn.Call, request, held))],
            Failures = state.Failures,
            Seen = state.Seen,
            Unheard = state.Unheard is { } unheard ? new(state.Stored.Call.State, unheard) : null,
            Wait = WaitChange.Of(state.Stored.Call, turn, input, secrets),
            CallerKey = input is LanguageChosen || slow is not null ? CallerKey(held.Caller) : state.CallerKey,
            ChosenLanguage = (input as LanguageChosen)?.Tag,
            Slow = slow,
        };
    }

    private NewRequest New(Call call, Request request, HeldValues held)
    {
        var key = RequestKey.Of(call.Id, request, call.AwaitingStep);
        return new NewRequest(key, key, request, Needed(call, request, held).Protect(secrets));
    }

    // Each request takes with it only what it cannot be done without.
    private static HeldDetails Needed(Call call, Request request, HeldValues held) => request switch
    {
        AgreeCallback { Typed: true } => new HeldDetails { Phone = held.Callback, Caller = CallBack(call, held) },
        AgreeCallback or CancelCallback or KeepCase => new HeldDetails { Caller = CallBack(call, held) },
        SendCode code => new HeldDetails { Caller = held.From, Contact = code.To == CodeFor.Phone ? held.Contact : null },
        OpenCase { Kind: CaseKind.Invoice } => new HeldDetails { Phone = CallBack(call, held), Company = held.Company },
        OpenCase { Kind: CaseKind.Complaint } or FileComplaint => new HeldDetails { Phone = CallBack(call, held), Said = held.Said },
        OpenCase => new HeldDetails { Phone = CallBack(call, held) },
        ForPerson person => Needed(call, person.Wanted, held) with { Phone = CallBack(call, held) },
        _ => HeldDetails.None,
    };

    private static string? CallBack(Call call, HeldValues held) => call.Caller.CanBeCalledBack ? held.From : null;
}
