using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Shop.Zaslat;

/// <summary>
/// When a courier can come for a parcel. With an account at the broker only days are offered on which it has somebody who goes; without one
/// they are the next working days, and in a real shop a person orders the courier.
/// </summary>
internal sealed class Couriers(SystemsNow systems, ZaslatClient zaslat, ShopSettings settings, TimeProvider time)
{
    private const int Offered = 3;
    private const int LookedAt = 4;

    /// <summary>How long a caller waits for the days.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What the caller can choose from.</summary>
    /// <param name="order">The order.</param>
    /// <param name="contact">Its contact.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CourierOffered> OfferAsync(Order order, Contact contact, CancellationToken cancellationToken)
    {
        var account = systems().Zaslat;
        if (!account.IsSet)
        {
            return Courier.Offer(order, settings.DayOf(time.GetUtcNow()), settings);
        }

        if (!order.HasAddress || PickupPlace.Of(contact) is not { } place)
        {
            return new CourierOffered([], Courier.From, Courier.Until);
        }

        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answers = await Task.WhenAll(Days(account).Select(day => AskAsync(account, place, day, either.Token)));
            return new CourierOffered(
                [.. answers.Where(answer => answer.Goes == true).Select(answer => answer.Day).Take(Offered)], Courier.From, Courier.Until)
            {
                IsUnknown = answers.All(answer => answer.Goes is null),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CourierOffered([], Courier.From, Courier.Until) { IsUnknown = true };
        }
    }

    // A round is planned the day before: whoever calls late is one day later.
    private ImmutableArray<DateOnly> Days(ZaslatOptions account)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), settings.Profile.TimeZone);
        var today = DateOnly.FromDateTime(now.DateTime);
        var after = TimeOnly.FromDateTime(now.DateTime) < account.CutOff ? today : today.AddDays(1);
        return [.. Enumerable.Range(1, LookedAt).Select(ahead => settings.WorkingDay(after, ahead))];
    }

    private async Task<(DateOnly Day, bool? Goes)> AskAsync(ZaslatOptions account, PickupPlace place, DateOnly day, CancellationToken cancellationToken)
        => (day, await zaslat.RatesAsync(CourierOrders.Question(account, place, day), cancellationToken) is ZaslatReply.Ok ok
            ? CourierOrders.Cheapest(account, ok.Json, day) is not null
            : null);
}
