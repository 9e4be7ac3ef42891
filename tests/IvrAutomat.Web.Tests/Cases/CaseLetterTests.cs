using System.Reflection;
using System.Security.Cryptography;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.Cases;

/// <summary>Words to the customer and notes for colleagues are two things.</summary>
public sealed class CaseLetterTests
{
    private const string Marker = "pozor-jen-pro-nas";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LetterOfAColleague_GoesToTheOrdersContact_SignedAsTheAccountSays()
    {
        await using var scene = await CaseScene.OpenAsync();
        await scene.SignAsync(CaseScene.Jana, "Jana Nová, péče o zákazníky");
        var number = await scene.CaseAsync();
        Assert.IsType<CaseDone>(await scene.Desk.WriteAsync(number, new CustomerText("Balík odchází dnes."), Guid.NewGuid(), CaseScene.Jana, Stop));
        var message = Assert.Single(await scene.RowsAsync<MessageRow>());
        var slots = MessageBody.Read(scene.Shop.Get<Secrets>(), message.Body!).Utterance!.Slots;
        Assert.Equal(new TextSlot("Jana Nová, péče o zákazníky"), Slot(slots, "signature"));
        Assert.Equal(new TextSlot("Balík odchází dnes."), Slot(slots, "words"));
        Assert.Equal("demo-01", message.OrderId);
    }

    [Fact]
    public async Task AccountWithoutASignature_SignsByName()
    {
        await using var scene = await CaseScene.OpenAsync();
        await scene.Desk.WriteAsync(await scene.CaseAsync(), new CustomerText("x"), Guid.NewGuid(), CaseScene.Petr, Stop);
        var body = MessageBody.Read(scene.Shop.Get<Secrets>(), Assert.Single(await scene.RowsAsync<MessageRow>()).Body!);
        Assert.Equal(new TextSlot("Petr"), Slot(body.Utterance!.Slots, "signature"));
    }

    [Fact]
    public async Task SameFormSentTwice_WritesOnce()
    {
        await using var scene = await CaseScene.OpenAsync();
        var (number, once) = (await scene.CaseAsync(), Guid.NewGuid());
        await scene.Desk.WriteAsync(number, new CustomerText("x"), once, CaseScene.Jana, Stop);
        Assert.IsType<CaseDone>(await scene.Desk.WriteAsync(number, new CustomerText("x"), once, CaseScene.Jana, Stop));
        Assert.Single(await scene.RowsAsync<MessageRow>());
        Assert.Single((await scene.ViewAsync(number)).History);
    }

    [Fact]
    public async Task CallerWhoWasNotVerified_IsNotWrittenTo()
    {
        await using var scene = await CaseScene.OpenAsync();
        var number = await scene.CaseAsync(order: null);
        Assert.IsType<CaseUnreachable>(await scene.Desk.WriteAsync(number, new CustomerText("x"), Guid.NewGuid(), CaseScene.Jana, Stop));
        Assert.Empty(await scene.RowsAsync<MessageRow>());
    }

    [Fact]
    public async Task NoteOfAColleague_IsKeptEncryptedAndReachesNoMessage()
    {
        await using var scene = await CaseScene.OpenAsync();
        var number = await scene.CaseAsync();
        await scene.Desk.NoteAsync(number, InternalNote.Of([Marker]), CaseScene.Jana, Stop);
        await scene.Desk.WriteAsync(number, new CustomerText("x"), Guid.NewGuid(), CaseScene.Jana, Stop);
        var view = await scene.ViewAsync(number);
        Assert.Equal(Marker, view.History[0].Note!.OnPage(words => words));
        var secrets = scene.Shop.Get<Secrets>();
        Assert.All(
            await scene.RowsAsync<MessageRow>(),
            row => Assert.DoesNotContain(Marker, secrets.UnprotectText(SecretLabel.Message, row.Body!), StringComparison.Ordinal));
        var note = (await scene.RowsAsync<CaseEventRow>())[0].Words!;
        Assert.ThrowsAny<CryptographicException>(() => secrets.UnprotectText(SecretLabel.Message, note));
    }

    [Fact]
    public void ANote_CannotBeSentAsALetter()
    {
        var written = typeof(CaseDesk).GetMethod(nameof(CaseDesk.WriteAsync))!.GetParameters().Select(parameter => parameter.ParameterType);
        var noted = typeof(CaseDesk).GetMethod(nameof(CaseDesk.NoteAsync))!.GetParameters().Select(parameter => parameter.ParameterType);
        Assert.DoesNotContain(typeof(InternalNote), written);
        Assert.DoesNotContain(typeof(CustomerText), noted);
        Type[] both = [typeof(InternalNote), typeof(CustomerText)];
        Assert.DoesNotContain(
            both.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)),
            method => method.Name is "op_Implicit" or "op_Explicit" && (both.Contains(method.ReturnType) || method.ReturnType == typeof(string)));
    }

    [Fact]
    public void OnlyThePagesOfColleagues_AskForTheWordsOfANote()
    {
        var askers = Directory.EnumerateFiles(Repository.At("src", "IvrAutomat.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(".OnPage(", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.At("src", "IvrAutomat.Web"), file).Split(Path.DirectorySeparatorChar)[0]);
        Assert.Equal(["AgentConsole"], askers.Distinct());
    }

    private static SlotValue Slot(Slots slots, string name) => slots.TryGet(name, out var value) ? value : throw new KeyNotFoundException(name);
}
