using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Speech.Engines;
using IvrAutomat.Web.Speech.Store;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>What is kept, for how long, and under which names.</summary>
public sealed class AudioStoreTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, SecretsOptions.KeyBytes).Select(i => (byte)i)];

    private readonly string _folder = Directory.CreateTempSubdirectory("ivrautomat-store-").FullName;
    private readonly ListLogger<AudioStore> _log = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void EverythingThatShapesTheSound_ShapesTheName()
    {
        var line = new SpokenLine("cs", "Dobrý den.", Slow: false);
        string?[] names =
        [
            Names(new()).Of(line), Names(new()).Of(line with { Slow = true }), Names(new()).Of(line with { Text = "Dobrý den!" }), Names(new()).Of(line with { Language = "en" }),
            Names(new() { Voices = { ["cs"] = new() { Rate = 1.1 } } }).Of(line), Names(new() { Voices = { ["cs"] = new() { Voice = "cs+f2" } } }).Of(line),
            Names(new(), key: 1).Of(line), Names(new(), festival: true).Of(line),
        ];

        Assert.Distinct(names);
        Assert.All(names, name => Assert.True(AudioNames.IsName(name!)));
        Assert.Equal(names[0], Names(new()).Of(line));
        Assert.Null(Names(new(), festival: true).Of(line with { Language = "en" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../secret")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF01234567")]
    public void WhatIsNoName_IsNone(string name) => Assert.False(AudioNames.IsName(name));

    [Fact]
    public async Task WhatWasNotHeardForLongest_GoesFirst()
    {
        var store = Store(mostBytes: 1000);
        foreach (var (name, hoursAgo) in ((char, int)[])[('a', 5), ('b', 9), ('c', 7)])
        {
            await store.SaveAsync(Name(name), new byte[300]);
            File.SetLastWriteTimeUtc(store.PathOf(Name(name)), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-hoursAgo));
        }

        var reopened = Store(mostBytes: 1000);
        Assert.True(reopened.Has(Name('b')));
        await reopened.SaveAsync(Name('d'), new byte[300]);

        Assert.Equal([true, true, false, true], ((char[])['a', 'b', 'c', 'd']).Select(name => reopened.Has(Name(name))));
        Assert.Equal(900, reopened.Bytes);
    }

    [Fact]
    public async Task WhatAnotherProcessRendered_IsFound()
    {
        var (one, other) = (Store(), Store());
        await one.SaveAsync(Name('a'), [1, 2, 3]);

        Assert.True(other.Has(Name('a')));
    }

    [Fact]
    public async Task ADiskThatTakesNothing_IsToldOnceWithARemedy()
    {
        var blocked = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(blocked, "no folder", TestContext.Current.CancellationToken);
        var store = new AudioStore(Path.Combine(blocked, "audio"), 1000, _log);
        store.Open();

        Assert.False(await store.SaveAsync(Name('a'), [1]));
        Assert.False(await store.SaveAsync(Name('b'), [1]));
        Assert.Contains("Speech:Folder", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatBelongsToACall_GoesWithIt_AndWhatAKilledProcessLeftGoesWithTheSweep()
    {
        var names = Names(new());
        var calls = new CallAudio(Store(), names);
        foreach (var call in (string[])["CA1", "CA2", "CA3"])
        {
            await calls.SaveAsync(call, Name('a'), [1]);
        }

        calls.Forget("CA1");
        calls.Sweep(["CA2"], TimeProvider.System.GetUtcNow().AddMinutes(1));

        Assert.Equal([false, true, false], ((string[])["CA1", "CA2", "CA3"]).Select(call => calls.Has(call, Name('a'))));
        Assert.DoesNotContain("CA2", string.Join(' ', Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastWords_AreLeftToBeFetched()
    {
        var calls = new CallAudio(Store(), Names(new()));
        await calls.SaveAsync("CA1", Name('a'), [1]);

        calls.Sweep([], TimeProvider.System.GetUtcNow().AddMinutes(-2));

        Assert.True(calls.Has("CA1", Name('a')));
    }

    private static string Name(char digit) => new(digit, AudioNames.Length);

    private static AudioNames Names(SpeechOptions options, byte key = 0, bool festival = false)
    {
        ISpeechEngine engine = festival ? new Festival(options) : new EspeakNg(options);
        return new AudioNames(new Synthesis(engine, TimeProvider.System, new ListLogger<Synthesis>()), new Secrets([key, .. Key[1..]]));
    }

    private AudioStore Store(long mostBytes = 100_000)
    {
        var store = new AudioStore(_folder, mostBytes, _log);
        store.Open();
        return store;
    }
}
