using System.Globalization;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>Keeps a parcel at its point until a day; its result is the day that Zásilkovna then tells.</summary>
internal sealed class KeepParcel(PacketaClient packeta, string parcel, DateOnly until) : OutsideWrite
{
    /// <inheritdoc />
    public override string System => PacketaClient.System;

    /// <inheritdoc />
    public override string Kind => "keep parcel";

    /// <summary>The day of a result.</summary>
    public static DateOnly DayOf(string? result) => DateOnly.ParseExact(result!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override async Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken)
        => await packeta.KeepAsync(parcel, until, cancellationToken) is var reply && reply is PacketaReply.Ok
            ? new OutsideOutcome.Done(Written(await GrantedAsync(cancellationToken) ?? until))
            : reply.Outcome;

    /// <inheritdoc />
    public override async Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken)
        => await packeta.StoredUntilAsync(parcel, cancellationToken) is not PacketaReply.Ok ok ? new OutsideOutcome.NotDone("day not read")
            : ParcelState.DayOf(ok.Result.Value.Trim()) is { } day && day >= until ? new OutsideOutcome.Done(Written(day))
            : new OutsideOutcome.Absent();

    // What was granted is what the carrier says, and where it does not say, what it was asked for and agreed to.
    private async Task<DateOnly?> GrantedAsync(CancellationToken cancellationToken)
        => await packeta.StoredUntilAsync(parcel, cancellationToken) is PacketaReply.Ok ok ? ParcelState.DayOf(ok.Result.Value.Trim()) : null;

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>
/// Has a code issued by which goods come back without a label. A second one would be a second return: one whose answer was lost cannot be
/// looked for, and a person finds out.
/// </summary>
internal sealed class IssueReturnCode(PacketaClient packeta, ReturnClaim claim) : OutsideWrite
{
    /// <summary>See <see cref="OutsideWrite.Kind"/>; numbers of returns are counted by it.</summary>
    public const string Name = "issue return code";

    /// <inheritdoc />
    public override string System => PacketaClient.System;

    /// <inheritdoc />
    public override string Kind => Name;

    /// <summary>The parcel and the code of a result.</summary>
    public static (string Parcel, string Code) Read(string? result) => result!.Split(' ', 2) is [var parcel, var code]
        ? (parcel, code)
        : throw new InvalidDataException("The result of a return code holds no code.");

    /// <inheritdoc />
    public override async Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken)
    {
        if (claim is { Email: null, Phone: null })
        {
            return new OutsideOutcome.Hopeless("neither e-mail nor phone");
        }

        var reply = await packeta.ClaimAsync(claim, cancellationToken);
        return reply is not PacketaReply.Ok ok ? reply.Outcome
            : ok["id"] is { } parcel && ok["password"] is { } code ? new OutsideOutcome.Done($"{parcel} {code}")
            : new OutsideOutcome.Unknown("no code in the answer");
    }

    /// <inheritdoc />
    public override Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken)
        => Task.FromResult<OutsideOutcome>(new OutsideOutcome.CannotTell());
}

/// <summary>Calls an announced return off, which is possible until it is handed in.</summary>
internal sealed class CallReturnOff(PacketaClient packeta, string parcel) : OutsideWrite
{
    private const int Cancelled = 11;

    /// <inheritdoc />
    public override string System => PacketaClient.System;

    /// <inheritdoc />
    public override string Kind => "call return off";

    /// <inheritdoc />
    public override async Task<OutsideOutcome> SendAsync(string reference, CancellationToken cancellationToken)
        => (await packeta.CancelAsync(parcel, cancellationToken)).Outcome;

    /// <inheritdoc />
    public override async Task<OutsideOutcome> FindAsync(string reference, CancellationToken cancellationToken)
        => await packeta.StatusAsync(parcel, cancellationToken) is not PacketaReply.Ok ok ? new OutsideOutcome.NotDone("state not read")
            : ParcelState.Read(ok) is { Code: Cancelled } ? new OutsideOutcome.Done()
            : new OutsideOutcome.Absent();
}
