using System.Buffers.Text;
using System.Security.Cryptography;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Paying;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>The payments that the gateway was asked for, and their short addresses of ours.</summary>
internal sealed class GatewayPayments(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, ShopSettings settings, LinkTo linkTo, TimeProvider time)
{
    /// <summary>Where the short addresses are.</summary>
    public const string Path = "/p/";

    private const int TokenBytes = 9;
    private const int MostCollisions = 5;
    private static readonly TimeSpan FirstAsked = TimeSpan.FromMinutes(15);

    /// <summary>For how many days a payment is open.</summary>
    public int Days => Math.Min(settings.Tasks.Payments.LinkDays, ComgateOptions.MostLinkDays);

    /// <summary>The last whole day on which a payment made now can be paid: that is what the customer is told.</summary>
    public DateOnly LastDay(DateTimeOffset now) => settings.DayOf(now.AddDays(Days)).AddDays(-1);

    /// <summary>The short address of a payment. Whoever has it can pay: it goes to the order's contact and into no log.</summary>
    public string UrlOf(string token) => linkTo(Path + token);

    /// <summary>The random part of a payment's short address.</summary>
    public string TokenOf(GatewayPaymentRow row) => secrets.UnprotectText(SecretLabel.Link, row.Token);

    /// <summary>The gateway's page of a payment; null while it is not known.</summary>
    public string? PageOf(GatewayPaymentRow row) => row.Address is { } kept ? secrets.UnprotectText(SecretLabel.Link, kept) : null;

    /// <summary>The payment of a short address; null when there is none.</summary>
    public async Task<GatewayPaymentRow?> ByTokenAsync(string token, CancellationToken cancellationToken)
    {
        var key = secrets.Hash(SecretLabel.Link, token);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GatewayPayments.AsNoTracking().SingleOrDefaultAsync(row => row.TokenKey == key, cancellationToken);
    }

    /// <summary>The payments of an order that can still be paid.</summary>
    public async Task<IReadOnlyList<GatewayPaymentRow>> OpenAsync(string orderId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GatewayPayments.AsNoTracking()
            .Where(row => row.OrderId == orderId && row.State == GatewayPaymentState.Open && row.ExpiresAt > now)
            .OrderByDescending(row => row.ExpiresAt).ToListAsync(cancellationToken);
    }

    /// <summary>The payments that one request of ours began, whatever became of them.</summary>
    public async Task<IReadOnlyList<GatewayPaymentRow>> ByReferenceAsync(string orderId, string reference, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GatewayPayments.AsNoTracking().Where(row => row.OrderId == orderId && row.Reference == reference).ToListAsync(cancellationToken);
    }

    /// <summary>Writes a payment down under a number of its own, before the gateway is asked for it.</summary>
    public async Task<GatewayPaymentRow> BeginAsync(Order order, string requestId, string reference, CancellationToken cancellationToken)
    {
        for (var collision = 0; ; collision++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var counter = await db.GatewayPayments.CountAsync(each => each.OrderId == order.Id, cancellationToken) + 1 + collision;
            var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
            var now = time.GetUtcNow();
            var row = new GatewayPaymentRow
            {
                Id = RandomNumberGenerator.GetHexString(16, lowercase: true),
                RefId = $"{order.Number}-{counter}",
                OrderId = order.Id,
                RequestId = requestId,
                Reference = reference,
                TokenKey = secrets.Hash(SecretLabel.Link, token),
                Token = secrets.Protect(SecretLabel.Link, token),
                Hellers = PaymentLinks.HellersOf(order),
                State = GatewayPaymentState.Creating,
                CreatedAt = now,
                ExpiresAt = now.AddDays(Days),
            };
            db.GatewayPayments.Add(row);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return row;
            }
            catch (DbUpdateException) when (collision < MostCollisions)
            {
                // Somebody took the same number meanwhile.
            }
        }
    }

    /// <summary>The gateway has made it. A notification that was quicker stands.</summary>
    public async Task OpenedAsync(GatewayPaymentRow row, string transId, string page)
    {
        var address = secrets.Protect(SecretLabel.Link, page);
        var ask = time.GetUtcNow() + FirstAsked;
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.GatewayPayments.Where(each => each.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(each => each.TransId, transId)
                .SetProperty(each => each.Address, address)
                .SetProperty(each => each.State, each => each.State == GatewayPaymentState.Creating ? GatewayPaymentState.Open : each.State)
                .SetProperty(each => each.AskAt, each => each.State == GatewayPaymentState.Creating && each.AskAt == null ? ask : each.AskAt),
            CancellationToken.None);
    }

    /// <summary>Moves a payment to another state, if it still is in the one that was seen.</summary>
    /// <returns>False when somebody else has moved it.</returns>
    public async Task<bool> MoveAsync(GatewayPaymentRow row, string state, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.GatewayPayments.Where(each => each.Id == row.Id && each.State == row.State)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.State, state), cancellationToken) == 1;
    }

    /// <summary>The gateway is to be asked about a payment now.</summary>
    public async Task AskNowAsync(string id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.GatewayPayments.Where(each => each.Id == id && (each.AskAt == null || each.AskAt > now) && each.TransId != null
                && (each.State == GatewayPaymentState.Open || each.State == GatewayPaymentState.Creating || each.State == GatewayPaymentState.Lost))
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.AskAt, now), cancellationToken);
    }
}
