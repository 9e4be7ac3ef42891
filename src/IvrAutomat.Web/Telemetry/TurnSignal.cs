using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IvrAutomat.Web.Telemetry;

/// <summary>One turn being told of: a span, a count and a duration, once it is disposed of.</summary>
internal sealed class TurnSignal(Activity? span, Counter<long> turns, Histogram<double> seconds, TimeProvider time) : IDisposable
{
    private readonly long _began = time.GetTimestamp();
    private string _state = "none";
    private string? _input;
    private string? _after;
    private string _outcome = "failed";
    private int _rounds;

    /// <summary>What the turn met and heard; only the first counts, because what follows are results of its own work.</summary>
    public void Heard(string state, string input)
    {
        if (_input is null)
        {
            (_state, _input) = (state, input);
        }
    }

    /// <summary>It was decided and saved.</summary>
    /// <param name="after">The state now.</param>
    /// <param name="rounds">How often it has been put off.</param>
    /// <param name="isWaiting">It is put off once more.</param>
    public void Answered(string after, int rounds, bool isWaiting) => (_after, _rounds, _outcome) = (after, rounds, isWaiting ? "waiting" : "answered");

    /// <summary>Another request decided it first.</summary>
    public void Lost() => _outcome = "rival";

    /// <summary>Nothing failed; where nothing was decided, an answer was given once more.</summary>
    public void Done() => _outcome = _outcome == "failed" ? "repeated" : _outcome;

    /// <inheritdoc />
    public void Dispose()
    {
        var outcome = new KeyValuePair<string, object?>(Label.Outcome, _outcome);
        turns.Add(1, new KeyValuePair<string, object?>(Label.State, _state), outcome);
        seconds.Record(time.GetElapsedTime(_began).TotalSeconds, outcome);
        if (span is null)
        {
            return;
        }

        span.SetTag(Label.State, _state).SetTag(Label.StateAfter, _after).SetTag(Label.Input, _input).SetTag(Label.Outcome, _outcome).SetTag(Label.Rounds, _rounds);
        if (_outcome == "failed")
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.Dispose();
    }
}
