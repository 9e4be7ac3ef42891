using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>Two deliveries of one turn at the same moment, to the same process and to two.</summary>
[Collection(RealTime.Name)]
public sealed class RivalTests
{
    private const int Rounds = 20;
    private const string Order = "2026001009";
    private const string Pin = "9276";

    [Theory, BothDatabases]
    public async Task TheBeginning_DeliveredTwiceAtOnce_IsOneCall(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        for (var round = 0; round < Rounds; round++)
        {
            using var phone = one.Phone(null);

            var answers = await Task.WhenAll(
                phone.PostAsync(phone.At("/twilio/voice")), phone.PostAsync(new Uri(other.Address, "/twilio/voice")));

            Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Body));
            Assert.Contains("číslo objednávky", answers[0].Said, StringComparison.Ordinal);
            Assert.Equal(1, await one.JournalAsync(phone.CallSid));
        }
    }

    [Theory, BothDatabases]
    public async Task AWrongPin_DeliveredTwiceAtOnce_IsOneDecisionAndCountsOnce(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        for (var round = 1; round <= Rounds; round++)
        {
            using var phone = host.Phone(null);
            await phone.DialAsync();

            // A number that no order has: its failures lock nothing.
            var asked = await phone.PressAsync("2026001099");
            var before = await host.JournalAsync(phone.CallSid);

            var answers = await Task.WhenAll(
                phone.PostAsync(asked.Action!, ("Digits", "9082")), phone.PostAsync(asked.Action!, ("Digits", "9082")));

            Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Body));
            Assert.Equal(before + 1, await host.JournalAsync(phone.CallSid));
            Assert.Equal(round, await host.ReadAsync(db => db.Failures.CountAsync()));
        }
    }

    [Theory, BothDatabases]
    public async Task WrongPinsOfManyCallersAtOnce_OnTwoHosts_AreJudgedAsOftenAsTheLockoutAllows(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        StrangerPhone[] phones = [.. Enumerable.Range(0, 24).Select(at => (at % 2 == 0 ? one : other).Phone($"+4207770010{at:00}"))];
        foreach (var phone in phones)
        {
            await phone.DialAsync();
            await phone.PressAsync(Order);
        }

        var answers = await Task.WhenAll(phones.Select((phone, at) => phone.PressAsync($"{5183 + (at * 17)}")));

        Assert.All(answers, answer => Assert.True(answer.Took < RealTime.Patience, $"It took {answer.Took}."));
        Assert.Equal(Lockout.OrderFromOthers, await one.ReadAsync(db => db.Journal.CountAsync(entry => entry.Input.Contains("\"verdict\":\"Wrong\""))));
        Array.ForEach(phones, phone => phone.Dispose());
    }

    [Theory, BothDatabases]
    public async Task TheYesToCancelling_DeliveredTwiceAtOnceToTwoHosts_IsOneRequest(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        for (var round = 0; round < Rounds; round++)
        {
            await one.ResetShopAsync();
            using var phone = one.Phone(null);
            await phone.IdentifyAsync(Order, Pin);
            var asked = await phone.PressAsync("2");

            var answers = await Task.WhenAll(
                phone.PostAsync(asked.Action!, ("Digits", "1")),
                phone.PostAsync(new Uri(other.Address, asked.Action!.AbsolutePath), ("Digits", "1")));

            Assert.Equal(1, await one.RequestsAsync(phone.CallSid));
            Assert.Equal(1, await one.ReadAsync(db => db.Journal.CountAsync(
                entry => entry.CallId == phone.CallSid && entry.Input.Contains("\"option\":\"yes\""))));

            // Whoever comes second gets the same words, now or after being sent round once more.
            foreach (var answer in answers)
            {
                Assert.True(answer.Took < RealTime.Patience, $"It took {answer.Took}.");
                var heard = answer;
                for (var again = 0; heard.Action is null && again < 5; again++)
                {
                    heard = await phone.PostAsync(heard.Redirect!);
                }

                Assert.Contains("Hotovo", heard.Said, StringComparison.Ordinal);
            }
        }
    }
}
