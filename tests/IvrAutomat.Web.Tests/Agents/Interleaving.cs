using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Calls;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// One random morning: callers wait, customers are owed a call, agents pick up, refuse and hang up, reports come late, twice or never,
/// processes die. Then all becomes calm, and nobody may have been forgotten.
/// </summary>
internal sealed class Interleaving(InterleavingHouse house, int seed)
{
    private const int Storm = 45;
    private const int MostCalm = 400;

    /// <summary>Rounds of five seconds in which a wrap-up and a rest end and whoever is still owed a call is called.</summary>
    private const int LeastCalm = 12;

    private static readonly string[] Agents = ["Jana", "Petr"];

    private readonly Random _chance = new(seed);
    private readonly EdgePhones _phones = new(house, new Random(seed));
    private readonly List<Func<Task>>[] _steps = [[], []];
    private readonly List<EdgeLeg> _callers = [];

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

        _phones.IsCalm = Carrier.IsCalm = true;
        for (var round = 0; round < MostCalm && (round < LeastCalm || !await IsOverAsync()); round++)
        {
            await SettleAsync(hasConsole);
        }

        return [.. Carrier.Broken, .. await InterleavingVerdict.OfAsync(house, _callers, _phones.Left, hasConsole)];
    }

    private Func<Task> Next()
    {
        List<Func<Task>> moves = [.. _phones.Deeds()];
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

        if (_phones.Requests.Count > 0)
        {
            moves.Add(Take(_phones.Requests));
            moves.Add(Take(_phones.Requests));
        }

        if (_phones.Reports.Count > 0)
        {
            moves.Add(_chance.Next(10) switch
            {
                0 => Lose(),
                1 => _phones.Reports[_chance.Next(_phones.Reports.Count)],
                _ => Take(_phones.Reports),
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
        var lost = _phones.Reports[_chance.Next(_phones.Reports.Count)];
        return () =>
        {
            _phones.Reports.Remove(lost);
            return Task.CompletedTask;
        };
    }

    private async Task PassAsync(int instance) => _steps[instance].AddRange(await house.PassAsync(instance));

    private async Task SettleAsync(bool hasConsole)
    {
        foreach (var request in _phones.Requests.ToArray())
        {
            _phones.Requests.Remove(request);
            await AtOnceAsync(request);
        }

        foreach (var report in _phones.Reports.ToArray())
        {
            _phones.Reports.Remove(report);
            await AtOnceAsync(report);
        }

        foreach (var deed in _phones.Deeds().ToArray())
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
                _phones.End(caller, "completed");
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
        return _phones.Reports.Count + _phones.Requests.Count == 0 && Carrier.Legs.TrueForAll(leg => leg.State == EdgeState.Over)
            && !await db.Transfers.AnyAsync(wait => wait.SettledAt == null)
            && !await db.Callbacks.AnyAsync(callback => callback.TransferId != null)
            && !await db.Offers.AnyAsync(offer => offer.EndedAt == null || offer.DueAt != null);
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
            catch (Exception failure) when (EdgePhones.IsBusy(failure))
            {
                // The database was locked for too long: a timer brings it about.
            }
        }
    }
}
