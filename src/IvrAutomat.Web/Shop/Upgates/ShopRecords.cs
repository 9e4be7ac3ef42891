using System.Text.Json.Nodes;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>
/// Records in the history of orders, so that the shop's people see there what was done by phone. They go out after what they tell, and their
/// failure fails nothing. One whose answer was lost is looked for before it is sent again.
/// </summary>
internal sealed partial class ShopRecords(
    IDbContextFactory<AutomatDb> contexts, UpgatesApi api, TimeProvider time, ILogger<ShopRecords> log) : PollingWorker(time)
{
    private const int MostAttempts = 8;
    private const int AtOnce = 20;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly Sightings _pauses = new(time);
    private long? _lookedAt;

    /// <summary>1 while it works.</summary>
    public int Busy => IsLooking ? 1 : 0;

    /// <summary>Promises a record.</summary>
    /// <param name="id">Ours: the same record is promised once, and is found by it.</param>
    /// <param name="number">The order's number.</param>
    /// <param name="text">What happened.</param>
    /// <param name="cancellationToken">Gives up; nothing is promised then.</param>
    public async Task AddAsync(string id, string number, string text, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO shop_records (id, number, text, attempts, due_at, created_at) VALUES ({id}, {number}, {text}, 0, {now}, {now})
            ON CONFLICT (id) DO NOTHING
            """,
            cancellationToken);
        Wake();
    }

    /// <inheritdoc />
    protected override async Task<bool> WorkAsync(CancellationToken stopping)
    {
        await using var db = await contexts.CreateDbContextAsync(stopping);
        var promised = await db.ShopRecords.AsNoTracking().Where(record => record.Attempts == 0 && record.DueAt != null).OrderBy(record => record.CreatedAt)
            .Take(AtOnce).ToListAsync(stopping);
        foreach (var record in promised.Concat(await BegunAsync(db, stopping)))
        {
            stopping.ThrowIfCancellationRequested();
            if (await ClaimAsync(db, record, stopping))
            {
                await SendAsync(db, record);
            }
        }

        return promised.Count > 0;
    }

    /// <inheritdoc />
    protected override void Failed(Exception exception) => LogLookingFailed(exception);

    // Another instance may be sending one at this moment: a clock that is put forward must not have it sent twice.
    private async Task<List<ShopRecordRow>> BegunAsync(AutomatDb db, CancellationToken stopping)
    {
        if (_lookedAt is { } at && Time.GetElapsedTime(at) < BetweenLooks)
        {
            return [];
        }

        _lookedAt = Time.GetTimestamp();
        var begun = await db.ShopRecords.AsNoTracking().Where(record => record.Attempts > 0 && record.DueAt != null).OrderBy(record => record.DueAt).ToListAsync(stopping);
        return _pauses.Over(begun, record => (record.Id, record.Attempts), record => record.DueAt ?? default, record => PauseAfter(record.Attempts - 1));
    }

    private async Task<bool> ClaimAsync(AutomatDb db, ShopRecordRow record, CancellationToken stopping)
    {
        var (attempts, later) = (record.Attempts, (DateTimeOffset?)(Time.GetUtcNow() + PauseAfter(record.Attempts)));
        return await db.ShopRecords.Where(row => row.Id == record.Id && row.Attempts == attempts && row.DueAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Attempts, attempts + 1).SetProperty(row => row.DueAt, later), stopping) == 1;
    }

    // What was begun comes to its end also when the host stops.
    private async Task SendAsync(AutomatDb db, ShopRecordRow record)
    {
        var isThere = record.Attempts > 0 ? await api.HasRecordAsync(record.Number, record.Id, CancellationToken.None) : false;
        var isDone = isThere == true
            || (isThere == false && (await api.AddRecordAsync(record.Number, BodyOf(record), CancellationToken.None)).IsAnswered);
        if (isDone || record.Attempts + 1 >= MostAttempts)
        {
            await db.ShopRecords.Where(row => row.Id == record.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, (DateTimeOffset?)null), CancellationToken.None);
        }

        if (!isDone && record.Attempts + 1 >= MostAttempts)
        {
            LogGivenUp(MostAttempts);
        }
    }

    private static TimeSpan PauseAfter(int attempts) => FirstPause * Math.Pow(2, attempts);

    private static string BodyOf(ShopRecordRow record) => new JsonObject
    {
        ["data"] = new JsonArray(
            new JsonObject { ["name"] = "Hlasový automat", ["value"] = record.Text },
            new JsonObject { ["name"] = "Značka", ["value"] = record.Id }),
    }.ToJsonString();

    [LoggerMessage(3131, LogLevel.Warning, "A record for the history of an order was not taken in {Attempts} attempts and is given up")]
    private partial void LogGivenUp(int attempts);

    [LoggerMessage(3132, LogLevel.Error, "The records for the shop could not be looked at; trying again")]
    private partial void LogLookingFailed(Exception exception);
}

/// <summary>What records say: to the shop's people, in their language.</summary>
internal static class RecordWords
{
    /// <summary>A request that is done without a change of the order at Upgates; null for those that change it, and for what tells nobody anything.</summary>
    public static string? Of(string requestKind) => requestKind switch
    {
        nameof(NoteReturn) => "Odstoupení od smlouvy přijato po telefonu",
        nameof(ArrangeReturn) => "Způsob vrácení domluven po telefonu",
        nameof(CancelReturn) => "Vrácení zrušeno na žádost volajícího",
        nameof(FileComplaint) => "Reklamace přijata po telefonu",
        nameof(SendPaymentLink) => "Odkaz na platbu poslán zákazníkovi",
        nameof(SendInvoice) => "Faktura poslána znovu e-mailem",
        nameof(ExtendStorage) => "Uložení zásilky prodlouženo na žádost volajícího",
        _ => null,
    };

    /// <summary>A change that was written.</summary>
    public static string Of(OrderEdit edit) => edit switch
    {
        OrderEdit.Cancel => "Storno na žádost volajícího",
        OrderEdit.Restore => "Storno vzato zpět na žádost volajícího, původní stav vrácen",
        OrderEdit.Pay { Method: PaymentMethod.CashOnDelivery } => "Změna platby na dobírku na žádost volajícího",
        OrderEdit.Pay => "Změna platby na převod na žádost volajícího",
        OrderEdit.Confirm => "Volající potvrdil objednávku na dobírku",
        OrderEdit.Paid => "Zaplaceno kartou přes odkaz, který poslal automat",
        OrderEdit.PickUpPoint => "Výdejní místo změněno na žádost zákazníka",
        OrderEdit.Invoice { Company: not null } => "Faktura na firmu na žádost zákazníka",
        OrderEdit.Invoice => "Faktura vystavena nebo obnovena na žádost zákazníka",
        _ => "Změna na žádost volajícího",
    };
}
