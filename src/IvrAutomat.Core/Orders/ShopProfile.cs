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

    /// <summary>An instant that is told by the shop's clock.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, TimeZone.GetUtcOffset(local));
    }

    /// <summary>Who does which task.</summary>
    public Actions Actions { get; init; } = new();

    /// <summary>A courier fetches returned goods at this price; null: the shop does not offer it.</summary>
    public ReturnPrice? CourierReturn { get; init; }

    /// <summary>Returned goods can be posted at Zásilkovna at this price; null: the shop does not offer it.</summary>
    public ReturnPrice? PacketaReturn { get; init; }

    /// <summary>What paying on delivery costs, in Czech crowns, part of what is then paid.</summary>
    public decimal CashFee { get; init; }

    /// <summary>Whom text messages come from, as it is spoken.</summary>
    public string Sender { get; init; } = string.Empty;

    /// <summary>The payment gateway's name as it is spoken.</summary>
    public string Gateway { get; init; } = "Comgate";

    /// <summary>How long a cancellation can be taken back.</summary>
    public TimeSpan RestoreFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Changes asked for from another or a withheld number need a one-time code besides the PIN.</summary>
    public bool StepUp { get; init; }

    /// <summary>The sort of proof that callers have: false when orders have no PIN and a code is sent at once.</summary>
    public bool HasPins { get; init; } = true;

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
