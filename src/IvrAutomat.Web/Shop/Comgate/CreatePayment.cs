using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Comgate;

/// <summary>
/// Makes a payment at the gateway in place of every other that is still open for the order. Its result is the random part of our short
/// address. The gateway cannot be asked for a payment by our reference; one whose answer was lost is left to expire, no other is made in its
/// place, and a person sends the link. Whatever is paid on it counts all the same.
/// </summary>
internal sealed class CreatePayment(ComgateClient client, GatewayPayments payments, LiveOrder live, string language) : OutsideWrite
{
    /// <inheritdoc />
    public override string System => ComgateClient.System;

    /// <inheritdoc />
    public override string Kind => "payment";

    /// <inheritdoc />
    public override async Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken)
    {
        foreach (var other in await payments.OpenAsync(live.Order.Id, cancellationToken))
        {
            if (await CallOffAsync(other, cancellationToken) is { } why)
            {
                return why;
            }
        }

        var row = await payments.BeginAsync(live.Order, live.Row.Id, reference, cancellationToken);
        var token = payments.TokenOf(row);
        var answer = await client.CreateAsync(
            new ComgateOrder(
                row.RefId, row.Hellers, live.Order.Number, live.Contact.Email, live.Contact.Phone, language, payments.Days,
                payments.UrlOf(token) + GatewayPage.Back),
            cancellationToken);
        switch (answer)
        {
            case { Meaning: ComgateMeaning.Ok, TransId.Length: > 0 } when Uri.TryCreate(answer.Redirect, UriKind.Absolute, out var page) && page.Scheme.StartsWith("http", StringComparison.Ordinal):
                await payments.OpenedAsync(row, answer.TransId, answer.Redirect);
                return new OutsideOutcome.Done(token);
            case { Meaning: ComgateMeaning.NotNow }:
                await payments.MoveAsync(row, GatewayPaymentState.Refused, CancellationToken.None);
                return new OutsideOutcome.NotDone(answer.Why);
            case { Meaning: ComgateMeaning.Never or ComgateMeaning.LoginRefused }:
                await payments.MoveAsync(row, GatewayPaymentState.Refused, CancellationToken.None);
                return new OutsideOutcome.Hopeless(answer.Why);
            default:
                await payments.MoveAsync(row, GatewayPaymentState.Lost, CancellationToken.None);
                return new OutsideOutcome.Unknown(answer.Why);
        }
    }

    /// <inheritdoc />
    public override async Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken)
    {
        var begun = await payments.ByReferenceAsync(live.Order.Id, reference, cancellationToken);
        if (begun.FirstOrDefault(row => row.State is GatewayPaymentState.Open or GatewayPaymentState.Paid) is { } there)
        {
            return new OutsideOutcome.Done(payments.TokenOf(there));
        }

        foreach (var cutOff in begun.Where(row => row.State == GatewayPaymentState.Creating))
        {
            await payments.MoveAsync(cutOff, GatewayPaymentState.Lost, cancellationToken);
        }

        return begun.Any(row => row.State is GatewayPaymentState.Creating or GatewayPaymentState.Lost)
            ? new OutsideOutcome.CannotTell()
            : new OutsideOutcome.Absent();
    }

    // Null: it takes no money any more. Two open payments would be paid twice by whoever has both messages.
    private async Task<OutsideOutcome?> CallOffAsync(GatewayPaymentRow other, CancellationToken cancellationToken)
    {
        var transId = other.TransId ?? throw new InvalidDataException($"Payment {other.Id} is open and has no identifier of the gateway.");
        var answer = await client.CancelAsync(transId, cancellationToken);
        if (answer.Meaning == ComgateMeaning.Never)
        {
            answer = await client.StateAsync(transId, cancellationToken);
            if (answer is { Meaning: ComgateMeaning.Ok, Status: ComgateStatus.Paid })
            {
                await payments.AskNowAsync(other.Id, cancellationToken);
                return new OutsideOutcome.Refused(NotNow.Paid);
            }

            if (answer is { Meaning: ComgateMeaning.Ok, Status: not ComgateStatus.Cancelled })
            {
                return new OutsideOutcome.NotDone("cannot be called off");
            }
        }

        switch (answer.Meaning)
        {
            case ComgateMeaning.Ok:
                await payments.MoveAsync(other, GatewayPaymentState.Cancelled, CancellationToken.None);
                return null;
            case ComgateMeaning.LoginRefused or ComgateMeaning.Never:
                return new OutsideOutcome.Hopeless(answer.Why);
            default:
                // Calling off may be repeated; nothing new was asked for yet.
                return new OutsideOutcome.NotDone(answer.Why);
        }
    }
}

/// <summary>The states of a payment in the gateway's words.</summary>
internal static class ComgateStatus
{
    /// <summary>The money is there.</summary>
    public const string Paid = "PAID";

    /// <summary>Called off, or expired.</summary>
    public const string Cancelled = "CANCELLED";
}
