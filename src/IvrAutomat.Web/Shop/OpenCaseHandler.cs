using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop;

/// <summary>Opens the case that a call asked for.</summary>
internal sealed class OpenCaseHandler(CaseBook cases) : IRequestHandler
{
    /// <inheritdoc />
    public Type Handles => typeof(OpenCase);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
        => await cases.OpenAsync(new CaseWish(row.Id, row.CallId, (OpenCase)request, row.Held), cancellationToken);
}

/// <summary>Puts the number that the caller typed into the call's case.</summary>
internal sealed class SetCallbackNumberHandler(CaseBook cases) : IRequestHandler
{
    /// <inheritdoc />
    public Type Handles => typeof(SetCallbackNumber);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
        => await cases.SetNumberAsync(row, (SetCallbackNumber)request, cancellationToken) is { } opened
            ? opened
            // Without its case a number is worth a case of its own.
            : await cases.HandOverAsync(row, cancellationToken);
}
