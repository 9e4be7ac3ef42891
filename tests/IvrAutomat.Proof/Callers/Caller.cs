using System.Security.Cryptography;

namespace IvrAutomat.Proof.Callers;

/// <summary>
/// One caller and the carrier's side of the call: executes documents, does what is planned, and behaves as the carrier does when a webhook
/// fails: nothing is repeated, the fallback address is asked once.
/// </summary>
/// <param name="delivery">Sends.</param>
/// <param name="at">Where an instance listens, 0 or 1; asked each time, because they come and go.</param>
/// <param name="first">The instance that the call begins at. The other one answers the fallback address, and keeps the call: relative addresses lead to whoever wrote them.</param>
/// <param name="pause">How long the caller takes before doing something.</param>
internal sealed class Caller(Delivery delivery, Func<int, Uri> at, int first, Func<TimeSpan> pause)
{
    private const string Arrival = "/twilio/voice";

    /// <summary>No call of a plan needs so many documents.</summary>
    private const int MostDocuments = 120;

    private readonly List<Acknowledged> _acknowledged = [];
    private readonly string _sid = $"CA{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
    private int _instance = first;
    private int _fallbacks;
    private TimeSpan _slowest;

    /// <summary>Plays the call to its end.</summary>
    public async Task<PlayedCall> PlayAsync(CallPlan plan, CancellationToken cancellationToken)
    {
        var end = await TalkAsync(plan, cancellationToken);
        if (end.End is CallEnd.Caller or CallEnd.Automat or CallEnd.Person or CallEnd.Queue)
        {
            // Reports are best effort: one that fails is not sent again.
            await delivery.PostAsync(at(_instance), "/twilio/voice/status", _sid, plan.From, [("CallStatus", "completed"), ("CallDuration", "42")], cancellationToken);
        }

        return new PlayedCall(_sid, plan, end.End, _acknowledged, _fallbacks, _slowest, end.Trouble);
    }

    private async Task<(CallEnd End, string? Trouble)> TalkAsync(CallPlan plan, CancellationToken cancellationToken)
    {
        var (path, done, now) = (Arrival, 0, default(Doing));
        (Doing What, int? Step)? pressed = null;
        for (var documents = 0; documents < MostDocuments; documents++)
        {
            var isLast = plan.HangsUp && now is not null && done == plan.Doings.Count;
            pressed = now is null ? pressed : (now, Page.StepOf(path));
            var sent = PostAsync(path, plan.From, now is null ? [] : [("Digits", now.Keys)], cancellationToken);
            if (isLast)
            {
                // Gone before the answer: it is asked for all the same, and what was decided holds.
                await sent;
                return (CallEnd.Caller, null);
            }

            var answered = await sent;
            var ownAnswer = answered.Response is not null;
            if (!ownAnswer)
            {
                _fallbacks++;
                _instance = 1 - _instance;
                var failed = answered;
                answered = await delivery.PostAsync(
                    at(_instance), Arrival + "/fallback", _sid, plan.From, [("ErrorCode", "11200"), ("ErrorUrl", path)], cancellationToken);
                if (answered.Response is null)
                {
                    return (CallEnd.Dropped, $"{path}: {failed.Status} {failed.Trouble}; fallback: {answered.Status} {answered.Trouble}");
                }
            }

            var page = Page.Of(answered.Response!);
            var moved = page.Step is not { } next || pressed?.Step is not { } asked || next > asked;
            if (pressed is ({ } input, { } step) && ownAnswer && moved && page.End is not CallEnd.Person)
            {
                _acknowledged.Add(new Acknowledged(step, input.Leaves));
            }

            if (pressed is not null && !moved && page.Listens is not null)
            {
                // The input was lost with the machine that had it; the caller hears the step again and does it again.
                done--;
            }

            // Whoever is sent round to the same step hears nothing, and waits for what becomes of the input.
            pressed = moved || page.Listens is not null ? null : pressed;

            if (page.End is { } end)
            {
                return (end, null);
            }

            (path, now) = (page.Silence ?? page.Listens!, null);
            if (page.Listens is { } listens)
            {
                await Task.Delay(pause(), cancellationToken);
                if (done < plan.Doings.Count)
                {
                    (path, now) = (listens, plan.Doings[done]);
                    done++;
                }
            }
        }

        return (CallEnd.Endless, $"after {MostDocuments} documents at {path}");
    }

    private async Task<Answered> PostAsync(string path, string from, (string Name, string Value)[] more, CancellationToken cancellationToken)
    {
        var answered = await delivery.PostAsync(at(_instance), path, _sid, from, more, cancellationToken);
        _slowest = answered.Took > _slowest && answered.Response is not null ? answered.Took : _slowest;
        return answered;
    }
}

/// <summary>An input whose answer the caller received: from then on it must not be lost.</summary>
/// <param name="Step">The step that it was given in.</param>
/// <param name="Leaves">What the journal must hold of it.</param>
internal sealed record Acknowledged(int Step, string Leaves);

/// <summary>A call that is over.</summary>
/// <param name="Sid">The carrier's identifier.</param>
/// <param name="Plan">What the caller wanted.</param>
/// <param name="End">How it ended.</param>
/// <param name="Acknowledged">The inputs that were answered.</param>
/// <param name="Fallbacks">How often the fallback address was asked.</param>
/// <param name="Slowest">The longest wait for an answer.</param>
/// <param name="Trouble">Why it ended badly; null when it did not.</param>
internal sealed record PlayedCall(
    string Sid, CallPlan Plan, CallEnd End, IReadOnlyList<Acknowledged> Acknowledged, int Fallbacks, TimeSpan Slowest, string? Trouble);
