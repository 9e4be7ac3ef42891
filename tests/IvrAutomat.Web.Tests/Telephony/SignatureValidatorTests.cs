using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

public sealed class SignatureValidatorTests
{
    private const string Own = "AC0123456789abcdef0123456789abcdef";
    private const string Simulated = "ACffffffffffffffffffffffffffffffff";
    private const string Path = "/twilio/voice";

    [Theory]
    [InlineData(Own, "primary", SignatureVerdict.Valid)]
    [InlineData(Own, "previous", SignatureVerdict.Valid)]
    [InlineData(Simulated, "simulated", SignatureVerdict.Valid)]
    [InlineData(Own, "simulated", SignatureVerdict.Mismatch)]
    [InlineData(Simulated, "primary", SignatureVerdict.Mismatch)]
    [InlineData("ACeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", "primary", SignatureVerdict.UnknownAccount)]
    [InlineData("", "primary", SignatureVerdict.UnknownAccount)]
    public void Token_CountsForItsOwnAccountOnly(string accountSid, string token, object verdict) =>
        Assert.Equal(verdict, Judge("https://ivr.example.cz", "https://ivr.example.cz" + Path, Path, token, FormParameters.Of(("AccountSid", accountSid))));

    [Fact]
    public void RequestThatNamesNoAccount_IsJudgedByTheFirst()
    {
        Assert.Equal(SignatureVerdict.Valid, Judge("https://ivr.example.cz", "https://ivr.example.cz" + Path, Path, "primary", FormParameters.Empty));
        Assert.Equal(SignatureVerdict.Mismatch, Judge("https://ivr.example.cz", "https://ivr.example.cz" + Path, Path, "simulated", FormParameters.Empty));
    }

    [Fact]
    public void RequestThatNamesTwoAccounts_IsRefused() =>
        Assert.Equal(
            SignatureVerdict.UnknownAccount,
            Judge("https://ivr.example.cz", "https://ivr.example.cz" + Path, Path, "primary", FormParameters.Of(("AccountSid", Own), ("AccountSid", Simulated))));

    [Theory]
    [InlineData("https://ivr.example.cz/shop", "https://ivr.example.cz/shop/twilio/voice", "/twilio/voice")]
    [InlineData("https://ivr.example.cz/shop/", "https://ivr.example.cz/shop/twilio/voice", "/twilio/voice")]
    [InlineData("https://ivr.example.cz/shop", "https://ivr.example.cz/shop/twilio/voice", "/shop/twilio/voice")]
    [InlineData("https://ivr.example.cz/shop", "https://ivr.example.cz:443/shop/twilio/voice", "/shop/twilio/voice")]
    [InlineData("http://[::1]:5080", "http://[::1]/twilio/voice", "/twilio/voice")]
    [InlineData("http://[::1]", "http://[::1]:80/twilio/voice", "/twilio/voice")]
    [InlineData("http://localhost:5080", "http://localhost:5080/twilio/voice?a=%C5%99+b&A=", "/twilio/voice?a=%C5%99+b&A=")]
    public void SignedUrl_IsThePublicAddressAndTheTargetAsReceived(string publicUrl, string signedUrl, string target) =>
        Assert.Equal(SignatureVerdict.Valid, Judge(publicUrl, signedUrl, target, "primary", FormParameters.Of(("AccountSid", Own))));

    [Theory]
    [InlineData("https://ivr.example.cz/twilio/voice", "/twilio/voice/")]
    [InlineData("https://ivr.example.cz/twilio/voice", "/Twilio/voice")]
    [InlineData("https://ivr.example.cz/twilio/voice", "/twilio/voice?x=1")]
    [InlineData("https://ivr.example.cz/twilio/voice", "https://ivr.example.cz/twilio/voice")]
    [InlineData("http://ivr.example.cz/twilio/voice", "/twilio/voice")]
    [InlineData("https://other.example.cz/twilio/voice", "/twilio/voice")]
    [InlineData("https://ivr.example.cz:8443/twilio/voice", "/twilio/voice")]
    [InlineData("https://ivr.example.cz*", "*")]
    public void OtherUrl_IsRefused(string signedUrl, string target) =>
        Assert.Equal(SignatureVerdict.Mismatch, Judge("https://ivr.example.cz", signedUrl, target, "primary", FormParameters.Of(("AccountSid", Own))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ivr.example.cz")]
    [InlineData("ftp://ivr.example.cz")]
    [InlineData("https://user:secret@ivr.example.cz")]
    [InlineData("https://ivr.example.cz/?a=1")]
    [InlineData("https://ivr.example.cz/#top")]
    [InlineData("https://příklad.cz")]
    [InlineData("https://")]
    public void PublicUrlOfAnotherShape_IsNotTaken(string? url) => Assert.False(PublicAddress.TryParse(url, out _));

    [Fact]
    public void OurUrls_BearTheBasePath()
    {
        Assert.True(PublicAddress.TryParse("https://ivr.example.cz:8443/shop/", out var address));
        Assert.Equal("https://ivr.example.cz:8443/shop/twilio/voice", address.UrlOf("/twilio/voice"));
    }

    [Fact]
    public void EmptyToken_IsNeverAccepted() => Assert.Throws<ArgumentException>(() => new TwilioAccount(Own, "primary", ""));

    private static SignatureVerdict Judge(string publicUrl, string signedUrl, string target, string token, FormParameters parameters)
    {
        Assert.True(PublicAddress.TryParse(publicUrl, out var address));
        var validator = new SignatureValidator(address, [new(Own, "primary", "previous"), new(Simulated, "simulated")]);
        return validator.Judge(target, TwilioSignature.Sign(signedUrl, parameters, token), parameters, []);
    }
}
