using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// Does one kind of request. It may be asked again for the same request, after a crash or a failure, and must then find what it already
/// did instead of doing it twice.
/// </summary>
internal interface IRequestHandler
{
    /// <summary>The type of request it does.</summary>
    Type Handles { get; }

    /// <summary>
    /// Does it, outside any transaction of the ledger. <see cref="ShopUnavailable"/> and an exception mean that the outcome is not
    /// known: it is asked again, and after the last attempt a person gets it.
    /// </summary>
    Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken);
}
