using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IvrAutomat.Web.Persistence;

/// <summary>
/// The whole database as EF Core sees it. Migrations make the tables; a test holds the two equal. Times are whole milliseconds since 1970
/// in UTC, so that both providers compare and count alike.
/// </summary>
internal sealed class AutomatDb(DbContextOptions<AutomatDb> options) : DbContext(options)
{
    public DbSet<CallRow> Calls => Set<CallRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<DefinitionRow> Definitions => Set<DefinitionRow>();

    public DbSet<FeedRow> Feed => Set<FeedRow>();

    public DbSet<CallerRow> Callers => Set<CallerRow>();

    public DbSet<WorkResultRow> WorkResults => Set<WorkResultRow>();

    public DbSet<RequestRow> Requests => Set<RequestRow>();

    public DbSet<OutsideActRow> OutsideActs => Set<OutsideActRow>();

    public DbSet<FailureRow> Failures => Set<FailureRow>();

    public DbSet<OrderRow> Orders => Set<OrderRow>();

    public DbSet<OrderKeyRow> OrderKeys => Set<OrderKeyRow>();

    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<ImportOrderRow> ImportOrders => Set<ImportOrderRow>();

    public DbSet<ImportKeyRow> ImportKeys => Set<ImportKeyRow>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<CaseEventRow> CaseEvents => Set<CaseEventRow>();

    public DbSet<OwnFaultRow> OwnFaults => Set<OwnFaultRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<CodeRow> Codes => Set<CodeRow>();

    public DbSet<PaymentLinkRow> PaymentLinks => Set<PaymentLinkRow>();

    public DbSet<GatewayPaymentRow> GatewayPayments => Set<GatewayPaymentRow>();

    public DbSet<RatingRow> Ratings => Set<RatingRow>();

    public DbSet<ParcelRow> Parcels => Set<ParcelRow>();

    public DbSet<PickupPointRow> PickupPoints => Set<PickupPointRow>();

    public DbSet<TransferRow> Transfers => Set<TransferRow>();

    public DbSet<OfferRow> Offers => Set<OfferRow>();

    public DbSet<ConsultRow> Consults => Set<ConsultRow>();

    /// <summary>What waiting callers were told of their wait.</summary>
    public DbSet<WaitPromiseRow> WaitPromises => Set<WaitPromiseRow>();

    public DbSet<AgentStateRow> AgentStates => Set<AgentStateRow>();

    public DbSet<CallbackRow> Callbacks => Set<CallbackRow>();

    public DbSet<MirrorRow> Mirror => Set<MirrorRow>();

    public DbSet<HintRow> Hints => Set<HintRow>();

    public DbSet<MirrorNoteRow> MirrorNotes => Set<MirrorNoteRow>();

    public DbSet<UnheardRow> Unheard => Set<UnheardRow>();

    public DbSet<MetStatusRow> MetStatuses => Set<MetStatusRow>();

    public DbSet<ShopRecordRow> ShopRecords => Set<ShopRecordRow>();

    public DbSet<PinVersionRow> PinVersions => Set<PinVersionRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    public DbSet<LineRow> Line => Set<LineRow>();

    public DbSet<PromptDraftRow> PromptDrafts => Set<PromptDraftRow>();

    public DbSet<PromptVersionRow> PromptVersions => Set<PromptVersionRow>();

    /// <summary>What every caller hears after the greeting.</summary>
    public DbSet<AnnouncementRow> Announcements => Set<AnnouncementRow>();

    /// <summary>Settings of the shop that were changed on a page.</summary>
    public DbSet<ShopOverrideRow> ShopOverrides => Set<ShopOverrideRow>();

    /// <summary>When the house last did something.</summary>
    public DbSet<MarkRow> Marks => Set<MarkRow>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        // An integer on both providers, so that hand-written SQL is the same on both.
        configurationBuilder.Properties<bool>().HaveConversion<int>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var calls = modelBuilder.Entity<CallRow>();
        calls.HasIndex(call => call.StartedAt);
        calls.HasIndex(call => call.EndedAt);
        modelBuilder.Entity<JournalRow>().HasIndex(entry => new { entry.CallId, entry.Step }).IsUnique();
        modelBuilder.Entity<DefinitionRow>().HasKey(definition => definition.Hash);
        modelBuilder.Entity<CallerRow>().HasKey(caller => caller.Key);
        modelBuilder.Entity<WorkResultRow>().HasKey(result => new { result.CallId, result.Step });

