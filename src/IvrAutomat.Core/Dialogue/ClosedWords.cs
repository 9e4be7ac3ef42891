using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>That nobody is on the phone now, why, and when somebody will be.</summary>
internal static class ClosedWords
{
    private static readonly PromptContract Hours = new("closed.hours", ("day", SlotKind.Date), ("from", SlotKind.Time));
    private static readonly PromptContract Holiday = new("closed.holiday", ("day", SlotKind.Date), ("from", SlotKind.Time));
    private static readonly PromptContract Special = new("closed.special", ("day", SlotKind.Date), ("from", SlotKind.Time));

    /// <summary>Says it; nothing while people are on the phone, or when they never are.</summary>
    public static void Say(Conversation conversation)
    {
        var hours = conversation.Facts.Shop.Hours;
        var now = conversation.Facts.Now.DateTime;
        if (hours.IsOpen(now) || hours.NextOpening(now) is not { } opens)
        {
            return;
        }

        var words = hours.WhyClosed(conversation.Facts.Today) switch
        {
            Closed.Holiday => Holiday,
            Closed.Closure => Special,
            _ => Hours,
        };
        conversation.Say(words.Say(("day", new DateSlot(DateOnly.FromDateTime(opens))), ("from", new TimeSlot(TimeOnly.FromDateTime(opens)))));
    }
}
