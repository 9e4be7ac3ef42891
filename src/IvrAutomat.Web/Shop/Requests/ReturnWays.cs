using System.Security.Cryptography;
using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop.Packeta;
using IvrAutomat.Web.Shop.Zaslat;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>
/// How goods come back, with the shop's accounts at carriers. The demo has days and codes of its own; a real shop without an account has a
/// person who orders the courier or sends the code.
/// </summary>
internal sealed class ReturnWays(
    IDbContextFactory<AutomatDb> contexts, SystemsNow systems, PacketaClient packeta, ZaslatClient zaslat, ShopSettings settings, TimeProvider time)
{
    // As long as the codes that the carrier issues; they begin with no zero, which is lost in reading aloud.
    private const int FirstCode = 10_000_000;
    private const int LongestNumber = 30;

    /// <summary>Arranges a way.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="live">The order with its noted return.</param>
    /// <param name="done">What follows once the return stands as given.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Change> ArrangeAsync(ArrangeReturn request, LiveOrder live, Func<GoodsReturn, Change> done, CancellationToken cancellationToken)
    {
        var bare = live.Order.Return! with { Way = request.Way, CourierOn = null, Code = null, Shipment = null };
        return request switch
        {
            { Way: ReturnWay.Courier, Day: { } day } => ByCourier(day, live, shipment => done(bare with { CourierOn = day, Shipment = shipment })),
            { Way: ReturnWay.Packeta } => await ByCodeAsync(live, (code, parcel) => done(bare with { Code = code, Shipment = parcel }), cancellationToken),
            { Way: ReturnWay.Own } => done(bare),
            _ => Change.Refuse(NotNow.Changed),
        };
    }

    /// <summary>Calls off first what was ordered for the way so far; where nothing was, or it cannot be any more, see the result.</summary>
    public Change Leave(LiveOrder live, Change then) => (then, live.Order.Return) switch
    {
        (Change.Refused or Change.ByPerson, _) or (_, null or { Shipment: null }) => then,
        (_, { Way: ReturnWay.Courier, Shipment: { } shipment } back)
            => new Change.Outside(new CallCourierOff(zaslat, shipment, isDue: back.CourierOn <= live.Today), _ => then),
        (_, { Way: ReturnWay.Packeta, Shipment: { } parcel }) => new Change.Outside(new CallReturnOff(packeta, parcel), _ => then),
        _ => then,
    };

    private Change ByCourier(DateOnly day, LiveOrder live, Func<string?, Change> done)
    {
        var account = systems().Zaslat;
        if (!live.Order.HasAddress || (!account.IsSet && !Courier.Days(live.Today, settings).Contains(day)))
        {
            return Change.Refuse(NotNow.Changed);
        }

        if (!account.IsSet)
        {
            return settings.Source == ShopSource.Demo ? done(null) : new Change.ByPerson(HandoverReason.Task);
        }

        var wish = new CourierWish(PickupPlace.Of(live.Contact), day, live.Today, live.Now)
        {
            Replaces = live.Order.Return is { Way: ReturnWay.Courier, Shipment: { } shipment, CourierOn: { } on } ? (shipment, on) : null,
        };
        return new Change.Outside(new OrderCourier(zaslat, account, wish, time), done);
    }

    private async Task<Change> ByCodeAsync(LiveOrder live, Func<string, string?, Change> done, CancellationToken cancellationToken)
    {
        if (!systems().Packeta.IsSet)
        {
            return settings.Source == ShopSource.Demo
                ? done($"{RandomNumberGenerator.GetInt32(FirstCode, FirstCode * 10)}", null)
                : new Change.ByPerson(HandoverReason.Task);
        }

        var claim = new ReturnClaim(
            await NumberAsync(live, cancellationToken), live.Contact.Email, PhoneNumber.Parse(live.Contact.Phone)?.Value, live.Order.Total);
        return new Change.Outside(new IssueReturnCode(packeta, claim), result =>
        {
            var (parcel, code) = IssueReturnCode.Read(result);
            return done(code, parcel);
        });
    }

    // Never used before, not even by a return whose answer was lost; and the same in each attempt of one request.
    private async Task<string> NumberAsync(LiveOrder live, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var before = await db.OutsideActs
            .Where(act => act.Kind == IssueReturnCode.Name && act.Sent > 0 && act.RequestId != live.Row.Id)
            .Join(db.Requests.Where(request => request.OrderId == live.Order.Id), act => act.RequestId, request => request.Id, (act, _) => act.Id)
            .CountAsync(cancellationToken);
        var number = live.Order.Number.Length > LongestNumber ? live.Order.Number[^LongestNumber..] : live.Order.Number;
        return $"R{number}-{before + 1}";
    }
}