        var requests = modelBuilder.Entity<RequestRow>();
        requests.HasIndex(request => request.IdempotencyKey).IsUnique();
        requests.HasIndex(request => request.State);

        var failures = modelBuilder.Entity<FailureRow>();
        failures.HasIndex(failure => new { failure.OrderKey, failure.At });
        failures.HasIndex(failure => new { failure.CallerKey, failure.At });
        failures.HasIndex(failure => failure.At);

        modelBuilder.Entity<OrderRow>().HasIndex(order => new { order.PhoneKey, order.ChangedAt });
        var keys = modelBuilder.Entity<OrderKeyRow>();
        keys.HasKey(key => new { key.SpokenKey, key.Kind, key.OrderId });
        keys.HasIndex(key => key.OrderId);
        keys.HasOne<OrderRow>().WithMany().HasForeignKey(key => key.OrderId);

        var cases = modelBuilder.Entity<CaseRow>();
        cases.HasIndex(each => each.Number).IsUnique();
        cases.HasIndex(each => new { each.OrderId, each.Kind }).IsUnique().HasFilter("closed_at IS NULL");

        cases.HasIndex(each => each.CallerKey);
        cases.HasIndex(each => each.ClosedAt);
        cases.HasIndex(each => each.CallId);
        modelBuilder.Entity<CaseEventRow>().HasIndex(each => each.CaseId);
        modelBuilder.Entity<OwnFaultRow>().HasKey(each => new { each.OrderId, each.Sign });

        modelBuilder.Entity<TransferRow>().HasIndex(transfer => transfer.CallId);
        modelBuilder.Entity<TransferRow>().HasIndex(transfer => transfer.SettledAt);
        modelBuilder.Entity<TransferRow>().HasIndex(transfer => transfer.TakenAt);
        modelBuilder.Entity<TransferRow>().HasIndex(transfer => transfer.CaseNumber);
        modelBuilder.Entity<TransferRow>().HasIndex(transfer => transfer.Room);
        modelBuilder.Entity<TransferRow>().HasIndex(transfer => transfer.EndedAt);
        modelBuilder.Entity<WaitPromiseRow>().HasKey(promise => new { promise.Wait, promise.ToldAt });
        modelBuilder.Entity<WaitPromiseRow>().HasIndex(promise => promise.ToldAt);
        modelBuilder.Entity<AgentStateRow>().HasKey(state => state.Agent);
        var callbacks = modelBuilder.Entity<CallbackRow>();
        callbacks.HasKey(callback => callback.CaseId);
        callbacks.HasIndex(callback => callback.Customer).IsUnique().HasFilter("transfer_id IS NOT NULL");
        var offers = modelBuilder.Entity<OfferRow>();
        offers.HasIndex(offer => offer.DueAt);
        offers.HasIndex(offer => offer.CreatedAt);
        offers.HasIndex(offer => new { offer.Agent, offer.EndedAt });
        offers.HasIndex(offer => new { offer.TransferId, offer.Agent });
        offers.HasIndex(offer => offer.Agent).IsUnique().HasFilter("ended_at IS NULL");
        offers.HasIndex(offer => offer.TransferId).IsUnique().HasFilter("ended_at IS NULL");
        modelBuilder.Entity<UnheardRow>().HasIndex(each => each.At);
        var consults = modelBuilder.Entity<ConsultRow>();
        consults.HasIndex(consult => consult.DueAt);
        consults.HasIndex(consult => consult.Agent).IsUnique().HasFilter("ended_at IS NULL");
        consults.HasIndex(consult => consult.TransferId).IsUnique().HasFilter("ended_at IS NULL");

        var messages = modelBuilder.Entity<MessageRow>();
        messages.HasIndex(message => message.State);
        messages.HasIndex(message => message.OrderId);

