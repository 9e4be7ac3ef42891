using System.Text;
using System.Xml.Linq;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

public sealed class TwimlDocumentTests
{
    private static readonly Redirect Silence = new("/twilio/voice/turns/3/silence");

    private static readonly Dictionary<string, Func<TwimlDocument>> Illegal = new()
    {
        ["nothing to say"] = () => TwimlDocument.Do(new Say(" \0 ", SayVoice.Default)),
        ["query in a webhook"] = () => TwimlDocument.Do(new Redirect("/twilio/voice?n=1")),
        ["query in an action"] = () => TwimlDocument.Listen([], new Gather("/a?b"), Silence),
        ["letter outside ASCII in a URL"] = () => TwimlDocument.Do(new Play("/zvuk/příběh.wav")),
        ["blank in a URL"] = () => TwimlDocument.Do(new Play("/a b.wav")),
        ["empty URL"] = () => TwimlDocument.Do(new Redirect("")),
        ["no key at all"] = () => TwimlDocument.Listen([], new Gather("/a") { NumDigits = 0 }, Silence),
        ["no time to answer"] = () => TwimlDocument.Listen([], new Gather("/a") { Timeout = TimeSpan.Zero }, Silence),
        ["endless time to answer"] = () => TwimlDocument.Listen([], new Gather("/a") { Timeout = TimeSpan.MaxValue }, Silence),
        ["model without a time-out"] = () => TwimlDocument.Listen([], new Gather("/a") { Input = GatherInput.Speech, SpeechModel = "deepgram_nova-3" }, Silence),
        ["comma in a hint"] = () => TwimlDocument.Listen([], new Gather("/a") { Input = GatherInput.Speech, Hints = ["ano, prosím"] }, Silence),
        ["too many hints"] = () => TwimlDocument.Listen([], new Gather("/a") { Input = GatherInput.Speech, Hints = [.. Enumerable.Repeat("ano", 501)] }, Silence),
        ["number not in E.164"] = () => HumanFallback.Connect("222 333 444"),
        ["ringing too short"] = () => TwimlDocument.Do(new Dial(new Number("+420222333444")) { Timeout = TimeSpan.FromSeconds(1) }),
        ["queue name too long"] = () => TwimlDocument.Do(new Enqueue(Repeated("q", 65), "/a", "/b")),
    };

