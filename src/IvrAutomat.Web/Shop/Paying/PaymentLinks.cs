using System.Buffers.Text;
using System.Security.Cryptography;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Paying;

/// <summary>The whole address of a page of ours, as the outside world reaches it.</summary>
/// <param name="path">The path, from its slash on.</param>
internal delegate string LinkTo(string path);

/// <summary>A link on which an order can be paid.</summary>
/// <param name="Url">The link. Whoever has it can pay: it goes to the order's contact and into no log.</param>
/// <param name="Until">The last day on which it is valid.</param>
/// <param name="New">The row to add; null when the link was there already.</param>
internal sealed record PaymentLink(string Url, DateOnly Until, PaymentLinkRow? New)
{
    /// <inheritdoc />
    public override string ToString() => nameof(PaymentLink);
}

/// <summary>The links of the demo shop's own gateway. While one is valid for an order and its total, there is no other.</summary>
internal sealed class PaymentLinks(
    IDbContextFactory<AutomatDb> contexts, Secrets secrets, ShopSettings settings, LinkTo linkTo, TimeProvider time)
{
    /// <summary>Where the pages are.</summary>
    public const string Path = "/demo/pay/";

    private const int TokenBytes = 12;

    /// <summary>The valid link of an order, else a new one, which the caller of this writes.</summary>
    public async Task<PaymentLink> ForAsync(Order order, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hellers = HellersOf(order);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.PaymentLinks.AsNoTracking()
                .Where(link => link.OrderId == order.Id && link.Hellers == hellers && link.PaidAt == null && link.ExpiresAt > now)
                .OrderByDescending(link => link.ExpiresAt).FirstOrDefaultAsync(cancellationToken) is { } valid)
        {
            return new PaymentLink(UrlOf(secrets.UnprotectText(SecretLabel.Link, valid.Token)), LastDay(valid.ExpiresAt), New: null);
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var expires = EndOf(settings.DayOf(now).AddDays(settings.Tasks.Payments.LinkDays));
        var row = new PaymentLinkRow
        {
            Key = KeyOf(token),
            Token = secrets.Protect(SecretLabel.Link, token),
            OrderId = order.Id,
            Hellers = hellers,
            CreatedAt = now,
            ExpiresAt = expires,
        };
        return new PaymentLink(UrlOf(token), LastDay(expires), row);
    }

    /// <summary>The key under which a link's row is kept.</summary>
    public string KeyOf(string token) => secrets.Hash(SecretLabel.Link, token);

    /// <summary>What an order costs, in hellers.</summary>
    public static long HellersOf(Order order) => (long)decimal.Round(order.Total * 100m);

    private string UrlOf(string token) => linkTo(Path + token);

    // A link is valid to the end of its last day: that is what the customer is told.
    private DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, settings.Profile.TimeZone.GetUtcOffset(midnight));
    }

    private DateOnly LastDay(DateTimeOffset expires) => settings.DayOf(expires.AddTicks(-1));
}
