using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Web.Calls;

/// <summary>What admins may change while calls are under way; asked anew for every decision, so it must answer from memory.</summary>
/// <param name="Shop">The shop's settings.</param>
/// <param name="Announced">What is announced at an instant.</param>
internal sealed record HouseNow(Func<ShopProfile> Shop, Func<DateTimeOffset, ValueList<AnnouncedText>> Announced);
