namespace IvrAutomat.Web.Operations;

/// <summary>
/// The pages of people, in a pipeline of their own behind the line's: whatever the line's routes do not know is asked of them. Their routes are
/// made a second after the start, or at the first visit if that comes sooner. Making two hundred of them takes longer than all else that the
/// line needs to be ready, and who telephones never asks for one.
/// </summary>
internal sealed class LatePages(IServiceProvider services)
{
    // Whoever asks whether the host is ready, and the first callers, have the processor for themselves.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(1);

    private Lazy<Task<RequestDelegate>>? _pipeline;

    /// <summary>Puts them behind the routes that are mapped on the host itself.</summary>
    /// <param name="app">The host.</param>
    /// <param name="map">Maps the pages; called once, when they are opened.</param>
    public void Use(WebApplication app, Action<IEndpointRouteBuilder> map)
    {
        // Made by a thread of its own: visitors wait without holding one.
        var pipeline = _pipeline = new(() => Task.Run(() => Build(map)));
        app.UseRouting();
        app.Use(async (http, next) =>
        {
            if (http.GetEndpoint() is null)
            {
                await (await pipeline.Value)(http);
            }
            else
            {
                await next(http);
            }
        });
        app.Lifetime.ApplicationStarted.Register(() => _ = OpenLaterAsync(app.Lifetime.ApplicationStopping));
    }

    /// <summary>Makes the routes, if they are not made yet.</summary>
    public Task OpenAsync() => _pipeline?.Value ?? Task.CompletedTask;

    private async Task OpenLaterAsync(CancellationToken stopping)
    {
        await Task.Delay(AfterStart, TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested)
        {
            await OpenAsync();
        }
    }

    private RequestDelegate Build(Action<IEndpointRouteBuilder> map)
    {
        // Not a branch of the host's pipeline: that one would share its routes.
        var pages = new ApplicationBuilder(services);
        pages.UseWebSockets();
        pages.UseRouting();
        pages.UseAuthentication();
        pages.UseAuthorization();
        pages.UseEndpoints(routes =>
        {
            var mapped = new Mapped(routes);
            map(mapped);

            // The framework makes all routes anew whenever a source of routes is added, and a source makes its own each time it is asked: so one, and made.
            routes.DataSources.Add(new DefaultEndpointDataSource(mapped.DataSources.SelectMany(source => source.Endpoints).ToList()));
        });
        return pages.Build();
    }

    /// <summary>Takes routes, and makes none.</summary>
    private sealed class Mapped(IEndpointRouteBuilder routes) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => routes.ServiceProvider;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => routes.CreateApplicationBuilder();
    }
}
