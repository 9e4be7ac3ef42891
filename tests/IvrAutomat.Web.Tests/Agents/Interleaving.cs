using System.Text;
using System.Xml.Linq;
using IvrAutomat.Calls;
using IvrAutomat.Queue;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Telephony;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// One random afternoon: callers wait, customers are owed a call, agents pick up, refuse and hang up, reports come late, twice or never,
/// processes die. Then all becomes calm, and nobody may have been forgotten.
/// </summary>
internal sealed class Interleaving(InterleavingHouse house, int seed)
{
    private const int Storm = 45;
    private const int MostCalm = 400;

    private static readonly string[] Agents = ["Jana", "Petr"];

    private readonly Random _chance = new(seed);
    private readonly List<Func<Task>> _reports = [];
    private readonly List<Func<Task>>[] _steps = [[], []];
    private readonly HashSet<EdgeLeg> _choosing = [];
    private readonly HashSet<EdgeLeg> _left = [];
    private readonly List<EdgeLeg> _callers = [];
    private bool _isCalm;

    private EdgeCarrier Carrier => house.Carrier;

    private int Instance => _chance.Next(2);

    /// <summary>Plays it.</summary>
    /// <returns>What must not have happened; empty when all held.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        await house.ClearAsync();
        (Carrier.Chance, Carrier.IsCalm) = (_chance, false);
        var hasConsole = _chance.Next(3) > 0;
        for (var number = 0; number < 3; number++)
        {
            _callers.Add(await house.AddAsync(number, isGone: hasConsole && number == 2));
        }

        foreach (var agent in hasConsole ? Agents : [])
        {
            await house.Of<AgentStates>(0).SetReadyAsync(agent, default);
        }

        for (var round = 0; round < Storm; round++)
        {
            await AtOnceAsync(Next(), _chance.Next(4) == 0 ? Next() : null);
        }

        _isCalm = Carrier.IsCalm = true;
        for (var round = 0; round < MostCalm && !await IsOverAsync(); round++)
        {
            await SettleAsync(hasConsole);
        }

