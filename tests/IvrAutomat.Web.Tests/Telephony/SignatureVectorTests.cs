using System.Text;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

/// <summary>The vectors that the official libraries are tested with; all under token <c>12345</c>.</summary>
public sealed class SignatureVectorTests
{
    private const string Target = "/myapp.php?foo=1&bar=2";
    private const string JsonTarget = "/myapp.php?bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private const string Json = """{"property": "value", "boolean": true}""";

    private static readonly FormParameters Call = FormParameters.Of(
        ("CallSid", "CA1234567890ABCDE"), ("Caller", "+14158675309"), ("Digits", "1234"), ("From", "+14158675309"), ("To", "+18005551212"));

    private static readonly FormParameters OtherCall = FormParameters.Of(
        ("To", "+18005551212"), ("From", "+14158675310"), ("Digits", "1234"), ("Caller", "+14158675310"), ("CallSid", "CA1234567890ABCDE"));

    [Theory]
    [InlineData("https://mycompany.com", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:1234", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com:1234", "CYn1h0gLBdNxDGkKJg6hYohgeD8=")]
    [InlineData("http://mycompany.com:1234", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [InlineData("https://MyCompany.com", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    public void SignedCall_IsAcceptedWithWithoutAndWithStandardPort(string publicUrl, string signature) =>
        Assert.Equal(SignatureVerdict.Valid, Judge(publicUrl, Target, signature, Call));

    [Fact]
    public void ExampleOfTheDocumentation_IsAccepted() =>
        Assert.Equal(SignatureVerdict.Valid, Judge("https://example.com", Target, "L/OH5YylLD5NRKLltdqwSvS0BnU=", OtherCall));

    [Fact]
    public void RepeatedName_IsSignedSortedAndOnce()
    {
        var parameters = FormParameters.Of(("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234"));
        Assert.Equal(SignatureVerdict.Valid, Judge("https://mycompany.com", Target, "IK+Dwps556ElfBT0I3Rgjkr1wJU=", parameters));
    }

    [Fact]
    public void JsonBody_IsAcceptedByItsHash() =>
        Assert.Equal(SignatureVerdict.Valid, Judge("https://mycompany.com", JsonTarget, "y77kIzt2vzLz71DgmJGsen2scGs=", FormParameters.Empty, Json));

    [Fact]
    public void ChangedJsonBody_IsRefused() =>
        Assert.Equal(SignatureVerdict.BodyMismatch, Judge("https://mycompany.com", JsonTarget, "y77kIzt2vzLz71DgmJGsen2scGs=", FormParameters.Empty, Json + " "));

    [Theory]
    [InlineData("NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=", SignatureVerdict.Unreadable)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B4=", SignatureVerdict.Mismatch)]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B9=", SignatureVerdict.Unreadable)]
    [InlineData(" RSOYDt4T1cUTdK1PDd93/VVr8B8=", SignatureVerdict.Unreadable)]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=", SignatureVerdict.Mismatch)]
    [InlineData("RSOYDt4T1cUTdK1PDd93", SignatureVerdict.Unreadable)]
    [InlineData("žluťoučký kůň", SignatureVerdict.Unreadable)]
    [InlineData("====", SignatureVerdict.Unreadable)]
    [InlineData("", SignatureVerdict.Missing)]
    [InlineData(null, SignatureVerdict.Missing)]
    public void WrongHeader_IsRefusedWithoutAnException(string? header, object verdict) =>
        Assert.Equal(verdict, Judge("https://mycompany.com", Target, header, Call));

    private static SignatureVerdict Judge(string publicUrl, string target, string? header, FormParameters parameters, string body = "")
    {
        Assert.True(PublicAddress.TryParse(publicUrl, out var address));
        var validator = new SignatureValidator(address, [new("AC0123456789abcdef0123456789abcdef", "12345")]);
        return validator.Judge(target, header, parameters, Encoding.UTF8.GetBytes(body));
    }
}
