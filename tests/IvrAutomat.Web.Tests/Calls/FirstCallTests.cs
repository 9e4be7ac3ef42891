using System.Text.RegularExpressions;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>What the whole product is for, by a client that knows only the carrier's contract.</summary>
public sealed partial class FirstCallTests
{
    private const string Number = "2026001001";
    private const string Pin = "4821";

    [Theory]
    [InlineData(BothDatabasesAttribute.Sqlite, "+420601000001")]
    [InlineData(BothDatabasesAttribute.Sqlite, "+420777123456")]
    [InlineData(BothDatabasesAttribute.Sqlite, "+4915112345678")]
    [InlineData(BothDatabasesAttribute.Sqlite, null)]
    [InlineData(BothDatabasesAttribute.PostgreSql, "+420601000001")]
    [InlineData(BothDatabasesAttribute.PostgreSql, null)]
    public async Task FromAnyNumber_TheOrderIsProvedHeardAndCancelled_AndTheNextCallHearsIt(string provider, string? from)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(from);

        Assert.Contains("je zaplacená a právě ji balíme", (await phone.IdentifyAsync(Number, Pin)).Said, StringComparison.Ordinal);
        Assert.Contains("Opravdu zrušit?", (await phone.PressAsync("2")).Said, StringComparison.Ordinal);
        Assert.Contains("Hotovo, objednávka je zrušená.", (await phone.PressAsync("1")).Said, StringComparison.Ordinal);
        Assert.Equal(204, (await phone.ReportAsync()).Status);

        using var again = host.Phone(from);
        Assert.Contains("zrušili", (await again.IdentifyAsync(Number, Pin)).Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Zrušit objednávku", again.Now.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SpokenNumberAndWords_DoTheSameAsKeys()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);

        await phone.DialAsync();
        await phone.SayAsync("dvacet dvacet šest, nula nula jedna, nula nula jedna");
        Assert.Contains("Je to tak?", phone.Now.Said, StringComparison.Ordinal);
        await phone.SayAsync("ano");
        await phone.PressAsync(Pin);
        await phone.SayAsync("zrušit objednávku");
        Assert.Contains("Opravdu zrušit?", phone.Now.Said, StringComparison.Ordinal);
        Assert.Contains("Hotovo", (await phone.SayAsync("ano, zrušte ji")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownNumberAndWrongPin_SoundTheSame()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var wrongPin = host.Phone(null);
        using var unknown = host.Phone(null);

        var known = await wrongPin.IdentifyAsync(Number, "9082");
        var stranger = await unknown.IdentifyAsync("2026001099", "9082");

        Assert.Contains("Číslo a PIN k sobě nesedí.", known.Said, StringComparison.Ordinal);
        Assert.Equal(WithoutNumber(known.Said), WithoutNumber(stranger.Said));
        Assert.Equal(known.Action!.AbsolutePath, stranger.Action!.AbsolutePath);
        Assert.Equal(known.Redirect!.AbsolutePath, stranger.Redirect!.AbsolutePath);
    }

    // The number typed is read back; it is the one thing that may differ.
    private static string WithoutNumber(string said) => ReadBack().Replace(said, "Číslo bylo …");

    [GeneratedRegex(@"Číslo bylo [^.]+\.", RegexOptions.None, 1000)]
    private static partial Regex ReadBack();
}
