using IvrAutomat.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>What a request for a payment link comes to where the shop has a payment gateway.</summary>
internal sealed class GatewayLinks(
    IDbContextFactory<AutomatDb> contexts, ComgateClient client, GatewayPayments payments, SystemsNow systems, ShopSettings settings, Letters letters)
{
    private const string ShopLanguage = "cs";

    /// <summary>
    /// True unless the demo shop's own page takes its payments. A real shop without an account at the gateway has nowhere to be paid by card:
    /// its links are sent by a person.
    /// </summary>
    public bool IsUsed => systems().Comgate.IsSet || settings.Source != ShopSource.Demo;

    /// <summary>The link that is valid for the order and its total, sent again; else another, in place of all that are open.</summary>
    public async Task<Change> ForAsync(LiveOrder live, CancellationToken cancellationToken)
    {
        // What this very request has made is found through its act, so that it comes to its end.
        var open = await payments.OpenAsync(live.Order.Id, cancellationToken);
        var valid = open.FirstOrDefault(row => row.RequestId != live.Row.Id && row.Hellers == Paying.PaymentLinks.HellersOf(live.Order)
            && payments.LastDay(row.CreatedAt) >= live.Today);
        if (valid is not null)
        {
            return To(live, payments.TokenOf(valid), payments.LastDay(valid.CreatedAt));
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var language = await Receipts.LanguageAsync(db, live.Row.CallId, cancellationToken) ?? ShopLanguage;
        var until = payments.LastDay(live.Now);
        return new Change.Outside(
            new CreatePayment(client, payments, live, language),
            token => To(live, token ?? throw new InvalidDataException("A payment was made without an address of ours."), until));
    }

    private Change.Done To(LiveOrder live, string token, DateOnly until)
    {
        var order = live.Order with { LinkUntil = until };
        return Change.To(order, letters.PaymentLink(order, until, payments.UrlOf(token)));
    }
}
