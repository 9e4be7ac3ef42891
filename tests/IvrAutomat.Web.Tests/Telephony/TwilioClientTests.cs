using System.Text;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

public sealed class TwilioClientTests
{
    private const string MessageSid = "SM0123456789abcdef0123456789abcdef";
    private const string Created = $$"""{"sid":"{{MessageSid}}","status":"queued","error_code":null,"to":"+420601000001","uri":"/x","price":null}""";
    private const string Messages = $"/2010-04-01/Accounts/{CarrierHost.AccountSid}/Messages.json";

    private static readonly OutgoingMessage Receipt = new("+420601000001", "Objednávka je zrušena & peníze vrátíme.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_IsSentAsAForm()
    {
        await using var carrier = await CarrierHost.StartAsync((http, _) => CarrierHost.Json(http, 201, Created));
        var outcome = await carrier.Client.SendMessageAsync(
            Receipt with { StatusCallback = "https://ivr.example.cz/twilio/message", ValidityPeriod = TimeSpan.FromMinutes(30) }, Cancellation);

        Assert.Equal(new SentMessage(MessageSid, MessageStatus.Queued), Assert.IsType<TwilioOutcome<SentMessage>.Done>(outcome).Value);
        var request = Assert.Single(carrier.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal(Messages, request.Target);
        Assert.Equal("Basic " + Convert.ToBase64String("SK0123456789abcdef0123456789abcdef:secret"u8), request.Authorization);
        var form = FormReader.Read(Encoding.UTF8.GetBytes(request.Body));
        Assert.Equal(
            [
                ("Body", Receipt.Body), ("From", "+420800123456"), ("StatusCallback", "https://ivr.example.cz/twilio/message"),
                ("To", "+420601000001"), ("ValidityPeriod", "1800"),
            ],
            form.Pairs.ToArray());
    }

    [Fact]
    public async Task MessagingService_ChoosesTheSender()
    {
        await using var carrier = await CarrierHost.StartAsync(
            (http, _) => CarrierHost.Json(http, 201, Created), options => options.MessagingServiceSid = "MG0123456789abcdef0123456789abcdef");
        await carrier.Client.SendMessageAsync(Receipt, Cancellation);
        var form = FormReader.Read(Encoding.UTF8.GetBytes(Assert.Single(carrier.Requests).Body));
        Assert.Equal("MG0123456789abcdef0123456789abcdef", form.Single("MessagingServiceSid"));
        Assert.Null(form.Single("From"));
    }

    [Fact]
    public async Task WithoutAnApiKey_TheAccountAndItsPrimaryTokenAreUsed()
    {
        await using var carrier = await CarrierHost.StartAsync((http, _) => CarrierHost.Json(http, 201, Created), options =>
        {
            options.ApiKeySid = options.ApiKeySecret = null;
            options.AuthToken = "primary";
            options.AuthTokens = ["previous"];
        });
        await carrier.Client.SendMessageAsync(Receipt, Cancellation);
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(CarrierHost.AccountSid + ":primary"));
        Assert.Equal("Basic " + credentials, Assert.Single(carrier.Requests).Authorization);
    }

    [Fact]
    public async Task RefusedNumber_IsNotTriedAgain()
    {
        await using var carrier = await CarrierHost.StartAsync((http, _) =>
            CarrierHost.Json(http, 400, """{"code":21614,"message":"not a mobile number","more_info":"…","status":400}"""));
        var outcome = await carrier.Client.SendMessageAsync(Receipt, Cancellation);
        Assert.Equal(new TwilioOutcome<SentMessage>.Refused(21614, 400, MayRetry: false), outcome);
        Assert.Single(carrier.Requests);
    }

    [Fact]
    public async Task RefusalWithoutACode_IsStillARefusal()
    {
        await using var carrier = await CarrierHost.StartAsync((http, _) => CarrierHost.Json(http, 401, "<html>"));
        Assert.Equal(new TwilioOutcome<SentMessage>.Refused(Code: null, 401, MayRetry: false), await carrier.Client.SendMessageAsync(Receipt, Cancellation));
    }

    [Fact]
    public async Task TooManyRequests_IsTriedAgainBecauseNothingWasDone()
    {
        await using var carrier = await CarrierHost.StartAsync((http, count) =>
            count < 3 ? CarrierHost.Json(http, 429, """{"code":20429}""") : CarrierHost.Json(http, 201, Created));
        Assert.IsType<TwilioOutcome<SentMessage>.Done>(await carrier.Client.SendMessageAsync(Receipt, Cancellation));
        Assert.Equal(3, carrier.Requests.Count);
    }

    [Fact]
    public async Task TooManyRequestsForLong_MayBeTriedLater()
    {
        await using var carrier = await CarrierHost.StartAsync((http, _) => CarrierHost.Json(http, 429, """{"code":20429}"""));
        Assert.Equal(new TwilioOutcome<SentMessage>.Refused(20429, 429, MayRetry: true), await carrier.Client.SendMessageAsync(Receipt, Cancellation));
    }

    [Theory]
    [InlineData(500, UnknownReason.ServerError)]
    [InlineData(503, UnknownReason.ServerError)]
    [InlineData(302, UnknownReason.AnswerUnreadable)]
    [InlineData(201, UnknownReason.AnswerUnreadable)]
    public async Task MessageWhoseFateIsOpen_IsSentOnce(int status, object reason)
    {
        await using var carrier = await CarrierHost.StartAsync((http, _) =>
        {
            http.Response.Headers.Location = "/elsewhere";
            return CarrierHost.Json(http, status, """{"sid": """);
        });
        Assert.Equal(new TwilioOutcome<SentMessage>.Unknown((UnknownReason)reason), await carrier.Client.SendMessageAsync(Receipt, Cancellation));
        Assert.Single(carrier.Requests);
    }

    [Fact]
    public async Task ConnectionLostAfterSending_IsUnknownAndSentOnce()
    {
        await using var carrier = await CarrierHost.StartAsync((http, count) =>
        {
            if (count == 1)
            {
                return CarrierHost.Json(http, 201, Created);
            }

            http.Abort();
            return Task.CompletedTask;
        });

        // The second message goes over a connection that is already open: the case in which a client library likes to repeat by itself.
        await carrier.Client.SendMessageAsync(Receipt, Cancellation);
        var outcome = await carrier.Client.SendMessageAsync(Receipt, Cancellation);
        Assert.Equal(new TwilioOutcome<SentMessage>.Unknown(UnknownReason.ConnectionLost), outcome);
        Assert.Equal(2, carrier.Requests.Count);
    }

    [Fact]
    public async Task NoConnection_MeansNothingWasSent()
    {
        await using var carrier = await CarrierHost.StartAsync(
            (http, _) => CarrierHost.Json(http, 201, Created), options => options.ApiUrl = "http://127.0.0.1:1");
        var outcome = await carrier.Client.SendMessageAsync(Receipt, Cancellation);
        Assert.Equal(new TwilioOutcome<SentMessage>.Refused(Code: null, HttpStatus: 0, MayRetry: true), outcome);
    }

    [Fact]
    public async Task SilentCarrier_IsUnknownWhenTheTimeIsUp()
    {
        var time = new HurriedTime(TwilioApi.AttemptTimeout, TimeSpan.FromMilliseconds(300));
        await using var carrier = await CarrierHost.StartAsync((http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted), time: time);
        Assert.Equal(new TwilioOutcome<SentMessage>.Unknown(UnknownReason.TimedOut), await carrier.Client.SendMessageAsync(Receipt, Cancellation));
        Assert.Single(carrier.Requests);
    }

    [Fact]
    public async Task GivingUp_IsNotAnOutcome()
    {
        await using var carrier = await CarrierHost.StartAsync((http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted));
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => carrier.Client.SendMessageAsync(Receipt, impatient.Token));
    }

