using IvrAutomat.Calls;

namespace IvrAutomat.Web.Calls;

/// <summary>Who answers a new call. The line switch fills it in; whoever reads webhooks knows no switch.</summary>
/// <param name="Decide">By the caller's number, null when withheld, and the carrier's identifier of the call.</param>
internal sealed record LineDesk(Func<PhoneNumber?, string, CancellationToken, Task<LineTurn>> Decide);

/// <summary>Who answers one call.</summary>
/// <param name="Answer">Who.</param>
/// <param name="RingFor">How long people ring first, where the automat comes after them.</param>
internal readonly record struct LineTurn(LineAnswer Answer, TimeSpan RingFor);
