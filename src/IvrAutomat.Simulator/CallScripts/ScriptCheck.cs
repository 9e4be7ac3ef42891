using IvrAutomat.Simulator.Carrier;
using IvrAutomat.Simulator.Shops;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Checks what must hold after the last call, once the work that the calls left behind is done.</summary>
internal sealed class ScriptCheck(ScriptThen then, IStage stage, CarrierNetwork carrier, StandIns? systems, ScriptOutcome outcome)
{
    /// <summary>Time for what must not happen to happen.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(5);

    /// <summary>Time for promised work to be done.</summary>
    private const int MostSeconds = 60;

    /// <exception cref="StepFailedException">Something still does not hold after all this time.</exception>
    public async Task HoldsAsync(TimeDriver driver, CancellationToken ct)
    {
        await driver.PassAsync(Aftermath, ct);
        for (var second = 0; ; second++)
        {
            if (await FirstProblemAsync(driver, ct) is not { } problem)
            {
                return;
            }

            if (second == MostSeconds)
            {
                throw new StepFailedException(problem.Line, problem.Message);
            }

            await driver.PassAsync(TimeSpan.FromSeconds(1), ct);
        }
    }

    private async Task<(int Line, string Message)?> FirstProblemAsync(TimeDriver driver, CancellationToken ct) =>
        CallProblem()
        ?? ConferenceProblem()
        ?? MessageProblem(then.Messages, byMail: false)
        ?? MessageProblem(then.Mails, byMail: true)
        ?? await OrderProblemAsync(driver, ct)
        ?? await CaseProblemAsync(driver, ct)
        ?? await RequestProblemAsync(driver, ct)
        ?? SystemProblem();

    private (int Line, string Message)? SystemProblem() => then.Systems
        .Select(expected => expected.Problem(systems) is { } problem ? (expected.Line, problem) : ((int Line, string Message)?)null)
        .FirstOrDefault(problem => problem is not null);

    private (int Line, string Message)? CallProblem()
    {
        var happened = outcome.Calls[^1].Transcript.After(0);
        var endedBy = happened.OfType<CallEnded>().LastOrDefault()?.By;
        if (then.Ended is { } by && endedBy != by)
        {
            return (then.Line, $"expected the call to end by {by}, but it ended by {endedBy}");
        }

        if (then.Dialled is { } number && !happened.OfType<Dialled>().Any(dialled => dialled.To == number))
        {
            return (then.Line, $"expected {number} to be dialled");
        }

        var heard = outcome.Calls.Sum(call => call.SecondsHeard);
        if (then.HeardAtMost is { } most && heard > most.TotalSeconds)
        {
            return (then.Line, $"expected at most {most.TotalSeconds} s of speech, but there were {heard:0.0} s");
        }

        var all = outcome.Calls.Select(call => new Recollection(call).All).ToArray();
        return then.NotHeard.FirstOrDefault(phrase => all.Any(text => phrase.FindIn(text, 0) is not null)) is { } phrase
            ? (then.Line, $"expected never to hear {phrase}")
            : null;
    }

    private (int Line, string Message)? ConferenceProblem()
    {
        if (then.Conferences is null)
        {
            return null;
        }

        var names = outcome.Cast.Calls.ToDictionary(each => each.Call.Sid, each => each.Name, StringComparer.Ordinal);
        var held = carrier.Conferences.All.Skip(outcome.ConferencesBefore).Where(conference => conference.HasStarted)
            .Select(conference => conference.Everybody.Select(call => names.GetValueOrDefault(call.Sid, "?")).Order().ToArray())
            .ToArray();
        var list = string.Join("; ", held.Select(with => string.Join(", ", with)));
        if (held.Length != then.Conferences.Count)
        {
            return (then.Line, $"expected {then.Conferences.Count} conferences, but there is {Or(list)}");
        }

        var (wrong, _) = then.Conferences.Zip(held).FirstOrDefault(pair => !pair.First.With.Order().SequenceEqual(pair.Second));
        return wrong is null
            ? null
            : (wrong.Line, $"expected a conference of {string.Join(", ", wrong.With)}, but there is {Or(list)}");
    }

