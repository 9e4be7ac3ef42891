using IvrAutomat.Orders;

namespace IvrAutomat.Calls;

/// <summary>What a decision may know besides the call and the input. The same facts give the same decision.</summary>
/// <param name="Now">The instant of the input, in the shop's time zone.</param>
/// <param name="Shop">The shop's settings.</param>
public sealed record Facts(DateTimeOffset Now, ShopProfile Shop)
{
    /// <summary>The languages that everything can be said in now; only these are offered to a caller.</summary>
    public ValueList<string> Languages { get; init; } = [];

    /// <summary>What is announced at this instant, in the languages in which it was written; empty when nothing is.</summary>
    public ValueList<AnnouncedText> Announced { get; init; } = [];

    /// <summary>An instant as the shop's clocks show it.</summary>
    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Shop.TimeZone).DateTime;

    /// <summary>The shop's day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);
}
