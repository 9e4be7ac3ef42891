using IvrAutomat.Web.Tests.Persistence;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>The number in a turn's URL decides what a delivery means: the present turn, a repetition, or neither.</summary>
public sealed class TurnUrlTests
{
    private const string Order = "2026001001";
    private const string Pin = "4821";

    [Theory, BothDatabases]
    public async Task TheBeginning_DeliveredTwice_GetsTheSameBytesAndIsOneCall(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);

        var first = await phone.DialAsync();
        var second = await phone.PostAsync(phone.At("/twilio/voice"));

        Assert.Equal(first.Body, second.Body);
        Assert.Equal(1, await host.JournalAsync(phone.CallSid));
    }

    [Theory, BothDatabases]
    public async Task ATurn_DeliveredTwice_GetsTheSameBytesAndNoSecondEffect(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.IdentifyAsync(Order, Pin);
        var asked = await phone.PressAsync("2");

        var first = await phone.PostAsync(asked.Action!, ("Digits", "1"));
        var before = (await host.JournalAsync(phone.CallSid), await host.RequestsAsync(phone.CallSid));
        var second = await phone.PostAsync(asked.Action!, ("Digits", "1"));
        var contradicting = await phone.PostAsync(asked.Action!, ("Digits", "2"));

        Assert.Contains("Hotovo", first.Said, StringComparison.Ordinal);
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(first.Body, contradicting.Body);
        Assert.Equal(before, (await host.JournalAsync(phone.CallSid), await host.RequestsAsync(phone.CallSid)));
        Assert.Equal(1, before.Item2);
    }

    [Fact]
    public async Task AWrongPin_DeliveredTwice_CountsOnce()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        await phone.DialAsync();
        var asked = await phone.PressAsync(Order);

        await phone.PostAsync(asked.Action!, ("Digits", "9082"));
        await phone.PostAsync(asked.Action!, ("Digits", "9082"));

        Assert.Equal(1, await host.ReadAsync(db => Task.FromResult(db.Failures.Count())));
    }

    [Theory, BothDatabases]
    public async Task TheLastTurn_DeliveredTwice_GetsItsWordsAgain(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone("+420777123456");
        await phone.DialAsync();
        await phone.PressAsync("0");
        var asked = await phone.LeaveQueueAsync();

        var last = await phone.PostAsync(asked.Action!, ("Digits", "1"));
        Assert.True(last.EndsCall);
        Assert.Contains("Domluveno", last.Said, StringComparison.Ordinal);
        Assert.Equal(last.Body, (await phone.PostAsync(asked.Action!, ("Digits", "1"))).Body);
    }

    [Fact]
    public async Task AnOlderTurn_GetsThePresentStepAndHasNoEffect()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        var first = await phone.DialAsync();
        await phone.PressAsync(Order);
        var present = await phone.PressAsync(Pin);
        var before = await host.JournalAsync(phone.CallSid);

        Assert.Equal(present.Body, (await phone.PostAsync(first.Action!, ("Digits", "2026001002"))).Body);
        Assert.Equal(present.Body, (await phone.PostAsync(first.Redirect!)).Body);
        Assert.Equal(present.Body, (await phone.PostAsync(phone.At("/twilio/voice"))).Body);
        Assert.Equal(before, await host.JournalAsync(phone.CallSid));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public async Task ATurnThatIsStillToCome_GetsThePresentStepAndHasNoEffect(int step)
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        var present = await phone.DialAsync();
        var future = phone.At($"/twilio/voice/turns/{step}");

        Assert.Equal(present.Body, (await phone.PostAsync(future, ("Digits", Order))).Body);
        Assert.Equal(1, await host.JournalAsync(phone.CallSid));
    }

    [Fact]
    public async Task ACallNobodyKnows_IsConnectedWithAPerson()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);

        Assert.Equal(CallHost.HumanNumber, (await phone.PostAsync(phone.At("/twilio/voice/turns/3"), ("Digits", "1"))).Dials);
        Assert.Equal(CallHost.HumanNumber, (await phone.PostAsync(phone.At("/twilio/voice/turns/0/silence"))).Dials);
        Assert.Equal(0, await host.JournalAsync(phone.CallSid));
    }

    [Theory, BothDatabases]
    public async Task AnEndedCall_IsHungUp(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        using var phone = host.Phone(null);
        var asked = await phone.DialAsync();
        await phone.ReportAsync();
        var journal = await host.JournalAsync(phone.CallSid);

        var late = await phone.PostAsync(asked.Action!, ("Digits", Order));

        Assert.True(late.EndsCall);
        Assert.Empty(late.Said);
        Assert.Equal(journal, await host.JournalAsync(phone.CallSid));
    }
}
