using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Does one kind of request about an order: the kind says only what becomes of the live order; see <see cref="OrderChanges"/>.</summary>
internal abstract class OrderHandler<TRequest>(OrderChanges changes) : IRequestHandler
    where TRequest : Request
{
    /// <inheritdoc />
    public Type Handles => typeof(TRequest);

    /// <inheritdoc />
    public Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
        => changes.PerformAsync(
            row, request.OrderId ?? throw new ArgumentException($"A {typeof(TRequest).Name} is about an order.", nameof(request)),
            (live, stop) => DecideAsync((TRequest)request, live, stop), cancellationToken);

    /// <summary>What the request makes of the live order, where that needs something read before.</summary>
    protected virtual Task<Change> DecideAsync(TRequest request, LiveOrder live, CancellationToken cancellationToken)
        => Task.FromResult(Decide(request, live));

    /// <summary>What the request makes of the live order.</summary>
    protected virtual Change Decide(TRequest request, LiveOrder live)
        => throw new NotSupportedException($"{GetType().Name} says nowhere what it makes of an order.");
}
