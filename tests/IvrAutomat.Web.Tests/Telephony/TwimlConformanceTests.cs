using System.Text;
using IvrAutomat.Web.Telephony;

namespace IvrAutomat.Web.Tests.Telephony;

/// <summary>Every element and attribute that the writer can emit, against the type definitions of the official library.</summary>
public sealed class TwimlConformanceTests : IDisposable
{
    private static readonly SayVoice Voice = SayVoice.Default;
    private static readonly Redirect Next = new("/twilio/voice/turns/3/silence");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-twiml-");

    private static IEnumerable<(string Name, TwimlDocument Document)> Documents()
    {
        yield return ("empty", TwimlDocument.Empty);
        yield return ("rejected", TwimlDocument.Reject(RejectReason.Rejected));
        yield return ("busy", TwimlDocument.Reject(RejectReason.Busy));
        yield return ("leave", TwimlDocument.Do(new Leave()));
        yield return ("fallback", HumanFallback.Connect("+420222333444"));
        foreach (var name in (string[])["man", "Google.cs-CZ-Wavenet-A", "Google.cs-CZ-Wavenet-B", "Google.cs-CZ-Standard-A", "Google.cs-CZ-Standard-B"])
        {
            yield return ("say " + name, TwimlDocument.Do([new Say("Dobrý den & vítejte <>.", new(name, "cs-CZ")), new Pause(TimeSpan.FromSeconds(2))], new Hangup()));
        }

        foreach (var (input, finish) in from input in Enum.GetValues<GatherInput>() from finish in Enum.GetValues<FinishKey>() select (input, finish))
        {
            var gather = new Gather("/twilio/voice/turns/3")
            {
                Prompts = [new Say("Stiskněte jedna.", Voice), new Play("/audio/7f3a.wav"), new Pause(TimeSpan.FromSeconds(1))],
                Input = input,
                FinishOnKey = finish,
                NumDigits = 4,
                SpeechTimeout = TimeSpan.FromSeconds(2),
                SpeechModel = "googlev2_telephony",
                Hints = ["ano", "ne"],
                ActionOnEmptyResult = true,
            };
            yield return ($"listen {input} {finish}", TwimlDocument.Listen([new Say("Objednávka bude zrušena.", Voice)], gather, Next));
        }

        yield return ("menu", TwimlDocument.Listen([], new Gather("/a") { Input = GatherInput.KeysAndSpeech }, Next));
        yield return ("enqueue", TwimlDocument.Do([new Enqueue("q-7f3a", "/q/done", "/q/wait")], Next));
        yield return ("queue", TwimlDocument.Do(new Dial(new QueuedCaller("q-7f3a") { Url = "/q/whisper" }) { Action = "/q/over" }));
        yield return ("number", TwimlDocument.Do(
            [
                new Dial(new Number("+420602000001") { Url = "/w", StatusCallback = "/s", StatusCallbackEvents = [.. Enum.GetValues<LegEvent>()] })
                {
                    Action = "/done",
                    Timeout = TimeSpan.FromSeconds(20),
                    TimeLimit = TimeSpan.FromHours(1),
                    CallerId = "+420800123456",
                    AnswerOnBridge = true,
                    HangupOnStar = true,
                },
            ],
            new Hangup()));
        foreach (var beep in Enum.GetValues<ConferenceBeep>())
        {
            yield return ($"conference {beep}", TwimlDocument.Do(new Dial(new Conference("t-7f3a")
            {
                StartOnEnter = false,
                EndOnExit = true,
                Muted = true,
                Beep = beep,
                ParticipantLabel = "customer",
                WaitUrl = "/wait",
                StatusCallback = "/events",
                StatusCallbackEvents = [.. Enum.GetValues<ConferenceEvent>()],
            })));
        }
    }

    [Fact]
    public async Task EveryDocumentWeCanWrite_FitsTheOfficialTypes()
    {
        foreach (var (name, document) in Documents())
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, name + ".xml"), document.ToBytes(), TestContext.Current.CancellationToken);
        }

        var (exitCode, output) = await NodeProgram.RunAsync("twiml-types.mjs", _folder.FullName);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task DocumentsThatDoNotFit_AreNamedWithTheirFaults()
    {
        (string Document, string Fault)[] wrong =
        [
            ("<Response><Gather numdigits=\"1\"/></Response>", "attribute numdigits"),
            ("<Response><Gather numDigits=\"one\"/></Response>", "not a whole number"),
            ("<Response><Gather input=\"dtmf tones\"/></Response>", "attribute input"),
            ("<Response><Gather language=\"cz-CS\"/></Response>", "attribute language"),
            ("<Response><Gather><Dial/></Gather></Response>", "<Dial> may not stand here"),
            ("<Response><Say voice=\"Jitka\">a</Say></Response>", "attribute voice"),
            ("<Response><Dial answerOnBridge=\"yes\"/></Response>", "neither true nor false"),
            ("<Response><Number>1</Number></Response>", "<Number> may not stand here"),
            ("<Response>text</Response>", "text may not stand here"),
            ("<response/>", "the root is <response>"),
            ("<Response><Hangup></Response>", "not well-formed"),
            (" <Response/>", "before the first tag"),
        ];
        for (var i = 0; i < wrong.Length; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, $"{i}.xml"), wrong[i].Document, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        }

        var (exitCode, output) = await NodeProgram.RunAsync("twiml-types.mjs", _folder.FullName);
        Assert.Equal(1, exitCode);
        var lines = output.Split('\n');
        Assert.All(wrong.Index(), row => Assert.Contains(
            lines, line => line.StartsWith($"{row.Index}.xml: ", StringComparison.Ordinal) && line.Contains(row.Item.Fault, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task EmptyFolder_IsNotASuccess()
    {
        var (exitCode, _) = await NodeProgram.RunAsync("twiml-types.mjs", _folder.FullName);
        Assert.Equal(1, exitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