    [Fact]
    public async Task MessageWithoutSender_IsRefusedHere()
    {
        await using var carrier = await CarrierHost.StartAsync(
            (http, _) => CarrierHost.Json(http, 201, Created), options => options.From = null);
        var outcome = await carrier.Client.SendMessageAsync(Receipt, Cancellation);
        Assert.Equal(new TwilioOutcome<SentMessage>.Refused(21603, HttpStatus: 0, MayRetry: false), outcome);
        Assert.Empty(carrier.Requests);
    }

    [Fact]
    public async Task List_IsReadPageByPageAndAgainAfterAFailure()
    {
        await using var carrier = await CarrierHost.StartAsync((http, count) => count switch
        {
            1 => CarrierHost.Json(http, 503, "{}"),
            2 => CarrierHost.Json(http, 200, $$"""
                {"messages":[{"sid":"{{MessageSid}}","status":"delivered","body":"první","date_created":"Fri, 20 Aug 2010 01:13:42 +0000","error_code":null}],
                 "next_page_uri":"{{Messages}}?Page=1&PageToken=x"}
                """),
            _ => CarrierHost.Json(http, 200, """
                {"messages":[{"sid":"SM2","status":"undelivered","body":"druhá","date_created":"soon","error_code":30006}],"next_page_uri":null}
                """),
        });
        var since = new DateTimeOffset(2026, 7, 14, 10, 0, 0, TimeSpan.FromHours(2));
        var outcome = await carrier.Client.ListMessagesAsync("+420601000001", "+420800123456", since, Cancellation);

        Assert.Equal(
            [
                new(MessageSid, MessageStatus.Delivered, "první", new DateTimeOffset(2010, 8, 20, 1, 13, 42, TimeSpan.Zero), ErrorCode: null),
                new ListedMessage("SM2", MessageStatus.Undelivered, "druhá", CreatedAt: null, 30006),
            ],
            Assert.IsType<TwilioOutcome<IReadOnlyList<ListedMessage>>.Done>(outcome).Value);
        Assert.Equal(
            [
                $"{Messages}?To=%2B420601000001&From=%2B420800123456&DateSent%3E=2026-07-14T08%3A00%3A00Z",
                $"{Messages}?To=%2B420601000001&From=%2B420800123456&DateSent%3E=2026-07-14T08%3A00%3A00Z",
                $"{Messages}?Page=1&PageToken=x",
            ],
            carrier.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("/2010-04-01/Accounts/ACother/Messages.json")]
    [InlineData("https://elsewhere.example/x")]
    [InlineData("//elsewhere.example/x")]
    public async Task NextPageOfSomebodyElse_IsNotAskedForWithOurCredentials(string next)
    {
        await using var carrier = await CarrierHost.StartAsync((http, _) => CarrierHost.Json(http, 200, $$"""{"messages":[],"next_page_uri":"{{next}}"}"""));
        var outcome = await carrier.Client.ListMessagesAsync("+420601000001", from: null, sentAfter: null, Cancellation);
        Assert.IsType<TwilioOutcome<IReadOnlyList<ListedMessage>>.Unknown>(outcome);
        Assert.Single(carrier.Requests);
    }

    /// <summary>Lets timers of one length run out early, so that a time-out of seconds can be waited for.</summary>
    private sealed class HurriedTime(TimeSpan length, TimeSpan instead) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == length ? instead : dueTime, period);
    }
}
