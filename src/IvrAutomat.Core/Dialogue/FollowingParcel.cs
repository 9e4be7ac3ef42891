using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>
/// The parcel and its delivery: the status again in detail, its link by message, a longer stay at the pick-up point. Another address,
/// point or goods is a person's work.
/// </summary>
internal static class FollowingParcel
{
    public static readonly State Offering = new("ParcelMenu");
    public static readonly State SendingLink = new("SendingTracking");
    public static readonly State ConfirmingExtension = new("ConfirmingExtension");
    public static readonly State Extending = new("ExtendingStorage");

    private static readonly PromptContract Menu = new("parcel.menu", ("options", SlotKind.List));
    private static readonly PromptContract Tracking = new("parcel.menu.tracking");
    private static readonly PromptContract Extend = new("parcel.menu.extend");
    private static readonly PromptContract Address = new("parcel.menu.address");
    private static readonly PromptContract TrackingDone = new("parcel.tracking.done", ("channel", SlotKind.Choice));
    private static readonly PromptContract TrackingNowhere = new("parcel.tracking.nowhere");
    private static readonly PromptContract Confirm = new("parcel.extend.confirm", ("proposed", SlotKind.Date));
    private static readonly PromptContract Done = new("parcel.extend.done", ("until", SlotKind.Date));
    private static readonly PromptContract Kept = new("parcel.extend.kept");
    private static readonly PromptContract Shorter = new("parcel.extend.shorter");
    private static readonly PromptContract No = new("parcel.extend.no");
    private static readonly PromptContract NotAtPoint = new("parcel.extend.not-at-point");
    private static readonly PromptContract NotSent = new("parcel.tracking.not-sent");

    private static readonly Guard<Conversation, OptionChosen> CanTrack = new(
        "dispatched, has a contact", (conversation, _) => IsSent(conversation) && conversation.Order.Contact != Channel.None);

    private static readonly Guard<Conversation, OptionChosen> CanExtend = new(
        "may stay longer", (conversation, _) => MayExtend(conversation));

    // The carrier says no maximum, only whether it agrees to a day.
    private static readonly Guard<Conversation, RequestRefused> ShorterIsLeft = new(
        "a shorter stay is left", (conversation, refused) => refused.Why == NotNow.TooLong && Earlier(refused.Order, Proposed(conversation)) is not null);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Offering).SubstateOf(OrderMenu.Verified)
            .PermitIf(Options.Tracking, SendingLink, CanTrack, (conversation, _) => conversation.Await(new SendTracking(conversation.Order.Id)))
            .InternalIf(Options.Tracking, CanTrack.Not(), (conversation, _) => Refuse(conversation, IsSent(conversation) ? TrackingNowhere : NotSent))
            .PermitIf(Options.Extend, ConfirmingExtension, CanExtend)
            .InternalIf(Options.Extend, CanExtend.Not(), (conversation, _) => Refuse(conversation, conversation.Order.State == OrderState.AtPoint ? No : NotAtPoint))
            .Permit(Options.Change, HandingOver.OpeningCase, (conversation, _) => HandingOver.Because(conversation, HandoverReason.Change));
        steps.Add(Offering, new Step(Question, _ => new MenuListen([
            Options.On(1, Options.Tracking, SpokenCommand.Tracking, SpokenCommand.Send),
            Options.On(2, Options.Extend, SpokenCommand.Extend),
            Options.On(3, Options.Change, SpokenCommand.ChangeAddress)]))

        {
            // The status in full may name a key of the order's menu, which means something else here.
            Before = conversation => StatusWords.Of(conversation.Order, conversation.Facts).As(Variants.Short),
        });

        flow.Perform(SendingLink, OrderTask.Parcel, Goodbye.Asking, (conversation, done) =>
            conversation.Say(TrackingDone.Say(("channel", ChannelWords.Of(done.Receipt)))));

        flow.Configure(ConfirmingExtension).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Extending, (conversation, _) =>
            {
                conversation.Draft(draft => draft with { Day = Proposed(conversation) });
                conversation.Request(conversation.Facts.Shop.Actions.Extend, new ExtendStorage(conversation.Order.Id, Proposed(conversation)));
            })
            .Permit(Options.No, Goodbye.Asking, (conversation, _) => conversation.Say(Kept.Say()));
        steps.Add(ConfirmingExtension, new Step(
            conversation => Confirm.Say(("proposed", new DateSlot(Proposed(conversation)))),
            _ => new MenuListen([
                Options.On(1, Options.Yes, SpokenCommand.Yes),
                Options.On(2, Options.No, SpokenCommand.No, SpokenCommand.Keep)])));

        flow.Perform(Extending, OrderTask.Parcel, Goodbye.Asking, (conversation, done) =>
            conversation.SayDone(Done.Say(("until", new DateSlot(done.Order.PickUpUntil ?? Proposed(conversation)))), done.Receipt), unless: ShorterIsLeft)
            .PermitIf(Triggers.RequestRefused, ConfirmingExtension, ShorterIsLeft, (conversation, refused) =>
            {
                var less = Earlier(refused.Order, Proposed(conversation));
                conversation.Call = conversation.Call with { Order = refused.Order };
                conversation.Draft(draft => draft with { Day = less });
                conversation.Say(Shorter.Say());
            });
    }

    /// <summary>Half of what was refused, in whole days; null when no day is left.</summary>
    private static DateOnly? Earlier(Order order, DateOnly refused)
        => order.PickUpUntil is { } until && (refused.DayNumber - until.DayNumber) / 2 is > 0 and var days ? until.AddDays(days) : null;

    private static Utterance Question(Conversation conversation)
    {
        var offered = ImmutableArray.CreateBuilder<Utterance>(3);
        if (IsSent(conversation) && conversation.Order.Contact != Channel.None)
        {
            offered.Add(Repetition.Voiced(conversation, Tracking.Say()));
        }

        if (MayExtend(conversation))
        {
            offered.Add(Repetition.Voiced(conversation, Extend.Say()));
        }

        offered.Add(Repetition.Voiced(conversation, Address.Say()));
        return Menu.Say(("options", new ListSlot(offered.ToImmutable())));
    }

    private static void Refuse(Conversation conversation, PromptContract why)
    {
        conversation.Say(why.Say());
        conversation.Answer(Question(conversation).As(Variants.Short));
    }

    private static bool IsSent(Conversation conversation) => !OrderPolicy.IsUndispatched(conversation.Order.State);

    private static bool MayExtend(Conversation conversation)
        => conversation.Order is { State: OrderState.AtPoint, ExtendableUntil: not null }
            && conversation.Facts.Shop.Actions.Extend != ActionMode.Off;

    private static DateOnly Proposed(Conversation conversation)
        => conversation.Call.Draft.Day ?? conversation.Order.ExtendableUntil ?? conversation.Facts.Today;
}
