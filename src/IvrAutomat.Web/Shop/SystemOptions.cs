using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Shop.Packeta;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Shop.Zaslat;

namespace IvrAutomat.Web.Shop;

/// <summary>The accounts of the shop at systems elsewhere.</summary>
/// <param name="Upgates">The shop's own system.</param>
/// <param name="Packeta">Zásilkovna.</param>
/// <param name="Zaslat">The courier.</param>
/// <param name="Comgate">The payment gateway.</param>
/// <param name="Helpdesk">Where cases go.</param>
internal sealed record SystemOptions(
    UpgatesOptions Upgates, PacketaOptions Packeta, ZaslatOptions Zaslat, ComgateOptions Comgate, HelpdeskOptions Helpdesk)
{
    /// <summary>Nothing is set.</summary>
    public static SystemOptions None => new(new(), new(), new(), new(), new());

    /// <summary>Everything that is wrong, each with its remedy.</summary>
    public IEnumerable<string> Validate()
        => Upgates.Validate().Concat(Packeta.Validate()).Concat(Zaslat.Validate()).Concat(Comgate.Validate()).Concat(Helpdesk.Validate());
}

/// <summary>
/// The accounts to be used now: the operator's, or those of stand-ins whose address is known only once the server listens. Stand-ins are used
/// for an Upgates shop in the simulator, each one for which nothing is set; the demo and a local shop use only what is set.
/// </summary>
internal delegate SystemOptions SystemsNow();