    [Fact]
    public void Menu_ListensToOneKeyOrAWordAndThenGoesToSilence()
    {
        var gather = new Gather("/twilio/voice/turns/3")
        {
            Prompts = [new Say("Pro zásilku stiskněte jedna.", SayVoice.Default), new Pause(TimeSpan.FromMilliseconds(300))],
            Input = GatherInput.KeysAndSpeech,
            NumDigits = 1,
            FinishOnKey = FinishKey.None,
            Hints = ["zásilka", "zrušit"],
        };

        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?><Response><Say voice="Google.cs-CZ-Wavenet-A" language="cs-CZ">Pozor.</Say><Gather input="dtmf speech" action="/twilio/voice/turns/3" timeout="5" numDigits="1" finishOnKey="" speechTimeout="auto" language="cs-CZ" hints="zásilka,zrušit"><Say voice="Google.cs-CZ-Wavenet-A" language="cs-CZ">Pro zásilku stiskněte jedna.</Say><Pause length="1"/></Gather><Redirect>/twilio/voice/turns/3/silence</Redirect></Response>
            """,
            Written(TwimlDocument.Listen([new Say("Pozor.", SayVoice.Default)], gather, Silence)));
    }

    [Fact]
    public void EntryOfOpenLength_EndsWithHash()
    {
        var gather = new Gather("/twilio/voice/turns/4") { Timeout = TimeSpan.FromSeconds(20) };
        Assert.Equal(
            """<Response><Gather action="/twilio/voice/turns/4" timeout="20" finishOnKey="#"></Gather><Redirect>/twilio/voice/turns/3/silence</Redirect></Response>""",
            Body(TwimlDocument.Listen([], gather, Silence)));
    }

    [Fact]
    public void HumanFallback_RingsOnBridgeAndThenHangsUp() =>
        Assert.Equal(
            """<Response><Dial timeout="40" answerOnBridge="true"><Number>+420222333444</Number></Dial><Hangup/></Response>""",
            Body(HumanFallback.Connect("+420222333444")));

    [Fact]
    public void ConferenceOfATransfer_HasEveryAttributeInItsPlace()
    {
        var room = new Conference("t-7f3a")
        {
            StartOnEnter = false,
            EndOnExit = true,
            ParticipantLabel = "customer",
            WaitUrl = "/transfer/7f3a/wait",
            StatusCallback = "/transfer/7f3a/events",
            StatusCallbackEvents = [ConferenceEvent.Start, ConferenceEvent.End, ConferenceEvent.Join, ConferenceEvent.Leave],
        };
        Assert.Equal(
            """<Response><Dial action="/transfer/7f3a/done"><Conference startConferenceOnEnter="false" endConferenceOnExit="true" beep="false" participantLabel="customer" waitUrl="/transfer/7f3a/wait" statusCallback="/transfer/7f3a/events" statusCallbackEvent="start end join leave">t-7f3a</Conference></Dial></Response>""",
            Body(TwimlDocument.Do(new Dial(room) { Action = "/transfer/7f3a/done" })));
    }

    [Fact]
    public void RejectionStandsAlone()
    {
        Assert.Equal("""<Response><Reject reason="busy"/></Response>""", Body(TwimlDocument.Reject(RejectReason.Busy)));
        Assert.Equal("<Response><Reject/></Response>", Body(TwimlDocument.Reject(RejectReason.Rejected)));
    }

    [Fact]
    public void EmptyDocument_IsABareResponse() => Assert.Equal("<Response></Response>", Body(TwimlDocument.Empty));

    [Fact]
    public void FirstByte_IsTheDeclaration() => Assert.Equal((byte)'<', TwimlDocument.Empty.ToBytes()[0]);

    [Theory]
    [InlineData("Dům & \"zahrada\" <b>5 > 3</b>", "Dům & \"zahrada\" <b>5 > 3</b>")]
    [InlineData("a\0b\u0001c\u001Fd", "abcd")]
    [InlineData("řádek\r\ndruhý\ttřetí", "řádek  druhý třetí")]
    [InlineData("smích 😀 konec", "smích 😀 konec")]
    public void Text_IsReadBackAsWrittenWithoutControls(string text, string spoken) => Assert.Equal(spoken, Heard(text));

    [Fact]
    public void BrokenUnicode_IsLeftOut() => Assert.Equal("abcde", Heard("a\uD800b\uDC00c\uFFFEd\uFFFFe"));

    [Fact]
    public void DocumentOverTheLimit_IsRefusedWithTheLimitAndWithoutTheText()
    {
        var refusal = Assert.Throws<TwimlException>(() => TwimlDocument.Do(new Say(Repeated("tajné slovo. ", 6000), SayVoice.Default)).ToBytes());
        Assert.Equal(11750, refusal.Code);
        Assert.DoesNotContain("tajné", refusal.ToString());
    }

    [Fact]
    public void DocumentOfExactlyTheLimit_IsWritten()
    {
        var voice = new SayVoice("man", "en-US");
        var spoken = TwimlDocument.Do([.. Enumerable.Range(0, 14).Select(_ => new Say(Repeated("a", 4096), voice))]).ToBytes().Length;
        var rest = TwimlDocument.MaxBytes - spoken - """<Say voice="man" language="en-US"></Say>""".Length;
        TwimlDocument Document(int last) => TwimlDocument.Do([.. Enumerable.Range(0, 14).Select(_ => new Say(Repeated("a", 4096), voice)), new Say(Repeated("a", last), voice)]);

        Assert.Equal(TwimlDocument.MaxBytes, Document(rest).ToBytes().Length);
        Assert.Throws<TwimlException>(() => Document(rest + 1).ToBytes());
    }

    public static TheoryData<string> IllegalDocuments() => [.. Illegal.Keys];

    [Theory]
    [MemberData(nameof(IllegalDocuments))]
    public void DocumentThatTheCarrierWouldRefuse_IsNotWritten(string why) =>
        Assert.True(Assert.Throws<TwimlException>(() => Illegal[why]().ToBytes()).Code > 10_000);

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string Heard(string text) =>
        XDocument.Parse(Written(TwimlDocument.Do(new Say(text, SayVoice.Default)))).Root!.Element("Say")!.Value;

    private static string Written(TwimlDocument document) => Encoding.UTF8.GetString(document.ToBytes());

    private static string Body(TwimlDocument document) => Written(document)["""<?xml version="1.0" encoding="UTF-8"?>""".Length..];
}
