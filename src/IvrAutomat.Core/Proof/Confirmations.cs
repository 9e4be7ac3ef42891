using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Orders;

namespace IvrAutomat.Proof;

/// <summary>
/// The question that must have been answered by yes just before a request is asked for. A request that is in neither list is refused, so
/// that a new one has to be thought about.
/// </summary>
internal static class Confirmations
{
    private static readonly Dictionary<Type, State[]> Questions = new()
    {
        [typeof(CancelOrder)] = [Cancelling.Confirming],
        [typeof(RestoreOrder)] = [Restoring.Offering],
        [typeof(ConfirmOrder)] = [ConfirmingOrder.Asking],
        [typeof(ChangePayment)] = [Paying.ConfirmingChange],
        [typeof(SendPaymentLink)] = [Paying.ConfirmingLink],
        [typeof(ExtendStorage)] = [FollowingParcel.ConfirmingExtension],
        [typeof(NoteReturn)] = [Returning.Confirming],
        [typeof(ArrangeReturn)] = [ArrangingReturn.CourierConfirming, ArrangingReturn.PacketaConfirming],
        [typeof(FileComplaint)] = [Complaining.Confirming],
    };

    /// <summary>What changes neither an order nor money: messages, notes, cases.</summary>
    private static readonly HashSet<Type> Harmless =
    [
        typeof(SendTracking), typeof(SendInvoice), typeof(SendCode), typeof(NoteRating), typeof(OpenCase), typeof(AgreeCallback),
        typeof(CancelCallback), typeof(KeepCase),
    ];

    /// <summary>Why the work may not be asked for here; null when it may.</summary>
    public static string? WhyNot(Call before, CallerInput input, Work work) => work switch
    {
        Query => null,
        ForPerson person => WhyNot(before, input, person.Wanted),

        // Nothing is ordered and nothing costs: the customer has only said how the goods of a confirmed return will come.
        ArrangeReturn { Way: ReturnWay.Own } => null,

        // The option itself is the question ("to take the return back, press 2"), and the goods stay with the customer.
        CancelReturn => IsAnswered(before, input, Returning.Exists, Options.No.Name) ? null : Unconfirmed(work),
        _ when Harmless.Contains(work.GetType()) => null,
        _ when Questions.TryGetValue(work.GetType(), out var states) => states.Any(state => IsAnswered(before, input, state, Options.Yes.Name)) ? null : Unconfirmed(work),
        _ => $"{work.GetType().Name} is asked for, and nobody has said which question confirms it",
    };

    private static bool IsAnswered(Call before, CallerInput input, State question, string answer)
        => before.State == question.Name && input is OptionChosen chosen && chosen.Option == answer;

    private static string Unconfirmed(Work work) => $"{work.GetType().Name} is asked for without a yes to its question";
}
