using System.Net;
using System.Text;

namespace IvrAutomat.Web.Tests.Calls;

/// <summary>Deliveries that are none, or not the carrier's.</summary>
public sealed class BadWebhookTests(OneHost house) : IClassFixture<OneHost>
{
    public static TheoryData<string> Webhooks { get; } =
        ["/twilio/voice", "/twilio/voice/turns/1", "/twilio/voice/turns/1/silence", "/twilio/voice/fallback", "/twilio/voice/status"];

    private CallHost Host => house.Host;

    [Theory, MemberData(nameof(Webhooks))]
    public async Task WithoutASignature_ItIsForbidden(string path)
    {
        using var phone = Host.Phone(null);
        Assert.Equal(403, (await phone.SendAsync(phone.At(path), Form(("CallSid", phone.CallSid)), signature: null)).Status);
        Assert.Equal(0, await Host.JournalAsync(phone.CallSid));
    }

    [Theory, MemberData(nameof(Webhooks))]
    public async Task SignedWithAnotherToken_ItIsForbidden(string path)
    {
        using var phone = Host.Phone(null);
        var reply = await phone.SendAsync(
            phone.At(path), [("AccountSid", StrangerPhone.AccountSid), ("CallSid", phone.CallSid)], token: "fedcba9876543210fedcba9876543210");
        Assert.Equal(403, reply.Status);
        Assert.Equal(0, await Host.JournalAsync(phone.CallSid));
    }

    [Theory, MemberData(nameof(Webhooks))]
    public async Task LongerThan64Kilobytes_ItIsTooLarge_WhoeverSignedIt(string path)
    {
        using var phone = Host.Phone(null);
        var body = Encoding.ASCII.GetBytes("SpeechResult=" + new string('a', 64 * 1024));
        Assert.Equal(413, (await phone.SendAsync(phone.At(path), body, signature: null)).Status);
        Assert.Equal(413, (await phone.PostAsync(phone.At(path), ("SpeechResult", new string('a', 64 * 1024)))).Status);
    }

    [Theory, MemberData(nameof(Webhooks))]
    public async Task WithoutACall_OrWithSomethingThatIsNone_ItIsBad(string path)
    {
        using var phone = Host.Phone(null);
        (string, string)[] signed = [("AccountSid", StrangerPhone.AccountSid), ("From", "+420601000001")];
        Assert.Equal(400, (await phone.SendAsync(phone.At(path), signed)).Status);
        foreach (var sid in (string[])["", "CA1", "SM" + phone.CallSid[2..], phone.CallSid + "'; DROP TABLE calls; --", "CA\0"])
        {
            Assert.Equal(400, (await phone.PostAsync(phone.At(path), ("CallSid", sid))).Status);
        }
    }

    [Fact]
    public async Task WhatNobodyKnows_IsIgnored()
    {
        using var phone = Host.Phone(null);
        using var plain = Host.Phone(null);
        var reply = await phone.PostAsync(
            phone.At("/twilio/voice"), ("NewInThisYear", "yes"), ("", "nameless"), ("Ünicode", "\u0001"), ("CallToken", new string('x', 5000)));

        Assert.Equal((await plain.DialAsync()).Body, reply.Body);
    }

    [Theory, MemberData(nameof(Webhooks))]
    public async Task AnythingButPost_IsNotAllowed(string path)
    {
        using var http = new HttpClient { BaseAddress = Host.Address };
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete])
        {
            using var request = new HttpRequestMessage(method, path);
            using var reply = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.StatusCode);
        }
    }

    private static byte[] Form(params (string Name, string Value)[] fields)
        => Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}={field.Value}")));
}