    private (int Line, string Message)? MessageProblem(IReadOnlyList<MessageExpected>? wanted, bool byMail)
    {
        if (wanted is null)
        {
            return null;
        }

        var kind = byMail ? "e-mail" : "message";
        var sent = carrier.Messages.Told.Where(message => message.IsMail == byMail).ToArray();
        var list = string.Join("; ", sent.Select(message => $"to {message.To}: {message.Body}"));
        return wanted.Count == 0
            ? sent.Length == 0 ? null : (then.Line, $"expected no {kind}, but there is {list}")
            : Missing(
                wanted,
                sent.Where(message => message.Status == "delivered"),
                (expected, message) => Same(expected.To, message.To)
                    && (expected.Text is null || expected.Text.FindIn(message.Body, 0) is not null),
                expected => (expected.Line, $"expected a {kind} {expected.Text} to {expected.To}, but there is {Or(list)}"));
    }

    private async Task<(int Line, string Message)?> OrderProblemAsync(TimeDriver driver, CancellationToken ct)
    {
        foreach (var expected in then.Orders)
        {
            var order = await driver.PassUntilDoneAsync(stage.OrderAsync(expected.Number, ct), ct);
            if (order is null || !Same(expected.State, order.State) || !Same(expected.Payment, order.Payment))
            {
                var wanted = $"{expected.State ?? "anything"}, payment {expected.Payment ?? "anything"}";
                var found = order is null ? "does not exist" : $"is {order.State}, payment {order.Payment ?? "unknown"}";
                return (expected.Line, $"expected order {expected.Number} to be {wanted}; it {found}");
            }
        }

        return null;
    }

    private async Task<(int Line, string Message)?> CaseProblemAsync(TimeDriver driver, CancellationToken ct)
    {
        if (then.Cases is null)
        {
            return null;
        }

        var cases = await driver.PassUntilDoneAsync(stage.CasesAsync(ct), ct);
        var list = string.Join("; ", cases.Select(one => $"{one.Kind} ({one.Reason}) of order {one.Order}, {one.Owner}"));
        return cases.Count != then.Cases.Count
            ? (then.Line, $"expected {then.Cases.Count} cases, but there is {Or(list)}")
            : Missing(
                then.Cases,
                cases,
                (expected, seen) => Same(expected.Kind, seen.Kind) && Same(expected.Reason, seen.Reason)
                    && Same(expected.Order, seen.Order) && Same(expected.Owner, seen.Owner),
                expected => (
                    expected.Line,
                    $"expected a case {expected.Kind} {expected.Reason} {expected.Order} {expected.Owner}, but there is {Or(list)}"));
    }

    private async Task<(int Line, string Message)?> RequestProblemAsync(TimeDriver driver, CancellationToken ct)
    {
        if (then.Requests is null)
        {
            return null;
        }

        var requests = await driver.PassUntilDoneAsync(stage.RequestsAsync(ct), ct);
        var list = string.Join("; ", requests.Select(request => $"{request.Kind} of order {request.Order}: {request.State}"));
        return requests.Count != then.Requests.Count
            ? (then.Line, $"expected {then.Requests.Count} requests, but there is {Or(list)}")
            : Missing(
                then.Requests,
                requests,
                (expected, seen) => Same(expected.Kind, seen.Kind) && Same(expected.Order, seen.Order) && Same(expected.State, seen.State),
                expected => (
                    expected.Line,
                    $"expected a request {expected.Kind} {expected.Order} {expected.State}, but there is {Or(list)}"));
    }

    // Each expectation takes one of the things seen, so that two equal expectations need two things.
    private static (int Line, string Message)? Missing<TExpected, TSeen>(
        IEnumerable<TExpected> expected,
        IEnumerable<TSeen> seen,
        Func<TExpected, TSeen, bool> fits,
        Func<TExpected, (int Line, string Message)> problem)
    {
        var left = seen.ToList();
        foreach (var one in expected)
        {
            var at = left.FindIndex(candidate => fits(one, candidate));
            if (at < 0)
            {
                return problem(one);
            }

            left.RemoveAt(at);
        }

        return null;
    }

    private static bool Same(string? expected, string? seen) => expected is null || expected == seen;

    private static string Or(string list) => list.Length == 0 ? "none" : list;
}

/// <summary>What the calls of a script have left to be checked.</summary>
/// <param name="Calls">The calls of the script's own caller.</param>
/// <param name="Cast">Everybody else.</param>
/// <param name="ConferencesBefore">How many conferences there were before the script.</param>
internal sealed record ScriptOutcome(IReadOnlyList<PhoneCall> Calls, Cast Cast, int ConferencesBefore);
