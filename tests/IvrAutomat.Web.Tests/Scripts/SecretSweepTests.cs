using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IvrAutomat.Calls;
using IvrAutomat.Language;
using IvrAutomat.Simulator.CallScripts;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>After all scripts: no PIN, no phone number and nothing that callers typed in vain is left anywhere in the clear.</summary>
[Collection(ScriptCollection.Name)]
public sealed partial class SecretSweepTests(PlayedScripts played)
{
    // So many digits do not come together by chance.
    private const int Telling = 8;

    // Numbers of orders in the other shops of the scripts: VO-2026-0001 and 2026/0108 by their digits, and a variable symbol of an imported file.
    private static readonly string[] NumbersElsewhere = ["20260001", "20260108", "5260010103"];

    private static readonly IReadOnlyList<DemoOrder> Orders = DemoOrders.On(new DateOnly(2026, 11, 23));

    private string Log { get; } = string.Join('\n', played.Log.Lines);

    private string Trace { get; } = string.Join('\n', played.Spans.Lines);

    [Fact]
    public void TheSearch_LooksAtSomething()
    {
        Assert.NotEmpty(played.Log.Lines);
        Assert.Contains(played.Spans.Lines, line => line.Contains("/twilio/voice", StringComparison.Ordinal));
        Assert.Contains("2026001001", played.Dump.Texts, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE", played.Dump.Bytes, StringComparison.Ordinal);
        Assert.NotEmpty(TypedInVain());
    }

    [Fact]
    public void NoPin_IsAnywhere_NeitherAsDigitsNorInAnotherForm() => Assert.All(Orders.Select(demo => demo.Pin), AssertUntold);

    [Fact]
    public void WhatWasTypedInVain_IsNowhere_NeitherAsDigitsNorInAnotherForm() => Assert.All(TypedInVain(), AssertUntold);

    [Fact]
    public void NoPhoneNumber_IsAnywhere()
    {
        var phones = Orders.Select(demo => demo.Phone)
            .Concat(played.Read.SelectMany(script => script.Calls.Select(call => call.Caller).Append(script.Given.Caller)).OfType<string>())
            .Where(phone => phone.StartsWith('+')).Distinct(StringComparer.Ordinal);
        foreach (var phone in phones)
        {
            AssertNowhere(PhoneNumber.Parse(phone) is null ? phone[1..] : phone[4..]);
        }

        Assert.DoesNotMatch(InternationalNumber(), Log);
        Assert.DoesNotMatch(InternationalNumber(), Trace);
    }

    [Fact]
    public void NoNameAndNoAddress_IsAnywhere()
    {
        foreach (var demo in Orders)
        {
            AssertNowhere(demo.Name);
            AssertNowhere(demo.Email ?? demo.Name);
            AssertNowhere(demo.Address.Street);
        }
    }

    [Fact]
    public void NoCode_IsAnywhere_NeitherAsDigitsNorInAnotherForm()
    {
        var codes = played.Messages.Select(text => SentCode().Match(text)).Where(match => match.Success).Select(match => match.Groups["code"].Value)
            .Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(codes);
        Assert.All(codes, AssertUntold);
    }

    [Fact]
    public void WhatWasSaidOfADefect_IsNowhere()
    {
        var said = played.Read.Where(script => script.File.Contains("own-words", StringComparison.Ordinal))
            .SelectMany(script => script.Calls).SelectMany(call => call.Steps).OfType<CallStep.Say>().Select(step => step.Words).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, AssertNowhere);
    }

    // Four digits and more that were pressed and are neither the number of an order nor a PIN: those have tests of their own.
    private List<string> TypedInVain()
    {
        var known = Orders.SelectMany(demo => demo.Numbers().Select(number => number.Number).Append(demo.Pin)).Concat(NumbersElsewhere).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. played.Read.SelectMany(script => script.Calls).SelectMany(call => call.Steps).OfType<CallStep.Press>()
                .SelectMany(step => step.Keys.Split('*', '#'))
                .Where(keys => keys.Length >= 4 && keys.Trim('0').Length > 0 && !known.Contains(keys)).Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> OtherForms(string digits)
    {
        yield return Czech.Instance.Digits(digits);
        yield return string.Join(' ', digits.Select(digit => Czech.Instance.Number(digit - '0', GrammaticalCase.Nominative, Gender.Feminine)));
        yield return string.Join(' ', digits.ToCharArray());
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(digits)).TrimEnd('=');
        yield return Convert.ToBase64String(Encoding.Unicode.GetBytes(digits)).TrimEnd('=');
    }

    private void AssertUntold(string digits)
    {
        Assert.All(OtherForms(digits), AssertNowhere);
        if (digits.Length >= Telling)
        {
            AssertNowhere(digits);
            return;
        }

        // Few digits turn up inside identifiers and random bytes: there they must not stand alone, here not as a value.
        var alone = $@"(?<![0-9A-Za-z]){digits}(?![0-9A-Za-z])";
        Assert.DoesNotMatch(alone, Log);
        Assert.DoesNotMatch(alone, Trace);
        Assert.DoesNotMatch(alone, Uuid().Replace(played.Dump.Texts, "-"));
        Assert.DoesNotContain($"\"{digits}\"", played.Dump.Bytes, StringComparison.Ordinal);
    }

    private void AssertNowhere(string secret)
    {
        Assert.DoesNotContain(secret, Log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, Trace, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(secret, played.Dump.Texts, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(JsonEncodedText.Encode(secret).ToString(), played.Dump.Texts, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)), played.Dump.Bytes, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:kod pro telefonni linku je|Kód pro telefonní linku [^.]* je|telephone line[^.]* is) (?<code>\d{6})\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex SentCode();

    // Four digits between two hyphens of one come about by chance.
    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"\+\d{8,}", RegexOptions.None, 5000)]
    private static partial Regex InternationalNumber();
}
