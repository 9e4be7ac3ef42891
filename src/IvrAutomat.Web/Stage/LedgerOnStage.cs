using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Stage;

/// <summary>Makes requests of a kind slow, or has them fail: what a busy or broken database does to them, which no stand-in can.</summary>
internal sealed class LedgerOnStage(Activity activity, TimeProvider time)
{
    private volatile IReadOnlyDictionary<string, TimeSpan?> _kinds = new Dictionary<string, TimeSpan?>();

    /// <summary>From now on these kinds take so long, or fail where there is no time.</summary>
    public void Set(IReadOnlyDictionary<string, TimeSpan?> kinds) => _kinds = kinds;

    /// <summary>Lets every handler that has been registered wait or fail as it is set.</summary>
    public static void Watch(IServiceCollection services)
    {
        services.AddSingleton<LedgerOnStage>();
        for (var at = 0; at < services.Count; at++)
        {
            if (services[at] is { ImplementationType: { } handler } found && found.ServiceType == typeof(IRequestHandler))
            {
                services[at] = ServiceDescriptor.Singleton<IRequestHandler>(provider => new Watched(
                    (IRequestHandler)ActivatorUtilities.CreateInstance(provider, handler), provider.GetRequiredService<LedgerOnStage>()));
            }
        }
    }

    private async Task BeginAsync(string kind, CancellationToken cancellationToken)
    {
        if (!_kinds.TryGetValue(kind, out var takes))
        {
            return;
        }

        if (takes is not { } length)
        {
            throw new InvalidOperationException($"The script has every request of the kind '{kind}' fail.");
        }

        await activity.RestAsync(length, time, cancellationToken);
    }

    private sealed class Watched(IRequestHandler handler, LedgerOnStage stage) : IRequestHandler
    {
        public Type Handles => handler.Handles;

        public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
        {
            await stage.BeginAsync(row.Kind, cancellationToken);
            return await handler.PerformAsync(row, request, cancellationToken);
        }
    }
}
