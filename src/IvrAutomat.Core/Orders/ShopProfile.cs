using System.Collections.Immutable;

namespace IvrAutomat.Orders;

/// <summary>What a conversation needs to know of the shop: settings, the same for every call until they change.</summary>
public sealed record ShopProfile
{
    /// <summary>The shop's name as it is spoken, in the nominative.</summary>
    public required string Name { get; init; }

    /// <summary>The shop's phone number in E.164.</summary>
    public required string Line { get; init; }

    /// <summary>When people answer.</summary>
    public OpeningHours Hours { get; init; } = OpeningHours.Always;

    /// <summary>The zone in which days and hours are meant.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>How many digits the shop's order numbers, and the other numbers it gives an order, can have.</summary>
    public ImmutableArray<int> NumberLengths { get; init; } = [10];

    /// <summary>How many digits a PIN has.</summary>
    public int PinLength { get; init; } = 6;

    /// <summary>Working days until a card refund reaches the customer's account, as the shop's bank states them.</summary>
    public int RefundDays { get; init; } = 5;

    /// <summary>The languages in which somebody can be connected; empty when nobody can.</summary>
    public ImmutableArray<string> AgentLanguages { get; init; } = [];

    /// <summary>How long a caller waits for a person before something better is offered.</summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>True when a caller who speaks that language can be connected with a person.</summary>
    public bool CanConnect(DateTimeOffset now, string language) => Hours.IsOpen(now.DateTime) && AgentLanguages.Contains(language);

    /// <summary>
    /// When a person must have answered: 24 hours later if the shop is open then, else one hour after it next opens.
    /// </summary>
    public DateTimeOffset DueAfter(DateTimeOffset now)
    {
        var later = TimeZoneInfo.ConvertTime(now.AddHours(24), TimeZone);
        if (Hours.IsOpen(later.DateTime) || Hours.NextOpening(later.DateTime) is not { } opens)
        {
            return later;
        }

        var due = opens.AddHours(1);
        return new DateTimeOffset(due, TimeZone.GetUtcOffset(due));
    }
}
