using System.Runtime.CompilerServices;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Packeta;

namespace IvrAutomat.Web.Doctor;

/// <summary>Is the password of Zásilkovna right: it is asked for a parcel that nobody has, and says so only to whom it knows.</summary>
internal sealed class PacketaCheck(PacketaClient client, SystemsNow systems) : ICheck
{
    private const string NoParcel = "1";

    /// <inheritdoc />
    public string System => PacketaOptions.Section;

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!systems().Packeta.IsSet)
        {
            yield return Finding.Skipped(System, "no account is set: parcels at Zásilkovna are not asked for");
            yield break;
        }

        var reply = await client.StatusAsync(NoParcel, cancellationToken);
        var isRight = reply is PacketaReply.Ok or PacketaReply.Refused { Fault.Remedy: not (PacketaRemedy.CloseGate or PacketaRemedy.Alarm) };
        yield return reply switch
        {
            _ when isRight => Finding.Ok(System, "the password fits"),
            PacketaReply.Refused { Fault.Remedy: PacketaRemedy.CloseGate } => Finding.Wrong(
                System, "Zásilkovna refuses the password. Copy the API password (32 characters) from its client section again."),
            _ => Finding.Wrong(System, $"Zásilkovna does not answer as it should ({reply.Why}). Try again in a while, and let this machine out to Packeta:ApiUrl."),
        };
        if (isRight)
        {
            yield return Finding.Warning(
                System, "whether the sender of Packeta:Eshop exists cannot be asked without making it. Compare it letter by letter with the client section.");
        }
    }
}
