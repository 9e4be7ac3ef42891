using IvrAutomat.Simulator.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IvrAutomat.Simulator.Mail;

/// <summary>
/// What goes wrong with the mail server, in the words of all stand-ins, and a count of the e-mails that it really took, by their identifier:
/// <c>take case-123456</c>. It has no paths: the server speaks SMTP on a port of its own.
/// </summary>
/// <param name="time">The clock that slow answers wait on.</param>
public sealed class MailStandIn(TimeProvider time) : StandIn("Mail", time)
{
    /// <inheritdoc />
    protected override string MediaType => "text/plain";

    /// <summary>The fault of one connection.</summary>
    internal StandInFaultKind Strike() => Fault.Strike(isWrite: true);

    /// <summary>False when the connection ends before anything is said.</summary>
    internal async Task<bool> BeginsAsync(StandInFaultKind fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case StandInFaultKind.Slow:
                await WaitAsync(Fault.Delay, cancellationToken);
                return true;
            case StandInFaultKind.TimeOut:
                await WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
                return false;
            case StandInFaultKind.Drop or StandInFaultKind.Malformed or StandInFaultKind.WrongType or StandInFaultKind.Huge:
                return false;
            default:
                return true;
        }
    }

    /// <summary>How a recipient is refused; null when it is not.</summary>
    internal static string? RefusalOf(StandInFaultKind fault) => fault switch
    {
        StandInFaultKind.Error => "451 local error",
        StandInFaultKind.RateLimited => "450 too many messages",
        StandInFaultKind.LoginRefused => "550 not from you",
        _ => null,
    };

    /// <summary>An e-mail has been taken.</summary>
    internal void Took(IReadOnlyDictionary<string, string> headers)
        => Count("take", headers.GetValueOrDefault("message-id", "?").Trim('<', '>').Split('@')[0]);

    /// <inheritdoc />
    protected override void MapPaths(RouteGroupBuilder group)
    {
    }

    /// <inheritdoc />
    protected override void ResetData()
    {
    }

    /// <inheritdoc />
    protected override IResult LoginRefused() => Results.NotFound();

    /// <inheritdoc />
    protected override IResult RateLimited() => Results.NotFound();
}
