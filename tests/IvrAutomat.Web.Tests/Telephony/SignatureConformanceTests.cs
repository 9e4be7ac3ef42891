using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

/// <summary>Our signatures against the official library of another language, in both directions, over generated requests.</summary>
public sealed class SignatureConformanceTests
{
    private const int Seed = 20260714;
    private const int Cases = 400;
    private const string AccountSid = "AC0123456789abcdef0123456789abcdef";

    private static readonly string[] Origins =
        ["https://ivr.example.cz", "https://ivr.example.cz:8443", "http://localhost:5080", "http://ivr.example.cz", "https://[2001:db8::1]:444", "https://ivr.example.cz/shop"];

    private static readonly string[] Targets =
        ["/twilio/voice", "/twilio/voice/turns/12/silence", "/twilio/voice?b=2&a=1", "/p%C5%99%C3%ADb%C4%9Bh/", "/x?q=a+b%20c&empty=", "/x?it's=1", "/a//b"];

    private static readonly string[] Names = ["CallSid", "From", "Digits", "digits", "SpeechResult", "A", "a", "AB", "Příjmení", "x-y_z", "😀", ""];

    private static readonly string[] Values =
        ["", "1234", "+420601000001", "Příliš žluťoučký kůň", "a b", "a+b&c=d%20", "\"<&>'", "řádek\r\ndruhý", "\t", "😀 ano", "12*#", "ANO", "ano"];

    [Fact]
    public async Task GeneratedForms_AreSignedAndAcceptedAlike()
    {
        var random = new Random(Seed);
        var requests = Enumerable.Range(0, Cases).Select(_ => SignedForm.Generate(random)).ToList();
        var answers = await AskAsync(requests.Select(request => new Case(request.Token, request.Url, request.ByName(), Body: null, request.Signature)));

        Assert.Equal(Cases, answers.Length);
        Assert.All(requests.Zip(answers), pair =>
        {
            var (request, theirs) = pair;
            Assert.Equal(theirs.Expected, request.Signature);
            Assert.True(theirs.Accepted);
            Assert.Equal(SignatureVerdict.Valid, request.JudgedWith(theirs.Expected));
        });
    }

    [Fact]
    public async Task SignatureOverAnotherPort_IsAcceptedAlike()
    {
        string[] signed = ["https://ivr.example.cz:443/twilio/voice", "https://ivr.example.cz/twilio/voice", "http://ivr.example.cz:80/twilio/voice"];
        string[] received = ["https://ivr.example.cz/twilio/voice", "https://ivr.example.cz:8443/twilio/voice", "http://ivr.example.cz/twilio/voice"];
        var form = FormParameters.Of(("AccountSid", AccountSid));
        var requests = signed.Zip(received, (over, url) => new SignedForm("token", url[..^13], url[^13..], form, TwilioSignature.Sign(over, form, "token"))).ToList();
        var answers = await AskAsync(requests.Select(request => new Case(request.Token, request.Url, request.ByName(), Body: null, request.Signature)));

        Assert.All(answers, theirs => Assert.True(theirs.Accepted));
        Assert.All(requests, request => Assert.Equal(SignatureVerdict.Valid, request.JudgedWith(request.Signature)));
    }

    [Theory]
    [InlineData("""{"zpráva": "příliš žluťoučký"}""", """{"zpráva": "příliš žluťoučký"}""", SignatureVerdict.Valid)]
    [InlineData("", "", SignatureVerdict.Valid)]
    [InlineData("""{"a": 1}""", """{"a": 2}""", SignatureVerdict.BodyMismatch)]
    public async Task JsonBody_IsJudgedAlike(string signedBody, string receivedBody, object verdict)
    {
        var target = $"/x?a=1&bodySHA256={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signedBody)))}";
        var signature = TwilioSignature.Sign("https://ivr.example.cz" + target, FormParameters.Empty, "token");
        var answer = Assert.Single(await AskAsync([new("token", "https://ivr.example.cz" + target, Parameters: null, receivedBody, signature)]));

        Assert.Equal(verdict.Equals(SignatureVerdict.Valid), answer.Accepted);
        Assert.Equal(signature, answer.Expected);
        var request = new SignedForm("token", "https://ivr.example.cz", target, FormParameters.Empty, signature);
        Assert.Equal(verdict, request.JudgedWith(signature, Encoding.UTF8.GetBytes(receivedBody)));
    }

    private static async Task<Answer[]> AskAsync(IEnumerable<Case> cases)
    {
        var (exitCode, output) = await NodeProgram.RunAsync("signatures.mjs", input: JsonSerializer.Serialize(cases, JsonSerializerOptions.Web));
        Assert.True(exitCode == 0, output);
        return JsonSerializer.Deserialize<Answer[]>(output, JsonSerializerOptions.Web)!;
    }

    private sealed record Case(string Token, string Url, Dictionary<string, List<string>>? Parameters, string? Body, string Signature);

    private sealed record Answer(string Expected, bool Accepted);

    private sealed record SignedForm(string Token, string PublicUrl, string Target, FormParameters Form, string Signature)
    {
        public string Url => PublicUrl + Target;

        public static SignedForm Generate(Random random)
        {
            var pairs = Enumerable.Range(0, random.Next(12)).Select(_ => (Pick(random, Names), Pick(random, Values))).Append(("AccountSid", AccountSid));
            var form = FormParameters.Of(pairs.ToArray());
            var (token, origin, target) = (Convert.ToHexStringLower(RandomBytes(random)), Pick(random, Origins), Pick(random, Targets));
            return new(token, origin, target, form, TwilioSignature.Sign(origin + target, form, token));
        }

        public Dictionary<string, List<string>> ByName()
        {
            var byName = new Dictionary<string, List<string>>();
            foreach (var (name, value) in Form.Pairs)
            {
                byName.TryAdd(name, []);

                // The library must sort and drop repetitions by itself.
                byName[name].Insert(0, value);
                byName[name].Add(value);
            }

            return byName;
        }

        public SignatureVerdict JudgedWith(string signature, byte[]? body = null)
        {
            Assert.True(PublicAddress.TryParse(PublicUrl, out var address));
            return new SignatureValidator(address, [new(AccountSid, Token)]).Judge(Target, signature, Form, body);
        }

        private static string Pick(Random random, string[] among) => among[random.Next(among.Length)];

        private static byte[] RandomBytes(Random random)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return bytes;
        }
    }
}