        return [.. Carrier.Broken, .. await BrokenAsync(hasConsole)];
    }

    private Func<Task> Next()
    {
        List<Func<Task>> moves = [.. Nature()];
        var instance = Instance;
        moves.Add(() => PassAsync(instance));
        moves.Add(() => PassAsync(instance));
        moves.Add(() =>
        {
            house.Clock.Advance(TimeSpan.FromSeconds(_chance.Next(1, 30)));
            return Task.CompletedTask;
        });
        if (_chance.Next(12) == 0)
        {
            // A process dies: what it was about to do is not done.
            _steps[instance].Clear();
        }

        for (var each = 0; each < 2; each++)
        {
            if (_steps[each].Count > 0)
            {
                moves.Add(Take(_steps[each]));
                moves.Add(Take(_steps[each]));
            }
        }

        if (_reports.Count > 0)
        {
            moves.Add(_chance.Next(10) switch
            {
                0 => Lose(),
                1 => _reports[_chance.Next(_reports.Count)],
                _ => Take(_reports),
            });
        }

        return moves[_chance.Next(moves.Count)];
    }

    // Taken off the list only when it is done, so that what is not chosen stays.
    private Func<Task> Take(List<Func<Task>> list)
    {
        var chosen = list[_chance.Next(list.Count)];
        return () => list.Remove(chosen) ? chosen() : Task.CompletedTask;
    }

    private Func<Task> Lose()
    {
        var lost = _reports[_chance.Next(_reports.Count)];
        return () =>
        {
            _reports.Remove(lost);
            return Task.CompletedTask;
        };
    }

    private IEnumerable<Func<Task>> Nature()
    {
        foreach (var leg in Carrier.Legs.ToArray())
        {
            foreach (var deed in DeedsOf(leg))
            {
                yield return deed;
            }
        }

        if (Carrier.Moves.Count > 0)
        {
            yield return MoveAsync;
        }

        if (Carrier.Ended.Count > 0)
        {
            yield return () =>
            {
                if (Carrier.Ended.TryDequeue(out var ended))
                {
                    End(ended, "completed");
                }

                return Task.CompletedTask;
            };
        }
    }

    private IEnumerable<Func<Task>> DeedsOf(EdgeLeg leg)
    {
        switch (leg)
        {
            case { IsCaller: true, State: EdgeState.Talking, Room: null }:
                if (_isCalm)
                {
                    break;
                }

                if (_chance.Next(8) == 0)
                {
                    yield return () => GoAsync(leg);
                }

                break;
            case { State: EdgeState.Ringing, IsCustomer: true }:
                yield return () => PickUpAsync(leg);
                yield return () => _isCalm ? PickUpAsync(leg) : GoAsync(leg, "no-answer");
                break;
            case { State: EdgeState.Ringing, IsCaller: false }:
                yield return () => PickUpAsync(leg);
                yield return () => PickUpAsync(leg);
                yield return () => _isCalm ? PickUpAsync(leg) : GoAsync(leg, _chance.Next(2) == 0 ? "busy" : "no-answer");
                break;
            case { State: EdgeState.Talking, Room: not null } when (_isCalm && Together(leg.Room)) || (!_isCalm && _chance.Next(4) == 0):
                yield return () => GoAsync(leg);
                break;
            case { State: EdgeState.Talking } when _choosing.Contains(leg):
                yield return () => PressAsync(leg, "1");
                yield return () => PressAsync(leg, _isCalm ? "1" : $"{_chance.Next(1, 4)}");
                yield return () => _isCalm ? PressAsync(leg, "1") : GoAsync(leg);
                break;
        }
    }

    private bool Together(string room) => Carrier.Legs.Count(leg => leg.Room == room && leg.State == EdgeState.Talking) > 1;

    private async Task PickUpAsync(EdgeLeg leg)
    {
        if (leg.State != EdgeState.Ringing)
        {
            return;
        }

        leg.State = EdgeState.Talking;
        var legs = house.Of<AgentLegs>(Instance);
        if (leg.IsCustomer)
        {
            var wait = (await legs.Book.FindAsync(leg.Serves, default))!;
            Obey(leg, await CallbackEndpoints.AnswerAsync(legs, wait, Request(leg), default));
        }
        else if (await legs.Book.OfferAsync(leg.Serves, default) is { } row)
        {
            Obey(leg, await AgentEndpoints.WhisperAsync(legs, row, Request(leg), default));
        }
    }

    private async Task PressAsync(EdgeLeg leg, string key)
    {
        if (!_choosing.Remove(leg) || leg.State != EdgeState.Talking)
        {
            return;
        }

        var legs = house.Of<AgentLegs>(Instance);
        var row = (await legs.Book.OfferAsync(leg.Serves, default))!.Value;
        try
        {
            Obey(leg, await AgentEndpoints.KeysAsync(legs, row, Request(leg, ("Digits", key)), default));
        }
        catch (Exception failure) when (IsBusy(failure))
        {
            End(leg, "completed");
        }
    }

    // What the carrier does with a document.
    private void Obey(EdgeLeg leg, byte[] document)
    {
        var response = XDocument.Parse(Encoding.UTF8.GetString(document)).Root!;
        if (leg.State == EdgeState.Over)
        {
            return;
        }

        if (response.Descendants("Conference").FirstOrDefault()?.Value is { } room)
        {
            if (Carrier.Legs.Exists(other => other != leg && other.Room == room && other.State == EdgeState.Talking && other.Path.Contains("/agents/") == leg.Path.Contains("/agents/")))
            {
                Carrier.Broken.Add("Two agents, or two customers, are in one room.");
            }

            leg.Room = room;
            if (Together(room))
            {
                _reports.Add(() => house.Of<TransferBook>(Instance).MeetAsync(room[2..], default));
            }
        }
        else if (response.Element("Gather") is not null && !leg.IsCaller)
        {
            _choosing.Add(leg);
        }
        else if (response.Element("Hangup") is not null && !leg.IsCaller)
        {
            End(leg, "completed");
        }
        else
        {
            leg.Room = null;
        }
    }

    private async Task MoveAsync()
    {
        if (!Carrier.Moves.TryDequeue(out var move) || move.Leg.State != EdgeState.Talking)
        {
            return;
        }

        if (!move.Leg.IsCaller)
        {
            LeaveRoom(move.Leg);
            End(move.Leg, "completed");
            return;
        }

        LeaveRoom(move.Leg);
        var instance = Instance;
        Obey(move.Leg, (await AgentEndpoints.MovedAsync(
            house.Of<CallRunner>(instance), house.Of<TransferBook>(instance), move.Path.Split('/')[^2], Request(move.Leg), default))!);
    }

    private Task GoAsync(EdgeLeg leg, string status = "completed")
    {
        if (leg.State != EdgeState.Over)
        {
            _left.Add(leg);
            End(leg, status);
        }

        return Task.CompletedTask;
    }

    // The leg is gone; its report comes when it comes, and everybody in its room is alone.
    private void End(EdgeLeg leg, string status)
    {
        leg.State = EdgeState.Over;
        _choosing.Remove(leg);
        LeaveRoom(leg);
        _reports.Add(async () =>
        {
            var legs = house.Of<AgentLegs>(Instance);
            if (leg.IsCaller)
            {
                await house.Of<CallRunner>(Instance).HangUpAsync(leg.Sid, default);
            }
            else if (leg.IsCustomer)
            {
                await CallbackEndpoints.StatusAsync(legs, leg.Serves, Request(leg, ("CallStatus", status)), default);
            }
            else
            {
                await AgentEndpoints.StatusAsync(legs, leg.Serves, Request(leg, ("CallStatus", status)), default);
            }
        });
    }

    private void LeaveRoom(EdgeLeg leg)
    {
        if (leg.Room is not { } room)
        {
            return;
        }

        leg.Room = null;
        foreach (var other in Carrier.Legs.Where(other => other.Room == room && other.State == EdgeState.Talking).ToArray())
        {
            other.Room = null;
            _reports.Add(() => AloneAsync(other));
        }
    }

    // The Dial's action: it is a request for a document, which does not get lost.
    private async Task AloneAsync(EdgeLeg leg)
    {
        var instance = Instance;
        var legs = house.Of<AgentLegs>(instance);
        if (leg.State == EdgeState.Over || leg.Room is not null)
        {
            return;
        }

        if (leg.IsCaller)
        {
            var runner = house.Of<CallRunner>(instance);
            var document = await runner.HappenAsync(leg.Sid, new TalkEnded(await legs.Book.TalkedAsync(leg.Sid, default)), default);
            Obey(leg, document);
            if (Encoding.UTF8.GetString(document).Contains("<Hangup", StringComparison.Ordinal))
            {
                End(leg, "completed");
            }
        }
        else if (leg.IsCustomer)
        {
            Obey(leg, await CallbackEndpoints.DoneAsync(legs, (await legs.Book.FindAsync(leg.Serves, default))!, Request(leg), default));
        }
        else
        {
            await legs.GoneAsync(leg.Serves, OfferEnd.Unanswered, default);
            End(leg, "completed");
        }
    }

    private async Task PassAsync(int instance) => _steps[instance].AddRange(await house.PassAsync(instance));

    private async Task SettleAsync(bool hasConsole)
    {
        foreach (var report in _reports.ToArray())
        {
            _reports.Remove(report);
            await AtOnceAsync(report);
        }

        foreach (var deed in Nature().ToArray())
        {
            await AtOnceAsync(deed);
        }

        for (var instance = 0; instance < 2; instance++)
        {
            var each = instance;
            await AtOnceAsync(() => PassAsync(each));
            foreach (var step in _steps[instance])
            {
                await AtOnceAsync(step);
            }

            _steps[instance].Clear();
        }

        // Callers who are back with the automat hang up when they have had enough of it.
        await using (var db = house.Open())
        {
            var waiting = await db.Transfers.Where(wait => wait.SettledAt == null).Select(wait => wait.CallId).ToListAsync();
            foreach (var caller in _callers.Where(caller => caller is { State: EdgeState.Talking, Room: null } && !waiting.Contains(caller.Sid)))
            {
                End(caller, "completed");
            }
        }

        // Whoever lost every report of a leg's end learns it as the product does in real life: calls that have gone quiet are looked for.
        foreach (var caller in _callers.Where(caller => caller.State == EdgeState.Over))
        {
            await AtOnceAsync(() => house.Of<CallRunner>(0).HangUpAsync(caller.Sid, default));
        }

        foreach (var agent in hasConsole ? Agents : [])
        {
            await AtOnceAsync(() => house.Of<AgentStates>(0).SetReadyAsync(agent, default));
        }

        house.Clock.Advance(TimeSpan.FromSeconds(5));
    }

    private async Task<bool> IsOverAsync()
    {
        await using var db = house.Open();
        return _reports.Count == 0 && Carrier.Legs.TrueForAll(leg => leg.State == EdgeState.Over)
            && !await db.Transfers.AnyAsync(wait => wait.SettledAt == null)
            && !await db.Callbacks.AnyAsync(callback => callback.TransferId != null)
            && !await db.Offers.AnyAsync(offer => offer.EndedAt == null || offer.DueAt != null);
    }

    private async Task<IReadOnlyList<string>> BrokenAsync(bool hasConsole)
    {
        var broken = new List<string>();
        await using var db = house.Open();
        void Check(bool holds, string what)
        {
            if (!holds)
            {
                broken.Add(what);
            }
        }

        var waits = await db.Transfers.AsNoTracking().ToListAsync();
        var offers = await db.Offers.AsNoTracking().ToListAsync();
        var cases = await db.Cases.AsNoTracking().ToListAsync();
        var callbacks = await db.Callbacks.AsNoTracking().ToListAsync();
        Check(waits.TrueForAll(wait => wait.SettledAt is not null), "A wait is not settled.");
        Check(offers.TrueForAll(offer => offer.EndedAt is not null), "An agent is stuck in an offer.");
        Check(Carrier.Legs.TrueForAll(leg => leg.State == EdgeState.Over), "A leg is still alive.");
        foreach (var leg in Carrier.Legs.Where(leg => leg.State != EdgeState.Over))
        {
            var o = leg.IsCaller ? null : offers.Find(x => x.Id == leg.Serves);
            var w = leg.IsCustomer ? waits.Find(x => x.Id == leg.Serves) : leg.IsCaller ? waits.Find(x => x.CallId == leg.Sid) : waits.Find(x => x.Id == o?.TransferId);
            broken.Add($"LEG {leg.State} room={leg.Room} choosing={_choosing.Contains(leg)} caller={leg.IsCaller} cust={leg.IsCustomer} offer={o?.State}/{o?.Result}/{o?.Attempts}/{o?.DueAt}/leg {o?.Leg == leg.Sid} wait={w?.State}/{w?.Outcome}/{w?.IsCallback}/{w?.MoveAt}/{w?.Moves}/{w?.Leg == leg.Sid}/{w?.SettledAt} now={house.Clock.GetUtcNow()}");
        }

        Check(offers.GroupBy(offer => offer.TransferId).All(each => each.Count(offer => offer.Result == $"{OfferEnd.Talked}") <= 1), "A call was answered twice.");
        Check(callbacks.TrueForAll(callback => callback.TransferId is null && callback.Attempts <= 3), "A customer was called too often.");
        foreach (var caller in _callers)
        {
            var owed = cases.Single(row => row.CallId == caller.Sid);
            var own = waits.Where(wait => wait.CallId == caller.Sid).ToList();
            var hasTalked = own.Exists(wait => wait.Outcome is TransferOutcome.Talked or TransferOutcome.Returned);
            Check(hasTalked == owed.ClosedAt is not null, "A case is open after a talk, or closed without one.");
            var isGone = _left.Contains(caller) || own.TrueForAll(wait => wait.IsCallback);
            Check(hasTalked || isGone, "A caller was lost.");
            var isGivenUp = callbacks.Exists(callback => callback.CaseId == owed.Id && callback.NextAt is null);
            var waits30 = callbacks.Exists(callback => callback.CaseId == owed.Id && callback.NextAt > house.Clock.GetUtcNow());
            Check(hasTalked || !hasConsole || isGivenUp || waits30, "A customer who is owed a call was not called.");
        }

        return broken;
    }

    // Two at once meet in the database; whoever is turned away by it, or dies, is done by somebody else later.
    private static async Task AtOnceAsync(Func<Task> first, Func<Task>? second = null)
    {
        await Task.WhenAll(SafelyAsync(first), second is null ? Task.CompletedTask : SafelyAsync(second));

        static async Task SafelyAsync(Func<Task> deed)
        {
            try
            {
                await deed();
            }
            catch (ProcessDiedException)
            {
                // What it asked for has been done, and nobody was told.
            }
            catch (Exception failure) when (IsBusy(failure))
            {
                // The database was locked for too long: a timer brings it about.
            }
        }
    }

    private static bool IsBusy(Exception failure)
        => failure is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 5 } || (failure.InnerException is { } inner && IsBusy(inner));

    private static WebhookRequest Request(EdgeLeg leg, params (string Name, string Value)[] more)
        => new(FormParameters.Of([("CallSid", leg.Sid), .. more]), idempotencyToken: null);
}
