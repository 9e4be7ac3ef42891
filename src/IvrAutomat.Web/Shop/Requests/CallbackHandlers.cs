using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Writes down when, and on which number, the caller agreed to be called.</summary>
internal sealed class AgreeCallbackHandler(CallbackBook callbacks, CaseBook cases) : IRequestHandler
{
    /// <inheritdoc />
    public Type Handles => typeof(AgreeCallback);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
        => await callbacks.AgreeAsync(row, (AgreeCallback)request, cancellationToken) is { } agreed
            ? agreed
            // Without its case what was agreed is worth a case of its own.
            : await cases.HandOverAsync(row, reason: null, cancellationToken);
}

/// <summary>Closes the case of a callback that the caller does not want any more.</summary>
internal sealed class CancelCallbackHandler(CallbackBook callbacks) : IRequestHandler
{
    /// <inheritdoc />
    public Type Handles => typeof(CancelCallback);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
    {
        await callbacks.CancelAsync(row, (CancelCallback)request, cancellationToken);
        return new CaseClosed();
    }
}

/// <summary>Confirms the case of a caller who went before anything was agreed.</summary>
internal sealed class KeepCaseHandler(CallbackBook callbacks) : IRequestHandler
{
    /// <inheritdoc />
    public Type Handles => typeof(KeepCase);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
        => await callbacks.KeepAsync(row, cancellationToken) is { } kept ? kept
            // The request that opens the case may still be on its way: asked again soon. Else the case has been closed, and nothing is owed.
            : await callbacks.IsOpeningAsync(row.CallId, cancellationToken) ? new ShopUnavailable()
            : new CaseClosed();
}
