using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IvrAutomat.Web.Telemetry;

/// <summary>
/// What the automat tells of its running: spans of one source and instruments of one meter, both named <c>IvrAutomat</c>. No span name, tag or
/// label holds digits, words, numbers or identifiers; each label has a known, small set of values. While nobody listens, telling costs a comparison.
/// </summary>
internal sealed class Signals : IDisposable
{
    /// <summary>The name of source and meter.</summary>
    public const string Name = "IvrAutomat";

    private readonly TimeProvider _time;
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _turnSeconds;
    private readonly Counter<long> _callsStarted;
    private readonly Counter<long> _callsEnded;
    private readonly Counter<long> _pins;
    private readonly Histogram<double> _workSeconds;
    private readonly Histogram<double> _outsideSeconds;
    private readonly Counter<long> _offersMade;
    private readonly Counter<long> _offersEnded;
    private readonly Counter<long> _utterances;

    /// <summary>Makes source and instruments; nobody listens yet.</summary>
    public Signals(TimeProvider time)
    {
        _time = time;
        Source = new ActivitySource(Name);
        Meter = new Meter(Name);
        _turns = Meter.CreateCounter<long>("ivr.turns", "{turn}", "Webhooks of a call that were answered, by the state they met and what became of them.");
        _turnSeconds = Meter.CreateHistogram<double>("ivr.turn.duration", "s", "From the webhook to its answer.");
        _callsStarted = Meter.CreateCounter<long>("ivr.calls.started", "{call}", "Calls that the automat took.");
        _callsEnded = Meter.CreateCounter<long>("ivr.calls.ended", "{call}", "Calls that ended, as contained, handover or abandoned.");
        _pins = Meter.CreateCounter<long>("ivr.pin.checks", "{check}", "Complete PINs and codes, by verdict; locked are the lockouts.");
        _workSeconds = Meter.CreateHistogram<double>("ivr.work.duration", "s", "One attempt of a query or of a request of the ledger.");
        _outsideSeconds = Meter.CreateHistogram<double>("ivr.outside.duration", "s", "One request to a system elsewhere, by system and result.");
        _offersMade = Meter.CreateCounter<long>("ivr.offers.made", "{offer}", "Agents who were to be rung for a caller.");
        _offersEnded = Meter.CreateCounter<long>("ivr.offers.ended", "{offer}", "Offers that ended, by result.");
        _utterances = Meter.CreateCounter<long>("ivr.utterances", "{utterance}", "Sentences of answers, by who says them: the audio store or the carrier.");
    }

    /// <summary>The spans' source.</summary>
    public ActivitySource Source { get; }

    /// <summary>The instruments' meter.</summary>
    public Meter Meter { get; }

    /// <summary>Begins a turn.</summary>
    /// <returns>Null while nobody listens.</returns>
    public TurnSignal? Turn(string callId)
        => Source.HasListeners() || _turns.Enabled || _turnSeconds.Enabled
            ? new TurnSignal(Source.StartActivity("turn", ActivityKind.Server, CallTrace.Of(callId)), _turns, _turnSeconds, _time)
            : null;

    /// <summary>Begins one attempt of a query or a request.</summary>
    /// <param name="callId">The call that asked for it.</param>
    /// <param name="manner"><c>query</c> or <c>request</c>.</param>
    /// <param name="kind">Which; one of a fixed set.</param>
    /// <returns>Null while nobody listens.</returns>
    public WorkSignal? Work(string callId, string manner, string kind)
        => Source.HasListeners() || _workSeconds.Enabled
            ? new WorkSignal(Source.StartActivity($"{manner} {kind}", ActivityKind.Internal, ParentOf(callId)), (manner, kind), _workSeconds, _time)
            : null;

    /// <summary>A call began.</summary>
    public void CallStarted() => _callsStarted.Add(1);

    /// <summary>A call ended.</summary>
    /// <param name="toPerson">A person was to take it over.</param>
    /// <param name="identified">An order was identified.</param>
    public void CallEnded(bool toPerson, bool identified)
        => _callsEnded.Add(1, new KeyValuePair<string, object?>(Label.Outcome, toPerson ? "handover" : identified ? "contained" : "abandoned"));

    /// <summary>A complete PIN or code was checked.</summary>
    public void PinChecked(string verdict) => _pins.Add(1, new KeyValuePair<string, object?>(Label.Verdict, verdict));

    /// <summary>Agents were offered callers.</summary>
    public void OffersMade(int count)
    {
        if (count > 0)
        {
            _offersMade.Add(count);
        }
    }

    /// <summary>An offer ended.</summary>
    public void OfferEnded(string result) => _offersEnded.Add(1, new KeyValuePair<string, object?>(Label.Result, result));

    /// <summary>An answer's sentences have their audio, or are left to the carrier.</summary>
    public void Uttered(int fromStore, int byCarrier)
    {
        _utterances.Add(fromStore, new KeyValuePair<string, object?>(Label.Source, "store"));
        _utterances.Add(byCarrier, new KeyValuePair<string, object?>(Label.Source, "carrier"));
    }

    /// <summary>Is anybody told of requests to systems elsewhere.</summary>
    public bool HearsOutside => Source.HasListeners() || _outsideSeconds.Enabled;

    /// <summary>A request to a system elsewhere ended.</summary>
    /// <param name="system">Which; one of a fixed set.</param>
    /// <param name="result">What came; one of a fixed set.</param>
    /// <param name="seconds">How long it took.</param>
    public void Outside(string system, string result, double seconds) => _outsideSeconds.Record(
        seconds, new KeyValuePair<string, object?>(Label.System, system), new KeyValuePair<string, object?>(Label.Result, result));

    /// <inheritdoc />
    public void Dispose()
    {
        Source.Dispose();
        Meter.Dispose();
    }

    // Work that a turn waits for is that turn's; the ledger's worker knows only the call.
    private ActivityContext ParentOf(string callId)
        => Activity.Current is { } current && current.Source == Source ? current.Context : CallTrace.Of(callId);
}
