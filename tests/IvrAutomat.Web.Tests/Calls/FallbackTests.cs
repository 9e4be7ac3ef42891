namespace IvrAutomat.Web.Tests.Calls;

/// <summary>The URL that the carrier asks when it got no document, or none that it could read.</summary>
public sealed class FallbackTests(OneHost house) : IClassFixture<OneHost>
{
    private const string Fallback = "/twilio/voice/fallback";

    [Theory]
    [InlineData("11200")]
    [InlineData("11205")]
    [InlineData("11750")]
    [InlineData(null)]
    public async Task AnAnswerThatGotLost_IsGivenAgainWithoutAnEffect(string? code)
    {
        using var phone = house.Host.Phone(null);
        await phone.DialAsync();
        var present = await phone.PressAsync("2026001003");
        var before = await house.Host.JournalAsync(phone.CallSid);

        var again = await AskAsync(phone, code, present.Url);

        Assert.Equal(present.Body, again.Body);
        Assert.Equal(before, await house.Host.JournalAsync(phone.CallSid));
    }

    [Fact]
    public async Task TheFirstWebhookThatGotLost_BeginsTheCallHere()
    {
        using var phone = house.Host.Phone(null);

        var begun = await AskAsync(phone, "11200", phone.At("/twilio/voice"));

        Assert.Contains("číslo objednávky", begun.Said, StringComparison.Ordinal);
        Assert.Equal(begun.Body, (await phone.DialAsync()).Body);
    }

    [Fact]
    public async Task TheLastWordsThatGotLost_AreSaidAgain()
    {
        using var phone = house.Host.Phone("+420777123456");
        await phone.DialAsync();
        await phone.PressAsync("0");
        await phone.LeaveQueueAsync();
        var last = await phone.PressAsync("1");
        Assert.True(last.EndsCall);

        Assert.Equal(last.Body, (await AskAsync(phone, "11200", last.Url)).Body);
    }

    [Theory]
    [InlineData("12100")]
    [InlineData("12200")]
    [InlineData("13224")]
    [InlineData("99999999")]
    public async Task ADocumentThatCannotBeRead_IsNotGivenAgain_APersonIsConnected(string code)
    {
        using var phone = house.Host.Phone(null);
        var present = await phone.DialAsync();

        Assert.Equal(CallHost.HumanNumber, (await AskAsync(phone, code, present.Url)).Dials);
    }

    [Fact]
    public async Task ATurnCanBeAnsweredAfterTheFallback()
    {
        using var phone = house.Host.Phone(null);
        var present = await phone.DialAsync();
        await AskAsync(phone, "11200", present.Url);

        Assert.Contains("A teď PIN", (await phone.PressAsync("2026001003")).Said, StringComparison.Ordinal);
    }

    private static Task<Reply> AskAsync(StrangerPhone phone, string? code, Uri failed) => code is null
        ? phone.PostAsync(phone.At(Fallback), ("ErrorUrl", failed.AbsoluteUri))
        : phone.PostAsync(phone.At(Fallback), ("ErrorCode", code), ("ErrorUrl", failed.AbsoluteUri));
}
