using System.Text;
using System.Xml.Linq;
using IvrAutomat.Queue;
using IvrAutomat.Web.Agents;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Telephony;
using Microsoft.Data.Sqlite;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// What people do with their phones, and what the carrier makes of it: documents are asked for at once, reports of what happened wait in a list
/// until somebody delivers or loses them.
/// </summary>
internal sealed class EdgePhones(InterleavingHouse house, Random chance)
{
    private readonly HashSet<EdgeLeg> _choosing = [];

    /// <summary>Documents that are asked for; whoever asks gets an answer, sooner or later.</summary>
    public List<Func<Task>> Requests { get; } = [];

    /// <summary>Reports under way, which come late, twice or never.</summary>
    public List<Func<Task>> Reports { get; } = [];

    /// <summary>Whose people hung up by themselves.</summary>
    public HashSet<EdgeLeg> Left { get; } = [];

    /// <summary>From now on everybody picks up, takes the call, and hangs up only after a talk.</summary>
    public bool IsCalm { get; set; }

    private EdgeCarrier Carrier => house.Carrier;

    private int Instance => chance.Next(2);

    /// <summary>The database was locked for too long; whatever was wanted comes about by a timer.</summary>
    public static bool IsBusy(Exception failure)
        => failure is SqliteException { SqliteErrorCode: 5 } || (failure.InnerException is { } inner && IsBusy(inner));

    /// <summary>What can happen now.</summary>
    public IEnumerable<Func<Task>> Deeds()
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
                if (IsCalm)
                {
                    break;
                }

                if (chance.Next(8) == 0)
                {
                    yield return () => GoAsync(leg);
                }

                break;
            case { State: EdgeState.Ringing, IsCustomer: true }:
                yield return () => PickUpAsync(leg);
                yield return () => IsCalm ? PickUpAsync(leg) : GoAsync(leg, "no-answer");
                break;
            case { State: EdgeState.Ringing, IsCaller: false }:
                yield return () => PickUpAsync(leg);
                yield return () => PickUpAsync(leg);
                yield return () => IsCalm ? PickUpAsync(leg) : GoAsync(leg, chance.Next(2) == 0 ? "busy" : "no-answer");
                break;
            case { State: EdgeState.Talking, Room: not null } when (IsCalm && Together(leg.Room)) || (!IsCalm && chance.Next(4) == 0):
                yield return () => GoAsync(leg);
                break;
            case { State: EdgeState.Talking } when _choosing.Contains(leg):
                yield return () => PressAsync(leg, "1");
                yield return () => PressAsync(leg, IsCalm ? "1" : $"{chance.Next(1, 4)}");
                yield return () => IsCalm ? PressAsync(leg, "1") : GoAsync(leg);
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
            if (Carrier.Legs.Exists(other => other != leg && other.Room == room && other.State == EdgeState.Talking && other.IsAgent == leg.IsAgent))
            {
                Carrier.Broken.Add("Two agents, or two customers, are in one room.");
            }

            leg.Room = room;
            if (Together(room))
            {
                Reports.Add(() => house.Of<TransferBook>(Instance).MeetAsync(room[2..], default));
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
            Left.Add(leg);
            End(leg, status);
        }

        return Task.CompletedTask;
    }

    /// <summary>The leg is gone; its report comes when it comes, and everybody in its room is alone.</summary>
    public void End(EdgeLeg leg, string status)
    {
        leg.State = EdgeState.Over;
        _choosing.Remove(leg);
        LeaveRoom(leg);
        Reports.Add(async () =>
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
            Requests.Add(() => AloneAsync(other));
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
            var document = await runner.LeaveRoomAsync(leg.Sid, default);
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

    private static WebhookRequest Request(EdgeLeg leg, params (string Name, string Value)[] more)
        => new(FormParameters.Of([("CallSid", leg.Sid), .. more]), idempotencyToken: null);
}
