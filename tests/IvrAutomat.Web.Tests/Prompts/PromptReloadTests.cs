using System.Collections.Concurrent;
using System.Diagnostics;
using IvrAutomat.Language;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Prompts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Prompts;

public sealed class PromptReloadTests : IAsyncLifetime, IDisposable
{
    // What an admin is promised. The clock is the real one: the files are.
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1);

    // For what has no promise but must happen in the end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly PromptFolder _folder = new();
    private readonly LinesOfLog _log = new();
    private IHost? _host;

    private PromptLibrary Library => _host!.Services.GetRequiredService<PromptLibrary>();

    public async ValueTask InitializeAsync()
    {
        _folder.With("cs/a.yaml", "hello: Ahoj.");
        _host = Build(_folder.Path);
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.StopAsync(CancellationToken.None);
        Dispose();
    }

    public void Dispose()
    {
        _host?.Dispose();
        _folder.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task ASavedFile_IsHeardWithinASecond()
    {
        var saved = Stopwatch.StartNew();
        _folder.With("cs/a.yaml", "hello: Nazdar.");

        await Until(() => Hello() == "Nazdar.");
        Assert.InRange(saved.Elapsed, TimeSpan.Zero, ASecond);
    }

    [Fact]
    public async Task AWordAddedToTheWordsFile_IsUnderstoodWithinASecond()
    {
        _folder.With("cs/words.yaml", "cancel: [zrušit]");
        await Until(() => Understood("zrušit") == SpokenCommand.Cancel);
        Assert.Null(Understood("zahodit"));

        var saved = Stopwatch.StartNew();
        _folder.With("cs/words.yaml", "cancel: [zrušit, zahodit]");

        await Until(() => Understood("zahodit") == SpokenCommand.Cancel);
        Assert.InRange(saved.Elapsed, TimeSpan.Zero, ASecond);
    }

    [Fact]
    public async Task ABrokenWordsFile_LeavesTheLastGoodOne()
    {
        _folder.With("cs/words.yaml", "cancel: [zrušit]");
        await Until(() => Understood("zrušit") == SpokenCommand.Cancel);

        _folder.With("cs/words.yaml", "cancel: [zrušit]\nyes: [zrušit]");
        await Until(() => !Library.Problems.IsEmpty);

        Assert.All(Library.Problems, problem => Assert.Equal(("cs/words.yaml", 2), (problem.File, problem.Line)));
        Assert.Equal(SpokenCommand.Cancel, Understood("zrušit"));
    }

    [Fact]
    public async Task ABrokenFile_LeavesTheLastGoodOneAndIsToldOnce()
    {
        _folder.With("cs/a.yaml", "hello: \"{shop\"");
        await Until(() => Library.Problems.Length == 1);
        Assert.Equal("Ahoj.", Hello());

        // Saved again, still broken in the same way.
        _folder.With("cs/a.yaml", "hello: \"{shop\"");
        File.SetLastWriteTimeUtc(_folder.FullName("cs/a.yaml"), DateTime.UnixEpoch);
        _folder.With("cs/b.yaml", "other: Jiné.");
        await Task.Delay(ASecond, TestContext.Current.CancellationToken);

        Assert.Equal("Ahoj.", Hello());
        Assert.Single(_log.Lines, line => line.Id == 4102);

        _folder.With("cs/a.yaml", "hello: Zdravím.");
        await Until(() => Hello() == "Zdravím.");
        Assert.Empty(Library.Problems);
        await Until(() => _log.Lines.Any(line => line.Id == 4103));
    }

    // What ends up on a disk: whatever it is, the line goes on with what it said, and the admin reads why.
    [Theory]
    [InlineData("hello:\tNazdar.", "yaml-tab")]
    [InlineData("hello: \"Nazd", "yaml-syntax")]
    [InlineData("hello: Nazdar.\nhello: Zdar.", "key-duplicate")]
    [InlineData("hello: \"{nobody, date, soon}\"", "slot-type")]
    [InlineData("hello: \"<script>alert(1)</script>\"", "markup")]
    [InlineData("hello: \"&lol9;\"", "markup")]
    [InlineData("hello: \"<!DOCTYPE x [<!ENTITY a 'b'>]>\"", "markup")]
    [InlineData("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nhello: *c", "yaml-alias")]
    [InlineData("", "file-empty")]
    public async Task WhateverIsInAFile_TheLastGoodOneStays(string content, string rule)
    {
        _folder.With("cs/a.yaml", content);
        await Until(() => !Library.Problems.IsEmpty);

        Assert.Contains(Library.Problems, problem => problem.Rule == rule && problem.Remedy.Length > 0);
        Assert.Equal("Ahoj.", Hello());
    }

    [Fact]
    public async Task AFileOfTenMegabytes_LeavesTheLastGoodOne()
    {
        _folder.With("cs/a.yaml", "hello: " + new string('x', 10_000_000));
        await Until(() => !Library.Problems.IsEmpty);

        Assert.Equal(("file-large", "Ahoj."), (Library.Problems.Single().Rule, Hello()));
    }

    [Fact]
    public async Task AFileThatBeginsWithAByteOrderMark_IsHeard()
    {
        _folder.With("cs/a.yaml", [0xEF, 0xBB, 0xBF, .. "hello: Nazdar."u8]);

        await Until(() => Hello() == "Nazdar.");
    }

    [Fact]
    public async Task ADeletedFolder_LeavesTheLastGoodOne()
    {
        Directory.Delete(_folder.Path, recursive: true);
        await Until(() => Library.Problems.Length == 1);

        Assert.Equal("Ahoj.", Hello());
    }

    [Fact]
    public async Task AFileReplacedByRenaming_IsHeard()
    {
        _folder.With("new.tmp", "hello: Nazdar.");
        File.Move(_folder.FullName("new.tmp"), _folder.FullName("cs/a.yaml"), overwrite: true);

        await Until(() => Hello() == "Nazdar.");
    }

    [Fact]
    public async Task AFileBehindALink_IsHeardWhenTheLinkMoves()
    {
        _folder.With("..one/links.yaml", "link: Jedna.").With("..two/links.yaml", "link: Druhá.");
        var link = _folder.FullName("cs/links.yaml");
        File.CreateSymbolicLink(link, _folder.FullName("..one/links.yaml"));
        await Until(() => Library.Current.Has("cs", "link"));

        _folder.With("..one/links.yaml", "link: Třetí.");

        await Until(() => Say("link") == "Třetí.");
    }

    [Fact]
    public async Task PromptsThatCannotBeUsed_EndTheStartWithEveryProblem()
    {
        using var folder = new PromptFolder().With("cs/a.yaml", "a: \"{x\"\nb: \"{y\"").With("cs/b.yaml", "");
        using var host = Build(folder.Path);

        var refused = await Assert.ThrowsAsync<PromptsUnusableException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(3, refused.Problems.Length);
        Assert.All(refused.Problems, problem => Assert.Contains(problem.ToString(), refused.Message, StringComparison.Ordinal));
    }

    private IHost Build(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new("Prompts:Folder", folder)]);
        builder.Logging.AddProvider(_log);
        builder.Services.AddSingleton<SpokenLanguage>(Czech.Instance).AddPrompts();
        return builder.Build();
    }

    private SpokenCommand? Understood(string speech) =>
        Czech.Instance.Command(speech, new HashSet<SpokenCommand> { SpokenCommand.Cancel, SpokenCommand.Yes }, Library.Current.Words("cs"));

    private string Hello() => Say("hello");

    private string Say(string key) => Library.Current.Speak("cs", new Utterance(key), new DateOnly(2026, 11, 23));

    private static async Task Until(Func<bool> happened)
    {
        var waited = Stopwatch.StartNew();
        while (!happened())
        {
            Assert.True(waited.Elapsed < Patience, "It did not happen in time.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private sealed class LinesOfLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(int Id, string Text)> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue((eventId.Id, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
