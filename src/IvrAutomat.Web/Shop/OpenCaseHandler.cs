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
        => await cases.OpenAsync(new CaseWish(row.Id, row.CallId, (OpenCase)request, row.Held, Receipt: !((OpenCase)request).Quiet), cancellationToken);
}
