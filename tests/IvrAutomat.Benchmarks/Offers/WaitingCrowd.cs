using System.Globalization;
using IvrAutomat.Calls;
using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Benchmarks.Offers;

/// <summary>A busy day as the database has it: callers who wait, agents who talk, and the offers and talks of the days before.</summary>
internal static class WaitingCrowd
{
    private const int DayOfOffers = 5_000;
    private const int DaysOfTalks = 13;

    /// <summary>The name of an agent, as the settings have it.</summary>
    public static string NameOf(int agent) => string.Create(CultureInfo.InvariantCulture, $"Agent {agent:00}");

    /// <summary>The number of an agent.</summary>
    public static string NumberOf(int agent) => string.Create(CultureInfo.InvariantCulture, $"+4206030000{agent:00}");

    /// <summary>The place in the queue of a wait, by its name.</summary>
    public static int PlaceOf(string wait) => int.Parse(wait[..8], CultureInfo.InvariantCulture);

    /// <summary>Fills a database in which nothing is.</summary>
    public static async Task GatherAsync(IServiceProvider services, int waiting, int agents, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await services.GetRequiredService<IDbContextFactory<AutomatDb>>().CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        // First: an agent who has never said anything is rung around the clock.
        for (var agent = 0; agent < agents; agent++)
        {
            db.AgentStates.Add(new AgentStateRow { Agent = NameOf(agent), State = AgentStateName.Away, Reason = "break", Since = now });
        }

        await db.SaveChangesAsync(cancellationToken);
        for (var place = 0; place < waiting; place++)
        {
            Add(db, $"{place:00000000}-wait", now.AddHours(-1).AddSeconds(place), ended: null, agent: null);
        }

        for (var day = 0; day <= DaysOfTalks; day++)
        {
            // Of the last day all offers, of the days before the talks.
            for (var talk = 0; talk < (day == 0 ? DayOfOffers : DayOfOffers / 10); talk++)
            {
                var at = now.AddDays(-day).AddSeconds(-(talk * 10) - 60);
                Add(db, $"{99_000_000 - (day * 100_000) - talk:00000000}-past", at.AddMinutes(-2), at, NameOf(talk % agents));
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private static void Add(AutomatDb db, string name, DateTimeOffset since, DateTimeOffset? ended, string? agent)
    {
        var (number, order) = (name[..8], $"order-{int.Parse(name[..8], CultureInfo.InvariantCulture) % 700}");
        db.Transfers.Add(new TransferRow
        {
            Id = name,
            CallId = $"CA{name}",
            CaseNumber = number,
            Language = "cs",
            State = ended is null ? TransferState.Waiting : TransferState.Ended,
            Outcome = ended is null ? null : TransferOutcome.Talked,
            WaitingSince = since,
            OfferId = agent is null ? null : $"{name}-offer",
            TakenAt = ended?.AddMinutes(-1),
            EndedAt = ended,
            SettledAt = ended,
        });
        db.Cases.Add(new CaseRow
        {
            Id = $"{name}-case",
            Number = number,
            Kind = $"{CaseKind.Callback}",
            Reason = $"{HandoverReason.Asked}",
            OrderId = ended is null ? $"waiting-{number}" : order,
            CallId = $"CA{name}",
            Owner = "Agent 00",
            DueAt = since.AddDays(1),
            CreatedAt = since,
            ClosedAt = ended,
        });
        if (agent is not null)
        {
            db.Offers.Add(new OfferRow
            {
                Id = $"{name}-offer",
                TransferId = name,
                Agent = agent,
                State = OfferState.Ended,
                Result = $"{OfferEnd.Talked}",
                CreatedAt = since,
                EndedAt = ended,
            });
        }
    }
}
