namespace IvrAutomat.Web.Tests.Calls;

/// <summary>What no caller can press and nobody would say: the carrier's data is from outside, so it may hold anything.</summary>
[Collection(RealTime.Name)]
public sealed class OddInputTests(OneHost house) : IClassFixture<OneHost>
{
    private const string Order = "2026001005";
    private const string Pin = "3140";

    private static readonly Dictionary<string, (string Field, string Value)> Odd = new()
    {
        ["keys with letters"] = ("Digits", "48A1"),
        ["forty digits"] = ("Digits", "7391827391827391827391827391827391827391"),
        ["ten thousand digits"] = ("Digits", new string('7', 10_000)),
        ["full-width digits"] = ("Digits", "７３９１"),
        ["Arabic digits"] = ("Digits", "٧٣٩١"),
        ["control characters"] = ("Digits", "\0\u0007\u001b"),
        ["a hash among digits"] = ("Digits", "73#91"),
        ["emoji"] = ("Digits", "😀"),
        ["markup"] = ("Digits", "</Gather><Hangup/>"),
        ["ten thousand letters"] = ("SpeechResult", new string('ř', 10_000)),
        ["ten thousand letters of words"] = ("SpeechResult", string.Concat(Enumerable.Repeat("kvik ", 2_000))),
        ["ten thousand letters of numbers"] = ("SpeechResult", string.Concat(Enumerable.Repeat("dvacet tři sta ", 667))),
        ["ten thousand digits in words"] = ("SpeechResult", string.Concat(Enumerable.Repeat("7 391 ", 1_667))),
        ["control characters in words"] = ("SpeechResult", "\0\u0007\u001b\ufffe"),
        ["markup in words"] = ("SpeechResult", "<Say>&amp;</Say> ]]>"),
    };

    public static TheoryData<string, string> Cases { get; } = [.. from place in (string[])["number", "pin", "menu"] from odd in Odd.Keys select (place, odd)];

    [Theory, MemberData(nameof(Cases))]
    public async Task OddInput_IsNotUnderstood_AndTheStepIsAskedAgain(string place, string odd)
    {
        using var phone = await AtAsync(place);
        var (field, value) = Odd[odd];
        var before = await house.Host.InputsAsync(phone.CallSid);

        var reply = await phone.PostAsync(phone.Now.Action!, (field, value));

        Assert.NotNull(reply.Action);
        Assert.NotEmpty(reply.Said);
        Assert.True(reply.Took < RealTime.Patience, $"It took {reply.Took}.");
        var inputs = await house.Host.InputsAsync(phone.CallSid);
        Assert.Equal(before.Count + 1, inputs.Count);
        Assert.Contains("\"input\":\"not-understood\"", inputs[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("number")]
    [InlineData("pin")]
    [InlineData("menu")]
    public async Task EmptyInput_IsSilence(string place)
    {
        using var phone = await AtAsync(place);

        var reply = await phone.PostAsync(phone.Now.Action!, ("Digits", ""), ("SpeechResult", ""));

        Assert.NotNull(reply.Action);
        Assert.Contains("\"input\":\"silence\"", (await house.Host.InputsAsync(phone.CallSid))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContradictingRepetitionsOfOneField_AreSilence()
    {
        using var phone = await AtAsync("menu");

        Assert.NotNull((await phone.PostAsync(phone.Now.Action!, ("Digits", "1"), ("Digits", "2"))).Action);
        Assert.Contains("\"input\":\"silence\"", (await house.Host.InputsAsync(phone.CallSid))[^1], StringComparison.Ordinal);
    }

    private async Task<StrangerPhone> AtAsync(string place)
    {
        var phone = house.Host.Phone(null);
        await phone.DialAsync();
        if (place != "number")
        {
            await phone.PressAsync(Order);
        }

        if (place == "menu")
        {
            await phone.PressAsync(Pin);
        }

        return phone;
    }
}
