using System.Reflection;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>Style and scripts, from inside the program: nothing is fetched from anybody else.</summary>
internal static class ConsoleAssets
{
    private const string Folder = ".AgentConsole.assets.";

    /// <summary>Maps them; they are needed before anybody is signed in.</summary>
    public static void Map(RouteGroupBuilder console) => console.MapGet("/assets/{name}", (string name) =>
    {
        var type = Path.GetExtension(name) switch { ".css" => "text/css; charset=utf-8", ".js" => "text/javascript; charset=utf-8", _ => null };
        var assembly = Assembly.GetExecutingAssembly();
        var resource = type is null ? null : Array.Find(assembly.GetManifestResourceNames(), each => each.EndsWith(Folder + name, StringComparison.Ordinal));
        return resource is null ? Results.NotFound() : Results.Stream(assembly.GetManifestResourceStream(resource)!, type);
    });
}