        var acts = modelBuilder.Entity<OutsideActRow>();
        acts.HasIndex(act => act.RequestId);
        acts.HasIndex(act => act.CreatedAt);

        // Numbered by the carrier.
        modelBuilder.Entity<PickupPointRow>().Property(point => point.Id).ValueGeneratedNever();

        modelBuilder.Entity<AccountRow>().HasKey(account => account.Name);
        var audit = modelBuilder.Entity<AuditRow>();
        audit.HasIndex(each => each.At);
        audit.HasIndex(each => each.OrderId);
        modelBuilder.Entity<LineRow>().Property(line => line.Id).ValueGeneratedNever();
        modelBuilder.Entity<PromptDraftRow>().HasKey(draft => new { draft.Language, draft.Key, draft.Variant, draft.Rung });
        modelBuilder.Entity<PromptVersionRow>().HasKey(version => version.Number);
        modelBuilder.Entity<PromptVersionRow>().Property(version => version.Number).ValueGeneratedNever();
        modelBuilder.Entity<AnnouncementRow>().Property(each => each.Id).ValueGeneratedNever();
        modelBuilder.Entity<ShopOverrideRow>().HasKey(each => each.Name);
        modelBuilder.Entity<MarkRow>().HasKey(each => each.Name);

        Tasks(modelBuilder);
        Import(modelBuilder);
        MirrorOf(modelBuilder);
        SnakeCase.Apply(modelBuilder.Model);
    }

    // Everybody reads orders through this filter: an import becomes visible all at once, by one row.
    private void Import(ModelBuilder modelBuilder)
    {
        var orders = modelBuilder.Entity<OrderRow>();
        orders.HasIndex(order => order.ImportId);
        orders.HasQueryFilter(order => order.ImportId == null || !Imports.Any(import => import.Id == order.ImportId && import.DecidedAt == null));
        var changes = modelBuilder.Entity<ImportOrderRow>();
        changes.HasKey(change => change.OrderId);
        changes.HasIndex(change => new { change.ImportId, change.Piece });
        modelBuilder.Entity<ImportKeyRow>().HasKey(key => new { key.OrderId, key.Kind, key.SpokenKey });
    }

    private static void Tasks(ModelBuilder modelBuilder)
    {
        var codes = modelBuilder.Entity<CodeRow>();
        codes.HasIndex(code => new { code.OrderId, code.CreatedAt });
        codes.HasIndex(code => new { code.PhoneKey, code.CreatedAt });
        codes.HasIndex(code => new { code.CallerKey, code.CreatedAt });
        codes.HasIndex(code => code.CallId);
        codes.HasIndex(code => code.CreatedAt);
        var links = modelBuilder.Entity<PaymentLinkRow>();
        links.HasKey(link => link.Key);
        links.HasIndex(link => link.OrderId);
        var payments = modelBuilder.Entity<GatewayPaymentRow>();
        payments.HasIndex(payment => payment.RefId).IsUnique();
        payments.HasIndex(payment => payment.TokenKey).IsUnique();
        payments.HasIndex(payment => payment.OrderId);
        payments.HasIndex(payment => payment.AskAt);
        modelBuilder.Entity<RatingRow>().HasIndex(rating => new { rating.CallId, rating.OrderId }).IsUnique();
        modelBuilder.Entity<RatingRow>().HasIndex(rating => new { rating.OrderId, rating.At });
    }

    private static void MirrorOf(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<MirrorRow>().HasKey(row => row.OrderId);
        modelBuilder.Entity<HintRow>().HasKey(hint => hint.Number);
        modelBuilder.Entity<HintRow>().HasIndex(hint => hint.ReceivedAt);
        modelBuilder.Entity<MirrorNoteRow>().HasKey(note => note.Name);
        modelBuilder.Entity<MetStatusRow>().HasKey(status => status.StatusId);
        modelBuilder.Entity<ShopRecordRow>().HasIndex(record => record.DueAt);
        modelBuilder.Entity<PinVersionRow>().HasKey(pin => pin.Number);
    }

    private sealed class UnixMilliseconds()
        : ValueConverter<DateTimeOffset, long>(
            time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
