using System.Globalization;
using System.Text.Json;

namespace IvrAutomat.Web.Shop.Zaslat;

/// <summary>What is asked of the broker about one parcel, in its words.</summary>
internal static class CourierOrders
{
    // They take parcels over at a counter only.
    private static readonly string[] DropOffOnly = ["BALIKOVNA", "ZASILKOVNA"];

    /// <summary>The question who goes on a day.</summary>
    public static object Question(ZaslatOptions account, PickupPlace place, DateOnly day) => new
    {
        currency = "CZK",
        type = account.Type,
        pickup_request = account.PickupRequest,
        pickup_date = Day(day),
        from = new { country = "CZ", zip = place.PostCode, city = place.Town },
        to = new { country = "CZ", zip = Packed(account.Warehouse.PostCode), city = account.Warehouse.Town },
        packages = Packages(account),
        services = Array.Empty<object>(),
    };

    /// <summary>The cheapest offer for a day; null when nobody goes.</summary>
    public static CourierRate? Cheapest(ZaslatOptions account, JsonElement answer, DateOnly day)
    {
        var rates = ZaslatJson.Part(answer, "rates");
        return rates.ValueKind != JsonValueKind.Array ? null : rates.EnumerateArray()
            .Where(rate => ZaslatJson.Flag(rate, "selectable", otherwise: true) && (ZaslatJson.Text(rate, "pickup_date") ?? Day(day)) == Day(day))
            .Select(rate => new CourierRate(
                ZaslatJson.Text(rate, "carrier") ?? string.Empty, ZaslatJson.Text(rate, "service_id"),
                ZaslatJson.Number(ZaslatJson.Part(rate, "price"), "value") ?? decimal.MaxValue))
            .Where(rate => account.Carriers.Count > 0 ? account.Carriers.Contains(rate.Carrier, StringComparer.OrdinalIgnoreCase) : !DropOffOnly.Contains(rate.Carrier))
            .MinBy(rate => rate.Price);
    }

    /// <summary>The order of a courier.</summary>
    public static object Order(ZaslatOptions account, PickupPlace place, DateOnly day, CourierRate rate, string reference) => new
    {
        currency = "CZK",
        payment_type = account.PaymentType,
        shipments = new object[]
        {
            new
            {
                carrier = rate.Carrier,
                service_id = int.TryParse(rate.ServiceId, NumberStyles.None, CultureInfo.InvariantCulture, out var service) ? service : (int?)null,
                type = account.Type,
                pickup_request = account.PickupRequest,
                pickup_date = Day(day),
                reference,
                from = new
                {
                    firstname = place.FirstName,
                    surname = place.Surname,
                    street = place.Street,
                    city = place.Town,
                    zip = place.PostCode,
                    country = "CZ",
                    phone = place.Phone,
                    email = place.Email,
                },
                to = new
                {
                    firstname = "Sklad",
                    surname = "Vratky",
                    company = account.Warehouse.Company,
                    street = account.Warehouse.Street,
                    city = account.Warehouse.Town,
                    zip = Packed(account.Warehouse.PostCode),
                    country = "CZ",
                    phone = account.Warehouse.Phone,
                    email = account.Warehouse.Email,
                },
                packages = Packages(account),
                services = Array.Empty<object>(),
            },
        },
    };

    /// <summary>A postal code as the broker wants it.</summary>
    public static string? Packed(string? postCode) => postCode?.Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static object[] Packages(ZaslatOptions account)
        => [new { weight = account.Weight, width = account.Width, height = account.Width, length = account.Length, content = "vratka" }];
}

/// <summary>An offer.</summary>
/// <param name="Carrier">The broker's code of the carrier.</param>
/// <param name="ServiceId">The broker's number of the service; null when it names none.</param>
/// <param name="Price">Without tax, in Czech crowns.</param>
internal sealed record CourierRate(string Carrier, string? ServiceId, decimal Price);

/// <summary>Where a courier goes, and to whom.</summary>
internal sealed record PickupPlace(string Street, string Town, string PostCode)
{
    private string[] Names { get; init; } = [];

    /// <summary>All but the last word of the name.</summary>
    public string FirstName => Names.Length > 1 ? string.Join(' ', Names[..^1]) : Surname;

    /// <summary>The last word of the name.</summary>
    public string Surname => Names.Length > 0 ? Names[^1] : "Zákazník";

    /// <summary>Whom the courier calls; null when unknown.</summary>
    public string? Phone { get; init; }

    /// <summary>Where the carrier writes; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The place of an order; null when its address is not whole.</summary>
    public static PickupPlace? Of(Contact contact) => contact.Address is { PostCode: { Length: > 0 } code } address
        ? new PickupPlace(address.Street, address.Town, CourierOrders.Packed(code)!)
        {
            Names = contact.Name?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
            Phone = contact.Phone,
            Email = contact.Email,
        }
        : null;

    /// <summary>Names nobody.</summary>
    public override string ToString() => nameof(PickupPlace);
}
