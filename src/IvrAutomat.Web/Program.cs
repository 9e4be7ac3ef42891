using IvrAutomat.Web;

var app = AutomatHost.Build(WebApplication.CreateBuilder(args));
await AutomatHost.StartAsync(app, CancellationToken.None);
await app.WaitForShutdownAsync();
