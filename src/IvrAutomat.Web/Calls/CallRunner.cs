using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Orders;
using IvrAutomat.Web.Telemetry;

namespace IvrAutomat.Web.Calls;

/// <summary>
/// Runs turns: loads the call, lets the dialogue decide, saves, performs, answers. A turn is decided once, however
/// often and from however many sides it is asked for.
/// </summary>
internal sealed partial class CallRunner(
    CallStore store, CallerDesk callers, QueueDesk queue, TurnWork work, TurnWords words, Foresight foresight, VoiceDesk voice, AnswerForms forms, RivalTurn rival, Signals signals, TimeProvider time, ILogger<CallRunner> log)
{
    /// <summary>After this time without a save, whoever began a turn is taken for dead and the turn is carried on.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(3);

    /// <summary>Decisions by others between loading and saving, before an event is given up.</summary>
    private const int MostRivals = 5;

    /// <summary>
    /// Told of every decision once it is saved: the call before it, the input, the decision. Whoever listens only looks, and is quick.
    /// </summary>
    public Action<Call, CallerInput, Turn>? Saved { get; set; }

    /// <summary>Answers the beginning of a call; for a call that is known already, its start once more.</summary>
    public async Task<byte[]> BeginAsync(string callId, PhoneNumber? from, CancellationToken cancellationToken)
    {
        using var signal = signals.Turn(callId);
        var answer = await BeginAsync(callId, from, signal, cancellationToken);
        signal?.Done();
        return answer;
    }

    private async Task<byte[]> BeginAsync(string callId, PhoneNumber? from, TurnSignal? signal, CancellationToken cancellationToken)
    {
        if (await store.LoadAsync(callId, cancellationToken) is { } known)
        {
            return await ContinueAsync(new TurnState(known, Step: 0) { Signal = signal }, RawInput.None, cancellationToken);
        }

        var trusted = callers.Trust(from);
        var caller = await callers.Recognise(trusted, cancellationToken);
        var held = new HeldValues { From = trusted?.Value };
        var stored = new StoredCall(ShopDialogue.Begin(callId), held, Answer: null, AnsweredStep: -1, time.GetUtcNow(), HasEnded: false);
        return await DecideAsync(new TurnState(stored, Step: 0) { CallerKey = words.CallerKey(trusted), Signal = signal }, new CallStarted(caller), cancellationToken)
            ?? await rival.AnswerAsync(callId, step: 0, cancellationToken);
    }

    /// <summary>Answers a step of a call.</summary>
    /// <param name="callId">The carrier's identifier.</param>
    /// <param name="step">The number in the URL.</param>
    /// <param name="raw">What came.</param>
    /// <param name="cancellationToken">The request is gone.</param>
    public async Task<byte[]> TurnAsync(string callId, int step, RawInput raw, CancellationToken cancellationToken)
    {
        using var signal = signals.Turn(callId);

        // Where the call has moved on without us, nothing was saved and the row decides.
        var answer = store.Recall(callId, step) is { } recalled
            ? await InterpretAsync(new TurnState(recalled, step) { Signal = signal }, raw, cancellationToken)
            : null;
        answer ??= await store.LoadAsync(callId, cancellationToken) is { } stored
            ? await ContinueAsync(new TurnState(stored, step) { Signal = signal }, raw, cancellationToken)
            : forms.Human();
        signal?.Done();
        return answer;
    }

    /// <summary>The carrier lost our answer or could not read it: the present step once more, without an effect.</summary>
    /// <returns>Null when the call is not known.</returns>
    public async Task<byte[]?> PresentAsync(string callId, CancellationToken cancellationToken)
        => forms.Present(await store.LoadAsync(callId, cancellationToken));

    /// <summary>The caller's side is gone, or has been silent for so long that it must be.</summary>
    public async Task HangUpAsync(string callId, CancellationToken cancellationToken)
    {
        voice.Forget(callId);
        using var signal = signals.Turn(callId);
        for (var attempt = 0; attempt < MostRivals; attempt++)
        {
            if (await store.LoadAsync(callId, cancellationToken) is not { HasEnded: false } stored)
            {
                signal?.Done();
                return;
            }

            signal?.Heard(stored.Call.State, nameof(HungUp));
            var facts = words.Facts();
            var turn = ShopDialogue.Handle(stored.Call, new HungUp(), facts);
            var decided = words.Decided(new TurnState(stored, stored.Call.Version), turn, new HungUp(), facts, answer: null) with { IsOver = true };
            if (await store.SaveAsync(decided, cancellationToken))
            {
                Saved?.Invoke(stored.Call, new HungUp(), turn);
                signal?.Answered(turn.Call.State, turn.Call.Rounds, isWaiting: false);
                Start(decided);
                return;
            }
        }

        LogHangUpLost(callId);
    }

    /// <summary>Something happened to the caller that no step asked for: a person took the call, the queue let it go.</summary>
    /// <param name="callId">The carrier's identifier.</param>
    /// <param name="input">What happened; where it means nothing, the present step is answered once more.</param>
    /// <param name="cancellationToken">The request is gone.</param>
    public async Task<byte[]> HappenAsync(string callId, CallerInput input, CancellationToken cancellationToken)
    {
        using var signal = signals.Turn(callId);
        for (var attempt = 0; attempt < MostRivals; attempt++)
        {
            if (await store.LoadAsync(callId, cancellationToken) is not { HasEnded: false } stored || !ShopDialogue.Expects(stored.Call, input))
            {
                break;
            }

            var state = new TurnState(stored, stored.Call.Version) { Signal = signal };
            if (await DecideAsync(state, input, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        var present = await PresentAsync(callId, cancellationToken) ?? forms.Human();
        signal?.Done();
        return present;
    }

    /// <summary>The caller has left the room where a person was to be.</summary>
    public async Task<byte[]> LeaveRoomAsync(string callId, CancellationToken cancellationToken)
        => await store.LoadAsync(callId, cancellationToken) is { } stored
            ? await HappenAsync(callId, new TalkEnded(await queue.Talked(stored.Call, cancellationToken)), cancellationToken)
            : forms.Human();

    private async Task<byte[]> ContinueAsync(TurnState state, RawInput raw, CancellationToken cancellationToken)
    {
        var (stored, step) = (state.Stored, state.Step);
        if (step == stored.AnsweredStep && stored.Answer is { } same)
        {
            return same;
        }

        if (stored.HasEnded)
        {
            return forms.HangUp();
        }

        var call = stored.Call;
        if (call.Awaiting is not null)
        {
            var isPoll = step == call.Version;
            // A clock that was put back leaves instants that are still to come; whoever does live is protected by the version.
            var isOrphan = (time.GetUtcNow() - stored.UpdatedAt).Duration() > Abandoned;
            return isPoll || isOrphan
                ? await WorkOnAsync(state, cancellationToken) ?? await rival.AnswerAsync(call.Id, step, cancellationToken)
                : await rival.AnswerAsync(call.Id, step, cancellationToken);
        }

        if (step != call.Version)
        {
            return stored.Answer ?? forms.Again(call.Version);
        }

        return await InterpretAsync(state, raw, cancellationToken)
            ?? await rival.AnswerAsync(call.Id, step, cancellationToken);
    }

    private async Task<byte[]?> InterpretAsync(TurnState state, RawInput raw, CancellationToken cancellationToken)
    {
        var call = state.Stored.Call;
        var held = state.Stored.Held;
        if (ShopDialogue.Listening(call, words.Facts()) is not { } listen)
        {
            return state.Stored.Answer;
        }

        var heard = Hearing.Interpret(listen, raw.Keys, raw.Words, held.Collected, words.Tongue(call.Language));
        state = state.Hold(held with { Collected = string.Empty });
        switch (heard)
        {
            case Restarted restarted:
                return await DecideAsync(state.Hold(held with { Collected = restarted.Collected }), new EntryRestarted(), cancellationToken);
            case Meaning { Input: Silence } when ShopDialogue.IsQueued(call):
                return await DecideAsync(state, await queue.Place(call, cancellationToken), cancellationToken);
            case Meaning { Input: NotUnderstood } nothing when listen is MenuListen && raw.Words is { } said:
                return await DecideAsync(state with { Unheard = UnheardWords.Masked(said, Languages.Of(call.Language)) }, nothing.Input, cancellationToken);
            case Meaning meaning:
                return await DecideAsync(state, meaning.Input, cancellationToken);
            case DigitsHeard digits when listen is SecretListen secret:
                var entry = new SecretEntry(digits.Candidates[0], secret.Code, held.Caller, PhoneNumber.Parse(held.Contact));
                return await JudgeAsync(state, entry, cancellationToken);
            case WordsHeard own:
                return await DecideAsync(
                    state.Hold(state.Stored.Held with { Said = own.Words }), new WordsTaken(own.Words.Length), cancellationToken);
            case DigitsHeard digits when listen is NumberListen { Kind: NumberKind.Contact }:
                var contact = TurnWords.Phone(call, digits);
                state = state.Hold(state.Stored.Held with { Contact = contact?.Value });
                return await DecideAsync(state, new PhoneOffered(contact is { CanBeCalledBack: true }), cancellationToken);
            case DigitsHeard digits when listen is NumberListen { Kind: NumberKind.Company }:
                var company = digits.Candidates.FirstOrDefault(CompanyNumber.IsValid, digits.Candidates[0]);
                state = state.Hold(state.Stored.Held with { Company = company });
                return await DecideAsync(state, new CompanyOffered(CompanyNumber.IsValid(company)), cancellationToken);
            case DigitsHeard digits when listen is NumberListen { Kind: NumberKind.Callback }:
                var phone = TurnWords.Phone(call, digits);
                state = state.Hold(state.Stored.Held with { Callback = phone?.Value });
                return await DecideAsync(state, new PhoneOffered(phone is { CanBeCalledBack: true }), cancellationToken);
            case DigitsHeard digits:
                var found = await callers.FindNumber(digits.Candidates, held.Caller, cancellationToken);
                state = state.Hold(state.Stored.Held with { Number = found.Digits });
                return await DecideAsync(state, new NumberOffered(found.OrderId, found.Digits.Length, digits.Spoken), cancellationToken);
            default:
                throw new InvalidOperationException($"{heard.GetType().Name} is not known to the runner.");
        }
    }

    // Others may fail at the same order between the look at it and the save: then this entry is judged once more, with theirs counted.
    private async Task<byte[]?> JudgeAsync(TurnState state, SecretEntry entry, CancellationToken cancellationToken)
    {
        var call = state.Stored.Call;
        byte[]? answer = null;
        for (var attempt = 0; attempt < MostRivals && answer is null && (attempt == 0 || await store.IsAtAsync(call, cancellationToken)); attempt++)
        {
            var check = await callers.CheckPin(call, entry, cancellationToken);
            answer = await DecideAsync(state with { Failures = [.. check.Failures], Seen = check.Seen }, check.Input, cancellationToken);
        }

        return answer;
    }

    // Null: another request decided this turn first; nothing of ours has happened.
    private async Task<byte[]?> DecideAsync(TurnState state, CallerInput input, CancellationToken cancellationToken)
    {
        while (true)
        {
            state.Signal?.Heard(state.Stored.Call.State, input.GetType().Name);
            var facts = words.Facts();
            var turn = ShopDialogue.Handle(state.Stored.Call, input, facts);
            if (!turn.Firing.WasExpected)
            {
                LogUnexpected(state.Stored.Call.State, input.GetType().Name);
            }

            state = state with { Said = state.Said.AddRange(turn.Say) };
            var isAnswered = turn.Next is not WaitNext || input is StillWorking;
            if (isAnswered && turn.Call.Order is { } order && HeldNames.HaveAddress(state.Said))
            {
                state = state.Hold(state.Stored.Held with { Address = await callers.Address(order.Id, cancellationToken) });
            }

            var decided = words.Decided(state, turn, input, facts, isAnswered ? await words.SpeakAsync(state, turn) : null);
            if (!await store.SaveAsync(decided, cancellationToken))
            {
                state.Signal?.Lost();
                return null;
            }

            Saved?.Invoke(state.Stored.Call, input, turn);
            Start(decided);
            if (isAnswered)
            {
                state.Signal?.Answered(turn.Call.State, turn.Call.Rounds, isWaiting: turn.Next is WaitNext);
                foresight.Look(turn.Call, turn.Next, state.Stored.Held);
                return decided.Answer;
            }

            state = state.After(decided);
            input = await ResultAsync(state, cancellationToken);
        }
    }

    private void Start(Decided decided)
    {
        signals.Saved(decided);
        work.Start(decided);
        if (decided.Wait is not null)
        {
            queue.Wake();
        }
    }

    private async Task<byte[]?> WorkOnAsync(TurnState state, CancellationToken cancellationToken)
        => await DecideAsync(state, await ResultAsync(state, cancellationToken), cancellationToken);

    private async Task<CallerInput> ResultAsync(TurnState state, CancellationToken cancellationToken)
    {
        var call = state.Stored.Call;
        return await work.ResultAsync(call, state.Deadline, cancellationToken) is { } result
            ? new WorkFinished(result)
            : new StillWorking(call.Rounds + 1);
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "In {State} the input {Input} meant nothing; it came late or twice")]
    private partial void LogUnexpected(string state, string input);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Warning, Message = "The end of call {CallId} could not be saved: the call kept changing")]
    private partial void LogHangUpLost(string callId);
}
