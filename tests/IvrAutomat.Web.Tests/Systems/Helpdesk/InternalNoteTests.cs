using System.Reflection;
using System.Security.Cryptography;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Tests.Shop;

namespace IvrAutomat.Web.Tests.Systems.Helpdesk;

/// <summary>What the shop's people read never reaches a customer.</summary>
public sealed class InternalNoteTests
{
    private const string Marker = "ZNACKA-JEN-PRO-NAS";

    [Fact]
    public async Task WhatOnlyPeopleOfTheShopRead_IsInNothingThatGoesToACustomer()
    {
        await using var scene = await HelpdeskScene.OpenAsync();
        var due = scene.Shop.Clock.Now.AddHours(24);

        // The marker stands in the note only: no prompt says what a caller gave for a person.
        await scene.Shop.AskAsync(new ForPerson(new CancelOrder("demo-01"), HandoverReason.Trial, due), new HeldDetails { Said = Marker });
        await scene.Shop.AskAsync(new ForPerson(new CancelOrder("demo-12"), HandoverReason.Company, due), new HeldDetails { Said = Marker });
        await scene.Shop.AskAsync(new CancelOrder("demo-02"));
        await scene.Shop.AskAsync(new SendPaymentLink("demo-09"));
        scene.Pass(TimeSpan.FromSeconds(10));
        await scene.MailAsync(2);
        Assert.All(scene.Mails, mail => Assert.Contains(Marker, mail.Body, StringComparison.Ordinal));
        Assert.All(scene.Mails, mail => Assert.Equal(HelpdeskScene.Mailbox, mail.To));

        await scene.Shop.MessagesAsync(rows => rows.TrueForAll(row => row.State is MessageState.Queued));
        OutgoingMessage[] toCustomers = [.. scene.Shop.Carrier.Taken, .. scene.Shop.Post.Taken];
        Assert.True(toCustomers.Length >= 4);
        Assert.All(toCustomers, message => Assert.DoesNotContain(Marker, $"{message.Text} {message.Subject?.Value}", StringComparison.Ordinal));
        Assert.All(toCustomers, message => Assert.NotEqual(HelpdeskScene.Mailbox, message.To));
    }

    [Fact]
    public async Task ANote_CannotBeReadAsAMessage_NorAMessageAsANote()
    {
        await using var shop = await ShopFixture.CreateAsync();
        var secrets = shop.Get<Secrets>();
        var note = InternalNote.Of([Marker]).Protect(secrets);
        Assert.ThrowsAny<CryptographicException>(() => MessageBody.Read(secrets, note));
        Assert.ThrowsAny<CryptographicException>(() => InternalNote.Read(secrets, new MessageBody(null, new CustomerText("x")).Protect(secrets)));
    }

    [Fact]
    public void ANote_GivesItsWordsToNothingButAnEmailAndAPage()
    {
        Assert.Equal(nameof(InternalNote), InternalNote.Of([Marker]).ToString());
        var ways = typeof(InternalNote).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .OfType<MethodInfo>().Where(method => method.DeclaringType == typeof(InternalNote) && method.Name != nameof(ToString) && method.ReturnType == typeof(string));
        Assert.Empty(ways);
        Assert.Empty(typeof(InternalNote).GetProperties());
        Assert.DoesNotContain(
            typeof(CustomerText).GetConstructors().Concat<MethodBase>(typeof(CustomerText).GetMethods()),
            method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(InternalNote)));
        Assert.DoesNotContain(typeof(OutgoingMessage).GetProperties(), property => property.PropertyType == typeof(InternalNote));
    }
}
