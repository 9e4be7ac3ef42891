using System.Collections.Concurrent;
using System.Collections.Immutable;
using IvrAutomat.Benchmarks.Callers;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Benchmarks.Hosts;

/// <summary>
/// The conversation without its keeping: the same decisions, words and TwiML as the automat's, calls and orders in dictionaries. No
/// locks, no journal, no repeated deliveries; the callers of a benchmark take their turns one after another.
/// </summary>
internal sealed class InMemoryConversation
{
    private readonly ConcurrentDictionary<string, MemoryCall> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _calledLately = new(StringComparer.Ordinal);
    private readonly ShopProfile _shop = ShopSettings.ToProfile(new ShopOptions(), new IdentificationOptions());
    private readonly AnswerForms _forms = new AnswerTwiml(
        CarrierVoices.Default, string.Empty, humanNumber: null, new QueueTwiml(string.Empty, new HoldMusic(string.Empty, string.Empty))).Forms();
    private readonly ILookup<string, DemoOrder> _orders;
    private readonly PromptCatalogue _prompts;
    private readonly TimeProvider _time;

    /// <summary>Takes the demo orders as they stand today.</summary>
    public InMemoryConversation(PromptCatalogue prompts, TimeProvider time)
    {
        (_prompts, _time) = (prompts, time);
        _orders = DemoOrders.On(Facts().Today).ToLookup(demo => demo.Phone, StringComparer.Ordinal);
    }

    /// <summary>The greeting of a call.</summary>
    public byte[] Begin(string callId, PhoneNumber? from)
    {
        var number = from?.Value ?? string.Empty;
        var isNew = _calledLately.TryAdd(number, value: true);
        var caller = new Caller(_orders.Contains(number), from is { CanBeCalledBack: true }, CalledLately: !isNew);
        return Decide(new MemoryCall(ShopDialogue.Begin(callId), number), new CallStarted(caller));
    }

    /// <summary>The answer to a step.</summary>
    public byte[] Turn(string callId, int step, string? keys, string? words)
    {
        if (!_calls.TryGetValue(callId, out var known) || known.Call.Version != step)
        {
            return _forms.Human();
        }

        var listen = ShopDialogue.Listening(known.Call, Facts())
            ?? throw new InvalidOperationException($"Nothing is listened for in {known.Call.State}.");
        return Hearing.Interpret(listen, keys, words, collected: string.Empty, Tongue(known.Call.Language)) switch
        {
            Meaning meaning => Decide(known, meaning.Input),
            DigitsHeard digits when listen is SecretListen => Decide(known, CheckPin(known, digits.Candidates[0])),
            var other => throw new InvalidOperationException($"{other.GetType().Name} does not occur in the conversation that is measured."),
        };
    }

    /// <summary>The document of an order's status and menu: what a usual turn sends.</summary>
    public byte[] OrderMenu()
    {
        const string callId = "CA00000000000000000000000000000000";
        var demo = DemoCallers.On(Facts().Today)[0];
        Begin(callId, PhoneNumber.Parse(demo.Phone));
        var document = Turn(callId, step: 1, demo.Pin, words: null);
        _calls.TryRemove(callId, out _);
        return document;
    }

    private Tongue Tongue(string language) => new(Languages.Of(language), _prompts.Words(language), Facts().Today);

    private byte[] Decide(MemoryCall known, CallerInput input)
    {
        var said = ImmutableArray.CreateBuilder<SpokenText>();
        while (true)
        {
            var facts = Facts();
            var turn = ShopDialogue.Handle(known.Call, input, facts);
            known = known with { Call = turn.Call };
            foreach (var utterance in turn.Say)
            {
                var filled = utterance.Fill(name => throw new InvalidOperationException($"Nothing is held as '{name}'."));
                var language = utterance.Language ?? turn.Call.Language;
                said.Add(new SpokenText(_prompts.Speak(language, filled, facts.Today), language, utterance.Interruptible));
            }

            if (turn.Next is WaitNext)
            {
                input = new WorkFinished(Read(turn.Call.Awaiting));
                continue;
            }

            if (turn.Next is HangUpNext)
            {
                _calls.TryRemove(turn.Call.Id, out _);
            }
            else
            {
                _calls[turn.Call.Id] = known;
            }

            return _forms.Write(new Answer(said.ToImmutable(), turn.Next, turn.Call.Version, Collected: 0) { Language = turn.Call.Language });
        }
    }

    private PinOffered CheckPin(MemoryCall known, string pin)
    {
        ValueList<OrderChoice> opened =
            [.. _orders[known.From].Where(demo => demo.Pin == pin).Select(demo => new OrderChoice(demo.Order.Id, demo.Order.OrderedOn))];
        return new PinOffered(opened.Count == 0 ? PinVerdict.Wrong : PinVerdict.Right, opened);
    }

    private OrderRead Read(Work? work) => work is ReadOrder read
        ? new OrderRead(_orders.SelectMany(orders => orders).First(demo => demo.Order.Id == read.OrderId).Order)
        : throw new InvalidOperationException($"{work?.GetType().Name} does not occur in the conversation that is measured.");

    private Facts Facts() => new(TimeZoneInfo.ConvertTime(_time.GetUtcNow(), _shop.TimeZone), _shop)
    {
        Languages = [.. Languages.All.Select(language => language.Tag)],
    };

    private sealed record MemoryCall(Call Call, string From);
}
