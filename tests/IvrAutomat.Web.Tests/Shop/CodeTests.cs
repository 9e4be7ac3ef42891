using IvrAutomat.Calls;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IvrAutomat.Web.Tests.Shop;

/// <summary>One-time codes: to whom they go, what they open, for how long, how often, and what nobody can learn from them.</summary>
public sealed class CodeTests
{
    private const string Own = "+420601000005";
    private const string Foreign = "+420777123456";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task CodeToTheCallersOwnMobile_OpensItsOrder(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        Assert.Equal(new CodeSent(Channel.Sms), await SendAsync(shop, CodeFor.Caller, null, Own));
        var code = await CodeAsync(shop);
        Assert.Equal(Own, shop.Carrier.Taken.Single().To);
        Assert.True((await shop.Desk.RecogniseAsync(ShopFixture.Phone(Own), Cancellation)).HasCode);

        var opened = await TryAsync(shop, code, Own, CallOf(byNumber: true));
        Assert.Equal((PinVerdict.Right, true, true, "demo-05"), (opened.Verdict, opened.ByCode, opened.FromOwnNumber, Assert.Single(opened.Orders).OrderId));
    }

    [Theory, BothDatabases]
    public async Task CodeAskedForFromAnotherNumber_GoesToTheContactOfTheOrderOnly(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        Assert.Equal(new CodeSent(Channel.None), await SendAsync(shop, CodeFor.Order, "demo-05", Foreign));
        var code = await CodeAsync(shop);
        Assert.Equal(Own, Assert.Single(shop.Carrier.Taken).To);
        var opened = await TryAsync(shop, code, Foreign, CallOf("demo-05"));
        Assert.Equal((PinVerdict.Right, true, false), (opened.Verdict, opened.ByCode, opened.FromOwnNumber));
    }

    [Theory, BothDatabases]
    public async Task CodeForAPhoneNumber_OpensItsLatestOrdersByDay(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        var held = new HeldDetails { Contact = "+420601000001" };
        Assert.Equal(new CodeSent(Channel.None), await shop.AskAsync(new SendCode(CodeFor.Phone, null), held));
        var call = CallOf() with { Identification = new Identification { Code = CodeFor.Phone } };
        var entry = new SecretEntry(await CodeAsync(shop), CodeOnly: true, From: null, ShopFixture.Phone("+420601000001"));
        var opened = (await shop.Desk.CheckPinAsync(call, entry, Cancellation)).Input;
        Assert.Equal(["demo-01", "demo-11"], opened.Orders.Select(choice => choice.OrderId));
    }

