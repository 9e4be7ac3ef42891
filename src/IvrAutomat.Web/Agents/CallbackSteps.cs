using IvrAutomat.Calls;
using IvrAutomat.Queue;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Telephony;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Agents;

/// <summary>
/// What is done at the carrier for a customer who is called back. An agent has taken the call and waits in the room; the customer is dialled
/// once, whatever becomes of our question, and looked for afterwards.
/// </summary>
internal sealed class CallbackSteps(
    IDbContextFactory<AutomatDb> contexts, TwilioCalls carrier, TwilioOptions account, PublicAddress address, ShopSettings settings, HandoverOptions options,
    TransferBook book, Secrets secrets, TimeProvider time)
{
    /// <summary>Looks for a leg whose dialling was never confirmed, before the customer counts as not reached.</summary>
    private const int MostLooks = 3;

    /// <summary>So long after the end the customer's leg is asked to end, and at least once; then it ends by its own document.</summary>
    private static readonly TimeSpan Ending = TimeSpan.FromMinutes(5);

    /// <summary>A leg that is not in the carrier's list so long after it was asked for does not exist.</summary>
    private static readonly TimeSpan Appearing = TimeSpan.FromSeconds(10);

    private string Sender => TransferSteps.SenderOf(account, settings);

    /// <summary>The address of one of the customer's documents.</summary>
    public static string PathOf(string waitId, string document) => $"/twilio/voice/callbacks/{waitId}/{document}";

    /// <summary>Dials the customer, or looks whether that has been done. Whoever comes here has moved the wait's timer on and counted the move.</summary>
    /// <returns>True when something else may be due now.</returns>
    public async Task<bool> DialAsync(TransferRow wait)
    {
        if (await NumberAsync(wait) is not { } number)
        {
            await book.ConcludeAsync(wait.Id, CancellationToken.None);
            return true;
        }

        return wait.Moves == 0 ? await RingAsync(wait, number) : await LookAsync(wait, number);
    }

    /// <summary>The end of an attempt: the customer's leg ends, and the next attempt is planned unless the two have talked.</summary>
    /// <returns>False when it has to be done again.</returns>
    public async Task<bool> SettleAsync(TransferRow wait)
    {
        var now = time.GetUtcNow();
        if (!await IsSilentAsync(wait) && now - wait.EndedAt < Ending)
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync();
        if (await db.Callbacks.AsNoTracking().SingleOrDefaultAsync(row => row.TransferId == wait.Id) is not { } callback)
        {
            return true;
        }

        var attempts = callback.Attempts + (wait.Outcome == TransferOutcome.Unreached ? 1 : 0);
        var next = wait.Outcome switch
        {
            TransferOutcome.Talked => null,
            TransferOutcome.Unreached
                => now + CallbackTimes.PauseAfter(attempts, options.CallbackAttempts, TimeSpan.FromMinutes(options.CallbackPauseMinutes)),
            _ => callback.NextAt,
        };
        await db.Callbacks.Where(row => row.TransferId == wait.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.TransferId, (string?)null).SetProperty(row => row.Attempts, attempts).SetProperty(row => row.NextAt, next));
        return true;
    }

    // The leg may have been named only after the row was read, or never: one that was asked for is looked for.
    private async Task<bool> IsSilentAsync(TransferRow wait)
    {
        if (wait.TakenAt is null)
        {
            return true;
        }

        var leg = (await book.FindAsync(wait.Id, CancellationToken.None))?.Leg;
        if (leg is null && await NumberAsync(wait) is { } number)
        {
            await LookAsync(wait, number);
            leg = (await book.FindAsync(wait.Id, CancellationToken.None))?.Leg;
        }

        return leg is null
            ? time.GetUtcNow() - wait.EndedAt > Appearing
            : await carrier.EndAsync(leg, CancellationToken.None) is not TwilioOutcome<TwilioCall>.Unknown;
    }

    private async Task<PhoneNumber?> NumberAsync(TransferRow wait)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var contact = await db.Cases.Where(row => row.Id == wait.CallbackCase).Select(row => row.Contact).SingleOrDefaultAsync();
        return HeldPhone.Read(secrets, contact) is { CanBeCalledBack: true } number ? number : null;
    }

    private async Task<bool> RingAsync(TransferRow wait, PhoneNumber number)
    {
        var outcome = await carrier.RingAsync(
            new OutgoingCall(
                number.Value, Sender, address.UrlOf(PathOf(wait.Id, "answer")), address.UrlOf(PathOf(wait.Id, "status")), options.RingFor,
                options.DetectVoicemail),
            CancellationToken.None);
        switch (outcome)
        {
            case TwilioOutcome<TwilioCall>.Done(var call):
                await book.DialsAsync(wait.Id, call.Sid, CancellationToken.None);
                return false;
            case TwilioOutcome<TwilioCall>.Refused:
                await book.ConcludeAsync(wait.Id, CancellationToken.None);
                return true;
            default:
                // The phone may ring or not. It is never dialled twice: it is looked for.
                return false;
        }
    }

    private async Task<bool> LookAsync(TransferRow wait, PhoneNumber number)
    {
        var found = await carrier.ListAsync(number.Value, Sender, CancellationToken.None);
        if (found is TwilioOutcome<IReadOnlyList<TwilioCall>>.Done(var calls)
            && wait.TakenAt is { } taken && calls.FirstOrDefault(call => call.IsSince(taken)) is { } leg)
        {
            await book.DialsAsync(wait.Id, leg.Sid, CancellationToken.None);
            return false;
        }

        if (wait.Moves < MostLooks)
        {
            return false;
        }

        await book.ConcludeAsync(wait.Id, CancellationToken.None);
        return true;
    }
}
