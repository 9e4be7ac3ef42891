using System.Text.RegularExpressions;
using IvrAutomat.Proof.World;
using IvrAutomat.Web.Accounts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Privacy;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IvrAutomat.Web.Tests.Privacy;

/// <summary>Personal data goes when its term is over, and not before.</summary>
public sealed partial class RetentionTests
{
    private static readonly string[] Sealed = ["calls", "requests", "cases", "messages"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases]
    public async Task AfterAllTerms_NoTableAndNoFileHoldsAnythingOfACall(string provider)
    {
        var clock = new ForwardClock();
        await using var database = await TestDatabase.CreateAsync(provider, clock);
        var callId = await PlayAsync(database, clock);
        await CloseAsync(database, clock);
        var before = await TableWalk.TakeAsync(database);
        byte[][] encrypted = [.. Sealed.SelectMany(before.Encrypted)];
        string[] marks = [callId, database.Secrets.Hash(SecretLabel.Phone, ComplaintCall.Phone), ComplaintCall.Order, ComplaintCall.OrderId];
        Assert.True(encrypted.Length > 3);
        Assert.All(marks, mark => Assert.NotEmpty(before.Where(mark)));
        Assert.Contains("journal", before.Where(callId));

        clock.Advance(TimeSpan.FromDays(1100));
        await EraseAsync(database, clock);

        var after = await TableWalk.TakeAsync(database);
        Assert.All(marks, mark => Assert.Empty(after.Where(mark)));
        Assert.All(encrypted, mark => Assert.Empty(after.Where(mark)));
    }

    [Fact]
    public async Task AfterTheTermOfCalls_TheyAreGone_AndWhatMayBeDisputedStays()
    {
        var clock = new ForwardClock();
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite, clock);
        var callId = await PlayAsync(database, clock);
        clock.Advance(TimeSpan.FromDays(89));
        await EraseAsync(database, clock);
        Assert.Equal((1, 1), await CountAsync(database, callId));

        // Whoever works on the case reads the call.
        clock.Advance(TimeSpan.FromDays(2));
        await EraseAsync(database, clock);
        Assert.Equal((1, 1), await CountAsync(database, callId));

        await CloseAsync(database, clock);
        await EraseAsync(database, clock);
        Assert.Equal((0, 1), await CountAsync(database, callId));
        await using var db = database.Open();
        Assert.Empty(db.Journal);
        Assert.Empty(db.Callers);
        Assert.All(db.Requests, request => Assert.Null(request.Held));
        Assert.NotEmpty(db.Requests);
        Assert.NotEmpty(db.Messages);
    }

    [Theory]
    [BothDatabases]
    public async Task TwoInstancesAtOnce_EraseEverythingOnce_InBatches(string provider)
    {
        const int callers = (3 * Eraser.Batch) + 7;
        var clock = new ForwardClock();
        await using var database = await TestDatabase.CreateAsync(provider, clock);
        await using (var db = database.Open())
        {
            db.Callers.AddRange(Enumerable.Range(0, callers).Select(n => new CallerRow { Key = $"key-{n}", LastCallAt = clock.GetUtcNow() }));
            await db.SaveChangesAsync(Stop);
        }

        clock.Advance(TimeSpan.FromDays(91));
        await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Task.Run(() => new Eraser(database.Database, new RetentionOptions(), clock).EraseAsync(Stop), Stop)));

        await using var left = database.Open();
        Assert.Empty(left.Callers);
    }

    [Fact]
    public async Task EveryTable_IsErasedByAStep_OrSaysWhyNot()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var db = database.Open();
        var erased = RetentionPlan.Steps.SelectMany(step => step.Statements).Select(statement => Changed().Match(statement).Groups["table"].Value).Distinct().ToList();

        Assert.Equal(TableWalk.Tables(db).Order(StringComparer.Ordinal), erased.Concat(RetentionPlan.Elsewhere.Keys).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, "Retention:CallDays is 0. Use 1 to 3650 days.")]
    [InlineData(3651, "Retention:CallDays is 3651. Use 1 to 3650 days.")]
    public void ATermOutOfRange_IsToldWithItsRemedy(int days, string told)
        => Assert.Equal([told], new RetentionOptions { CallDays = days }.Validate());

    private static async Task<string> PlayAsync(TestDatabase database, ForwardClock clock)
    {
        await using var host = await CallHost.StartAsync(database, time: clock);
        var callId = await ComplaintCall.PlayAsync(host);
        await host.Services.GetRequiredService<AuditBook>().NoteAsync("jana", "call.seen", new(CallId: callId), Stop);
        return callId;
    }

    // As time does: every case is closed, every request done, every message sent.
    private static async Task CloseAsync(TestDatabase database, ForwardClock clock)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await using var db = database.Open();
        await db.Cases.ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, now), Stop);
        await db.Requests.Where(row => row.FinishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.FinishedAt, now), Stop);
    }

    private static async Task EraseAsync(TestDatabase database, ForwardClock clock)
    {
        await new FailureSweep(database.Contexts, clock, NullLogger<FailureSweep>.Instance).SweepAsync(Stop);
        await new UnheardBook(database.Contexts, clock).EraseAsync(Stop);
        await new Eraser(database.Database, new RetentionOptions(), clock).EraseAsync(Stop);
    }

    private static async Task<(int Calls, int Cases)> CountAsync(TestDatabase database, string callId)
    {
        await using var db = database.Open();
        return (await db.Calls.CountAsync(row => row.Id == callId, Stop), await db.Cases.CountAsync(Stop));
    }

    [GeneratedRegex("^(?:DELETE FROM|UPDATE) (?<table>[a-z_]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Changed();
}