    [Fact]
    public async Task CodeForAStepUp_ConfirmsTheProvedOrder()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        Assert.Equal(new CodeSent(Channel.Sms), await SendAsync(shop, CodeFor.StepUp, "demo-05", Foreign));
        var call = CallOf("demo-05") with { Order = await shop.OrderAsync("demo-05") };
        Assert.Equal("demo-05", Assert.Single((await TryAsync(shop, await CodeAsync(shop), Foreign, call)).Orders).OrderId);
    }

    [Fact]
    public async Task OrderWithoutAMobile_GetsItsCodeByEmail()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        Assert.Equal(new CodeSent(Channel.Email), await SendAsync(shop, CodeFor.Caller, null, "+420222000012"));
        await shop.MessagesAsync(rows => rows is [{ State: MessageState.Queued, PromptKey: "email.code" }]);
        Assert.Equal("zakaznik12@example.com", Assert.Single(shop.Post.Taken).To);
    }

    [Fact]
    public async Task CallerWithoutAnyContact_IsToldThatNoneWasSent()
    {
        await using var shop = await ShopFixture.CreateAsync(mail: false);
        await shop.StartAsync();
        Assert.IsType<CodeNotSent>(await SendAsync(shop, CodeFor.Caller, null, "+420222000012"));
        Assert.Equal(Channel.None, (await shop.Desk.RecogniseAsync(ShopFixture.Phone("+420222000012"), Cancellation)).CodeBy);
    }

    [Theory, BothDatabases]
    public async Task OrderThatDoesNotExist_AnswersAlikeAndLeavesTheSameRows(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        var known = await SendAsync(shop, CodeFor.Order, "demo-05", Foreign);
        var unknown = await SendAsync(shop, CodeFor.Order, null, Foreign);
        Assert.Equal(known, unknown);
        await using var db = shop.Database.Open();
        Assert.Equal((2, 2), (await db.Codes.CountAsync(Cancellation), await db.Messages.CountAsync(Cancellation)));
        Assert.Single(await db.Codes.Where(code => code.CodeKey != null).ToListAsync(Cancellation));
        await shop.MessagesAsync(rows => rows.Count(row => row.State == MessageState.Queued) == 1 && rows.Count(row => row.State == MessageState.Void) == 1);
    }

    [Fact]
    public async Task CodeOfHalfAnHourAgo_OpensNothing()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Caller, null, Own);
        var code = await CodeAsync(shop);
        shop.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(PinVerdict.Wrong, (await TryAsync(shop, code, Own, CallOf(byNumber: true))).Verdict);
        Assert.False((await shop.Desk.RecogniseAsync(ShopFixture.Phone(Own), Cancellation)).HasCode);
    }

    [Theory, BothDatabases]
    public async Task ThreeWrongEntries_EndACode(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Order, "demo-05", Foreign);
        var code = await CodeAsync(shop);
        var wrong = code == "111222" ? "111223" : "111222";
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(PinVerdict.Wrong, (await TryAsync(shop, wrong, $"+42077700000{n}", CallOf("demo-05"))).Verdict);
        }

        Assert.Equal(PinVerdict.Wrong, (await TryAsync(shop, code, Foreign, CallOf("demo-05"))).Verdict);
        await using var db = shop.Database.Open();
        Assert.Equal(4, await db.Failures.CountAsync(Cancellation));
    }

    [Theory, BothDatabases]
    public async Task CallsAtTheSameTime_HaveThreeTriesTogether(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Order, "demo-05", Foreign);
        var wrong = await CodeAsync(shop) == "111222" ? "111223" : "111222";
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => shop.Desk.CheckPinAsync(
            CallOf("demo-05"), new SecretEntry(wrong, CodeOnly: true, ShopFixture.Phone($"+42077700000{n}"), Contact: null), Cancellation)));
        await using var db = shop.Database.Open();
        Assert.Equal(3, (await db.Codes.SingleAsync(Cancellation)).Tries);
    }

    [Fact]
    public async Task NewerCode_EndsTheOlder()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Caller, null, Own);
        var older = await CodeAsync(shop);
        shop.Clock.Advance(TimeSpan.FromMinutes(3));
        await SendAsync(shop, CodeFor.Caller, null, Own);
        Assert.Equal(PinVerdict.Wrong, (await TryAsync(shop, older, Own, CallOf(byNumber: true))).Verdict);
        Assert.Equal(PinVerdict.Right, (await TryAsync(shop, await CodeAsync(shop, 2), Own, CallOf(byNumber: true))).Verdict);
    }

    [Theory, BothDatabases]
    public async Task UsedCode_HoldsForItsCallerUntilItExpires_AndForNobodyElse(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Order, "demo-05", Foreign);
        var code = await CodeAsync(shop);
        Assert.Equal(PinVerdict.Right, (await TryAsync(shop, code, Foreign, CallOf("demo-05"))).Verdict);
        var later = CallOf("demo-05") with { Id = "CA00000000000000000000000000000002" };
        Assert.Equal(PinVerdict.Right, (await TryAsync(shop, code, Foreign, later)).Verdict);
        Assert.Equal(PinVerdict.Wrong, (await TryAsync(shop, code, "+420777000009", later)).Verdict);
        Assert.Equal(PinVerdict.Wrong, (await TryAsync(shop, code, from: null, later)).Verdict);
    }

    [Fact]
    public async Task CodeOfOneOrder_OpensNoOther()
    {
        await using var shop = await ShopFixture.CreateAsync();
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Order, "demo-05", Foreign);
        Assert.Equal(PinVerdict.Wrong, (await TryAsync(shop, await CodeAsync(shop), Foreign, CallOf("demo-06"))).Verdict);
    }

    [Fact]
    public async Task PinAsLongAsACode_IsTriedAsBothAndCountsOnce()
    {
        await using var shop = await ShopFixture.CreateAsync(identification: new IdentificationOptions { PinLength = 6 });
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Order, "demo-05", Foreign);
        var code = await CodeAsync(shop);
        var wrong = code == "739182" ? "739183" : "739182";
        Assert.Equal(PinVerdict.Wrong, (await TryAsync(shop, wrong, Foreign, CallOf("demo-05"), codeOnly: false)).Verdict);
        await using var db = shop.Database.Open();
        Assert.Equal((1, 1), (await db.Failures.CountAsync(Cancellation), (await db.Codes.SingleAsync(Cancellation)).Tries));
        Assert.Equal(PinVerdict.Right, (await TryAsync(shop, code, Foreign, CallOf("demo-05"), codeOnly: false)).Verdict);
    }

    [Fact]
    public async Task ShopWithoutPins_TakesCodesOnly()
    {
        await using var shop = await ShopFixture.CreateAsync(identification: new IdentificationOptions { Pin = PinSource.CodeOnly });
        Assert.Equal(PinVerdict.Wrong, (await shop.TryAsync("demo-05", "3140", Own)).Verdict);
    }

    [Theory, BothDatabases]
    public async Task Code_IsNowhereInTheClear_AndItsMessageIsErasedOnceItHasLeft(string provider)
    {
        await using var shop = await ShopFixture.CreateAsync(provider);
        await shop.StartAsync();
        await SendAsync(shop, CodeFor.Caller, null, Own);
        var code = await CodeAsync(shop);
        var message = Assert.Single(await shop.MessagesAsync(rows => rows is [{ State: MessageState.Queued }]));
        Assert.Null(message.Body);
        await using var db = shop.Database.Open();
        Assert.DoesNotContain(code, (await db.Codes.SingleAsync(Cancellation)).CodeKey, StringComparison.Ordinal);
        Assert.DoesNotContain(code, (await db.Requests.SingleAsync(Cancellation)).Result, StringComparison.Ordinal);
    }

    private static Call CallOf(string? candidate = null, bool byNumber = false) => ShopFixture.CallAbout(candidate, byNumber);

    private static Task<WorkResult> SendAsync(ShopFixture shop, CodeFor to, string? order, string? from)
        => shop.AskAsync(new SendCode(to, order), new HeldDetails { Caller = from });

    private static async Task<PinOffered> TryAsync(ShopFixture shop, string code, string? from, Call call, bool codeOnly = true)
    {
        var check = await shop.Desk.CheckPinAsync(call, new SecretEntry(code, codeOnly, PhoneNumber.Parse(from), Contact: null), Cancellation);
        await shop.SaveAsync(check.Failures);
        return check.Input;
    }

    // The fixture's words for a code are the code itself.
    private static async Task<string> CodeAsync(ShopFixture shop, int count = 1)
    {
        await shop.MessagesAsync(rows => rows.Count(row => row.State == MessageState.Queued) >= count);
        return shop.Carrier.Taken.Last().Text;
    }
}
