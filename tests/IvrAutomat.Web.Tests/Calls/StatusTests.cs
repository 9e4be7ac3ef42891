namespace IvrAutomat.Web.Tests.Calls;

/// <summary>Status callbacks are best effort: late, twice, in any order, or about a call that never came here.</summary>
public sealed class StatusTests(OneHost house) : IClassFixture<OneHost>
{
    [Theory]
    [InlineData("completed")]
    [InlineData("busy")]
    [InlineData("failed")]
    [InlineData("no-answer")]
    [InlineData("canceled")]
    public async Task AnEnd_EndsTheCallOnce_HoweverOftenItIsReported(string status)
    {
        using var phone = house.Host.Phone(null);
        await phone.DialAsync();

        foreach (var report in (string[])[status, status, "in-progress", "ringing", status])
        {
            Assert.Equal(204, (await phone.ReportAsync(report)).Status);
        }

        Assert.Single(await house.Host.InputsAsync(phone.CallSid), input => input.Contains("hung-up", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("queued")]
    [InlineData("initiated")]
    [InlineData("ringing")]
    [InlineData("in-progress")]
    [InlineData("")]
    [InlineData("transmogrified")]
    public async Task WhatIsNoEnd_HasNoEffect(string status)
    {
        using var phone = house.Host.Phone(null);
        await phone.DialAsync();

        Assert.Equal(204, (await phone.ReportAsync(status)).Status);

        Assert.Equal(1, await house.Host.JournalAsync(phone.CallSid));
        Assert.Contains("A teď PIN", (await phone.PressAsync("2026001003")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEndReportedBeforeTheBeginning_HasNoEffect()
    {
        using var phone = house.Host.Phone(null);

        Assert.Equal(204, (await phone.ReportAsync()).Status);

        Assert.Equal(0, await house.Host.JournalAsync(phone.CallSid));
        Assert.Contains("číslo objednávky", (await phone.DialAsync()).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheAutomatHungUp_TheReportAddsNothing()
    {
        using var phone = house.Host.Phone("+420777123456");
        await phone.DialAsync();
        await phone.PressAsync("0");
        await phone.LeaveQueueAsync();
        Assert.True((await phone.PressAsync("1")).EndsCall);
        var before = await house.Host.JournalAsync(phone.CallSid);

        Assert.Equal(204, (await phone.ReportAsync()).Status);

        Assert.Equal(before, await house.Host.JournalAsync(phone.CallSid));
    }
}
