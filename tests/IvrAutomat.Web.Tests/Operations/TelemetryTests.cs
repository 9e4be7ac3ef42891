using System.Security.Cryptography;
using System.Text;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Queue;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Telemetry;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IvrAutomat.Web.Tests.Operations;

/// <summary>What calls tell of themselves: one trace each, whichever instance answers, and nothing of any person.</summary>
[Collection(RealTime.Name)]
public sealed class TelemetryTests
{
    private const string Order = "2026001001";
    private const string Pin = "4821";
    private const string Caller = "+420601000001";

    private static readonly string[] Personal = [Order, Pin, "9999", Caller[1..], Caller[4..], "Novák", "example.c"];

    [Fact]
    public async Task ACall_IsOneTrace_OnTwoInstances_WithItsTurnsAndItsWork()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var one = await CallHost.StartAsync(database);
        await using var other = await CallHost.StartAsync(database);
        using var told = new Telling(SignalsOf(one), SignalsOf(other));
        using var phone = one.Phone(null);
        await PlayAsync(phone, other);

        var trace = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(phone.CallSid)))[..32];
        await UntilAsync(() => told.Spans.Any(span => span.DisplayName == "message Sms"));
        var spans = told.Spans.Where(span => $"{span.TraceId}" == trace).ToList();
        Assert.Equal(8, spans.Count(span => span.DisplayName == "turn"));
        Assert.Contains(spans, span => span.DisplayName == "query ReadOrder" && spans.Exists(turn => turn.SpanId == span.ParentSpanId && turn.DisplayName == "turn"));
        Assert.Contains(spans, span => span.DisplayName == "request cancel-order" && $"{span.GetTagItem(Label.Result)}" == nameof(RequestDone));
        var message = Assert.Single(spans, span => span.DisplayName == "message Sms");
        var sent = Assert.Single(spans, span => span.ParentSpanId == message.SpanId);
        Assert.Equal("carrier", sent.GetTagItem(Label.System));
        Assert.EndsWith("/Messages.json", $"{sent.GetTagItem("url.template")}", StringComparison.Ordinal);
        var cancelled = Assert.Single(spans, span => $"{span.GetTagItem(Label.Input)}" == nameof(OptionChosen) && span.DisplayName == "turn" && $"{span.GetTagItem(Label.State)}".Contains("Cancel", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("answered", cancelled.GetTagItem(Label.Outcome));
    }

    [Fact]
    public async Task NothingOfAPerson_IsTold_AndEveryLabelIsOneOfAKnownSet()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        using var told = new Telling(SignalsOf(host));
        using var look = new LineLook(database.Contexts, SignalsOf(host), new TelemetryOptions(), TimeProvider.System, NullLogger<LineLook>.Instance);
        using var withheld = host.Phone(null);
        using var known = host.Phone(Caller);
        await PlayAsync(withheld, host);
        await known.DialAsync();
        await known.PressAsync(Pin);
        await known.PressAsync("0");
        await UntilAsync(() => told.Sum("ivr.offers.made") > 0 && told.Sum("ivr.outside.duration", "carrier", "ok") > 0);
        await look.LookAsync(TestContext.Current.CancellationToken);
        told.Ask();
        await known.ReportAsync();

        Assert.All(Personal.Append(withheld.CallSid).Append(known.CallSid), personal => Assert.DoesNotContain(personal, told.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(
            told.Values.SelectMany(value => value.Labels.Select(label => (value.Name, label.Key, $"{label.Value}"))).Distinct(),
            label => Assert.Contains(label.Item3, Known(label.Key)));
        Assert.Equal((2, 1), (told.Sum("ivr.calls.started"), told.Sum("ivr.calls.ended", "contained")));
        Assert.Equal(1, told.Sum("ivr.calls.ended", "handover"));
        Assert.Equal((1, 2), (told.Sum("ivr.pin.checks", "Wrong"), told.Sum("ivr.pin.checks", "Right")));
        Assert.Equal((1, 1), (told.Sum("ivr.calls.live"), told.Sum("ivr.queue.length")));
        Assert.True(told.Sum("ivr.outside.duration", "carrier", "ok") > 0);
        Assert.All((string[])["ivr.turns", "ivr.turn.duration", "ivr.work.duration", "ivr.utterances"], name => Assert.Contains(told.Values, value => value.Name == name));
    }

    [Fact]
    public async Task WhileNobodyListens_NothingIsMade()
    {
        using var signals = new Signals(TimeProvider.System);
        await Task.CompletedTask;

        Assert.Null(signals.Turn("CA"));
        Assert.Null(signals.Work("CA", "query", "ReadOrder"));
        Assert.False(signals.HearsOutside);
    }

    [Theory]
    [InlineData("https://shop.admin.s1.upgates.com/api/v2/orders/VO-2026-0001/history?x=1", "/api/v2/orders/{}/history")]
    [InlineData("https://api.twilio.com/2010-04-01/Accounts/AC00/Calls/CA11.json", "/2010-04-01/Accounts/{}/Calls/{}")]
    [InlineData("https://payments.comgate.cz/v2.0/payment/transId/AB-CD-12.json", "/v2.0/payment/transId/{}")]
    [InlineData("https://shop.example/Novak/+420601000001", "/{}/{}")]
    [InlineData("https://shop.example", "/")]
    public void AnAddress_IsToldWithoutItsValues(string url, string template) => Assert.Equal(template, RouteTemplate.Of(new Uri(url)));

    [Theory]
    [InlineData(null, null, true, null)]
    [InlineData("http://collector:4317", null, true, "collector")]
    [InlineData(null, "http://standard:4317", true, "standard")]
    [InlineData("http://collector:4317", "http://standard:4317", true, "collector")]
    [InlineData("http://collector:4317", null, false, null)]
    public void ItIsOff_UntilAnAddressIsKnown(string? own, string? standard, bool enabled, string? host)
    {
        var options = new TelemetryOptions { Endpoint = own, Enabled = enabled };

        Assert.Equal(host, options.Target(name => name == TelemetryOptions.EndpointVariable ? standard : null)?.Host);
        Assert.Null(options.Target(name => name == TelemetryOptions.DisabledVariable ? "true" : standard));
    }

    // Eight turns: the call, the number, a wrong PIN, the way back, the right one; then cancel, yes and the hang-up at another instance.
    private static async Task PlayAsync(StrangerPhone phone, CallHost then)
    {
        await phone.DialAsync();
        await phone.PressAsync(Order);
        await phone.PressAsync("9999");
        await phone.PressAsync("1");
        await phone.PressAsync(Pin);
        var asked = await phone.FollowAsync(then.At(phone.Now.Action!), ("Digits", "2"));
        var done = await phone.FollowAsync(then.At(asked.Action!), ("Digits", "1"));
        Assert.Contains("Hotovo, objednávka je zrušená.", done.Said, StringComparison.Ordinal);
        await phone.PostAsync(then.At(phone.At("/twilio/voice/status")), ("CallStatus", "completed"));
    }

    private static IEnumerable<string> Known(string label) => label switch
    {
        Label.State => ShopDialogue.Flow.States.Select(state => state.Name).Append("none"),
        Label.Outcome => ["answered", "waiting", "repeated", "rival", "failed", "contained", "handover", "abandoned"],
        Label.Verdict => Enum.GetNames<PinVerdict>(),
        Label.Manner => ["query", "request", "message", "handover"],
        Label.Kind => NamesOf<Query>().Concat(["Sms", "Email", "Helpdesk", "offer", "wait", "consult"]).Concat(Kinds),
        Label.Result => NamesOf<WorkResult>().Concat(Enum.GetNames<OfferEnd>())
            .Concat(["ok", "connection", "timeout", "rate-limit", "http-4xx", "http-5xx", "refused", "failed", "Changed", "Unchanged", "Delivered", "MessageAccepted", "MessageRefused", "MessageAbsent", "MessageUncertain"]),
        Label.System => [.. OutsideSystem.Names, "carrier", "azure-speech", "mail"],
        Label.Source => ["store", "carrier"],
        _ => [],
    };

    private static readonly string[] Kinds =
    [
        "cancel-order", "restore-order", "confirm-order", "send-payment-link", "change-payment", "send-tracking", "extend-storage", "note-return", "arrange-return",
        "cancel-return", "file-complaint", "send-invoice", "send-code", "note-rating", "for-person", "open-case", "agree-callback", "cancel-callback", "keep-case",
    ];

    private static IEnumerable<string> NamesOf<T>() => typeof(T).Assembly.GetTypes().Concat(typeof(AutomatHost).Assembly.GetTypes()).Where(typeof(T).IsAssignableFrom).Select(type => type.Name);

    private static Signals SignalsOf(CallHost host) => host.Services.GetRequiredService<Signals>();

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 200, "It was never told.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
