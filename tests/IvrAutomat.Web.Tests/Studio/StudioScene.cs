using System.Net;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Conventions;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Studio;

/// <summary>A host with prompt files of its own, and a colleague at the studio.</summary>
internal sealed class StudioScene : IAsyncDisposable
{
    /// <summary>What an unknown caller hears first.</summary>
    public const string First = "Dobrý den, tady {shop}, hlasový automat. Na nule je člověk.";

    private const string Id = "cs-text-with-offer-0";

    private static int _callers;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("studio-");

    private StudioScene()
    {
    }

    /// <summary>The host.</summary>
    public CallHost Host { get; private set; } = null!;

    /// <summary>Starts it.</summary>
    public static async Task<StudioScene> StartAsync(TestDatabase database, string? store = null, Action<IServiceCollection>? change = null)
    {
        var scene = new StudioScene();
        foreach (var file in Directory.EnumerateFiles(Repository.At("prompts"), "*", SearchOption.AllDirectories))
        {
            var copy = scene.File(Path.GetRelativePath(Repository.At("prompts"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        var settings = new Dictionary<string, string?> { ["Prompts:Folder"] = scene._folder.FullName };
        if (store is not null)
        {
            settings["Prompts:Store"] = store;
        }

        scene.Host = await CallHost.StartAsync(database, change, settings: settings);
        return scene;
    }

    /// <summary>A file of the prompts.</summary>
    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The content of a file of the prompts.</summary>
    public string Content(string name) => System.IO.File.ReadAllText(File(name));

    /// <summary>What the next caller hears first; each calls for the first time.</summary>
    public async Task<string> GreetingAsync()
    {
        // A machine that is busy with other tests may answer "go on" first, without a word.
        for (var tries = 0; ; tries++)
        {
            using var phone = Host.Phone($"+420777{Interlocked.Increment(ref _callers):000000}");
            var said = (await phone.DialAsync()).Said;
            if (said.Length > 0 || tries == 10)
            {
                return said;
            }
        }
    }

    /// <summary>Waits until the next caller hears this.</summary>
    public async Task UntilHeardAsync(string words)
    {
        for (var tries = 0; !(await GreetingAsync()).Contains(words, StringComparison.Ordinal); tries++)
        {
            Assert.True(tries < 100, $"Nobody hears '{words}'.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Opens a prompt's page and sends one of its texts.</summary>
    /// <param name="desk">Whose browser.</param>
    /// <param name="action">What to do with it: "draft", "publish/one", "lint".</param>
    /// <param name="text">The new text.</param>
    /// <param name="key">The prompt.</param>
    /// <param name="id">Language, variant and place in a list.</param>
    public static async Task<HttpStatusCode> SendAsync(DeskClient desk, string action, string text, string key = "greeting.first", string id = Id)
    {
        await desk.OpenAsync($"/studio/prompt/{key}");
        return await ResendAsync(desk, action, text, id);
    }

    /// <summary>Sends a text of the page that is open.</summary>
    public static Task<HttpStatusCode> ResendAsync(DeskClient desk, string action, string text, string id = Id)
    {
        var (_, fields) = desk.Form($"form[data-text='{id}']");
        fields["text"] = text;
        return desk.PostAsync($"/studio/{action}", fields);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
