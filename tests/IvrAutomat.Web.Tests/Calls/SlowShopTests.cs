using IvrAutomat.Web.Tests.Agents;
using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>A shop that takes longer than a turn may wait.</summary>
[Collection(RealTime.Name)]
public sealed class SlowShopTests
{
    private const string Order = "2026001001";
    private const string Pin = "4821";
    private const string Wait = "Okamžik, ověřuji to v obchodě.";

    [Theory, BothDatabases]
    public async Task WhoeverWaits_IsToldOnce_AndThenHearsTheStatus(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        host.Shop.Slow = TimeSpan.FromSeconds(3.5);

        var status = await phone.IdentifyAsync(Order, Pin);

        Assert.Contains("je zaplacená a právě ji balíme", status.Said, StringComparison.Ordinal);
        Assert.Single(phone.Answers, answer => answer.Said.Contains(Wait, StringComparison.Ordinal));
        Assert.All(phone.Answers, answer => Assert.True(answer.Took < RealTime.Patience, $"{answer.Url.AbsolutePath} took {answer.Took}."));
    }

    [Theory, BothDatabases]
    public async Task TheNextWebhookOnAnotherInstance_FindsTheResult(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        using var phone = one.Phone(null);
        await phone.DialAsync();
        var asked = await phone.PressAsync(Order);

        // The other instance would never learn it from the shop itself.
        one.Shop.Slow = TimeSpan.FromSeconds(2.5);
        other.Shop.Slow = TimeSpan.FromMinutes(10);
        var waiting = await phone.PostAsync(asked.Action!, ("Digits", Pin));
        Assert.Contains(Wait, waiting.Said, StringComparison.Ordinal);
        var status = await phone.FollowAsync(other.At(waiting.Redirect!));

        Assert.Contains("je zaplacená a právě ji balíme", status.Said, StringComparison.Ordinal);
        Assert.Equal(other.Address.Port, status.Url.Port);
        Assert.All(phone.Answers, answer => Assert.True(answer.Took < RealTime.Patience, $"{answer.Url.AbsolutePath} took {answer.Took}."));
    }

    [Fact]
    public async Task AnAnswerThatIsLostWhileTheShopIsAsked_IsWaitedFor_AndNothingIsAskedAgain()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.DialAsync();
        var asked = await phone.PressAsync(Order);
        host.Shop.Slow = TimeSpan.FromSeconds(1.2);

        var lost = phone.PostAsync(asked.Action!, ("Digits", Pin));
        await HandoverScene.UntilAsync(async () => (await host.InputsAsync(phone.CallSid)).Exists(input => input.Contains("\"input\":\"pin\"", StringComparison.Ordinal)), "the PIN is saved");
        var fallback = await phone.PostAsync(phone.At("/twilio/voice/fallback"), ("ErrorCode", "11200"), ("ErrorUrl", asked.Action!.AbsoluteUri));

        Assert.Null(fallback.Action);
        Assert.Contains("je zaplacená a právě ji balíme", (await phone.FollowAsync(fallback.Redirect!)).Said, StringComparison.Ordinal);
        await lost;
    }

    [Fact]
    public async Task AShopThatNeverAnswers_IsGivenUpAfterFourRounds_AndAPersonIsRung()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone("+420777123456");
        host.Shop.Slow = TimeSpan.FromMinutes(10);

        var given = await phone.IdentifyAsync(Order, Pin);

        Assert.Contains("Spojím vás s člověkem.", given.Said, StringComparison.Ordinal);
        Assert.Single(phone.Answers, answer => answer.Said.Contains("Systém obchodu teď neodpovídá", StringComparison.Ordinal));
        Assert.Equal(
            ["\"round\":1", "\"round\":2", "\"round\":3", "\"round\":4", "\"round\":5"],
            (await host.InputsAsync(phone.CallSid)).Where(input => input.Contains("still-working", StringComparison.Ordinal))
                .Select(input => input[input.IndexOf("\"round", StringComparison.Ordinal)..].TrimEnd('}')));
        Assert.All(phone.Answers, answer => Assert.True(answer.Took < RealTime.Patience, $"{answer.Url.AbsolutePath} took {answer.Took}."));
    }

    [Theory, BothDatabases]
    public async Task ASlowCancellation_IsToldToWaitFor_AndDoneOnce(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.IdentifyAsync(Order, Pin);
        await phone.PressAsync("2");
        host.Shop.Slow = TimeSpan.FromSeconds(2.5);

        var done = await phone.PressAsync("1");

        Assert.Contains("Hotovo, objednávka je zrušená.", done.Said, StringComparison.Ordinal);
        Assert.Single(phone.Answers, answer => answer.Said.Contains("Okamžik, ruším objednávku.", StringComparison.Ordinal));
        Assert.Equal(1, await host.RequestsAsync(phone.CallSid));
        Assert.All(phone.Answers, answer => Assert.True(answer.Took < RealTime.Patience, $"{answer.Url.AbsolutePath} took {answer.Took}."));
    }
}
