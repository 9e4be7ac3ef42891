using IvrAutomat.Web.Tests.Calls;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>What callers said and nobody understood, as an admin reads it.</summary>
public sealed class UnheardPageTests(OneHost house) : IClassFixture<OneHost>
{
    [Fact]
    public async Task WordsOfAMenuThatWereNotUnderstood_StandWithTheirStep_AndNumbersAreNotKept()
    {
        using var phone = house.Host.Phone("+420777000103");
        await phone.IdentifyAsync("2026001003", "1964");
        await phone.SayAsync("modrý balonek ve 3 barvách");
        using var other = house.Host.Phone("+420777000104");
        await other.IdentifyAsync("2026001004", "5577");
        await other.SayAsync("moje číslo je 5577");

        using var admin = await DeskClient.SignInAsync(house.Host, "admin");
        await admin.OpenAsync("/studio/unheard");
        Assert.Contains("nabídka k objednávce", admin.Main, StringComparison.Ordinal);
        Assert.Contains("modrý balonek ve # barvách", admin.Main, StringComparison.Ordinal);
        Assert.Equal("prompts/cs/words.yaml", admin.Page.QuerySelector("main td code")!.TextContent);
        Assert.DoesNotContain("moje číslo", admin.Main, StringComparison.Ordinal);
        Assert.Equal(1, await house.Host.ReadAsync(db => db.Unheard.CountAsync()));
    }
}
