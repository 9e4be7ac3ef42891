using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

public sealed class TwilioOptionsTests
{
    private const string AccountSid = "AC0123456789abcdef0123456789abcdef";

    [Fact]
    public void NothingSet_IsEnoughForTheDemo() => Assert.Empty(new TwilioOptions().Validate(required: false));

    [Fact]
    public void NothingSet_IsNotEnoughForRealCalls() =>
        Assert.Equal(["Twilio:AccountSid", "Twilio:AuthToken", "Twilio:From"], SettingsOf(new TwilioOptions().Validate(required: true)));

    [Fact]
    public void AccountTokenAndSender_AreEnoughForRealCalls() =>
        Assert.Empty(new TwilioOptions { AccountSid = AccountSid, AuthToken = "token", From = "Obchod" }.Validate(required: true));

    [Fact]
    public void TokenAmongAuthTokens_IsEnoughToo() =>
        Assert.Empty(new TwilioOptions { AccountSid = AccountSid, AuthTokens = ["token"], MessagingServiceSid = "MG0123456789abcdef0123456789abcdef" }.Validate(required: true));

    [Fact]
    public void EverythingWrong_IsReportedAtOnceAndQuotesNothing()
    {
        var options = new TwilioOptions
        {
            AccountSid = "secret-account",
            AuthToken = "  ",
            ApiKeySid = "secret-key",
            ApiUrl = "http://secret.example",
            MessagingServiceSid = "secret-service",
            From = "secret sender too long",
            Voice = "Polly.Secret",
            EnglishVoice = "Google.cs-CZ-Secret",
            SlovakVoice = "Google.cs-CZ-Secret",
        };
        var problems = options.Validate(required: false).ToList();
        Assert.Equal(
            [
                "Twilio:AccountSid", "Twilio:AuthToken", "Twilio:ApiKeySid", "Twilio:ApiKeySid", "Twilio:ApiUrl", "Twilio:MessagingServiceSid", "Twilio:From",
                "Twilio:EnglishVoice", "Twilio:SlovakVoice", "Twilio:Voice",
            ],
            SettingsOf(problems));
        Assert.DoesNotContain(problems, problem => problem.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Tokens_AreTriedPrimaryFirstAndOnce() =>
        Assert.Equal(["a", "b"], new TwilioOptions { AuthToken = "a", AuthTokens = ["b", "a", "", " "] }.SigningTokens());

    private static IEnumerable<string> SettingsOf(IEnumerable<string> problems) => problems.Select(problem => problem.Split(' ')[0]);
}
