using System.Xml.Linq;
using IvrAutomat.Simulator.Shops;
using IvrAutomat.Simulator.Shops.Azure;
using IvrAutomat.Web.Speech;
using IvrAutomat.Web.Speech.Engines;
using IvrAutomat.Web.Speech.Sound;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>Azure Speech against the stand-in, over real HTTP.</summary>
public sealed class AzureSpeechTests
{
    private static readonly EngineVoice Vlasta = new("cs-CZ-VlastaNeural", "cs-CZ", 1, Style: null);

    [Fact]
    public async Task AText_ComesInTheTelephonesForm()
    {
        await using var azure = await AzureHost.StartAsync();

        var spoken = Assert.IsType<SpeechOutcome.Spoken>(await azure.SpeakAsync("Dobrý den, tady Vzorový obchod."));

        var phone = WaveReader.Read(PhoneAudio.OfSpeech(WaveReader.Read(spoken.Wave).Sound!)).Sound!;
        Assert.InRange(phone.Seconds, 2, 4);
        Assert.Equal("speak cs-CZ-VlastaNeural", Assert.Single(azure.StandIn.Performed).Key);
    }

    [Theory]
    [InlineData("rate limited", 2, null)]
    [InlineData("rate limited", 3, "429")]
    [InlineData("login refused", 9, "Speech:Azure:Key")]
    [InlineData("wrong type", 9, "proxy")]
    [InlineData("malformed", 1, "no sound that can be read")]
    [InlineData("error", 9, "HTTP 500")]
    [InlineData("drop", 9, "cannot be reached")]
    public async Task WhatGoesWrong_IsTriedAgainOrToldOnce(string fault, int times, string? told)
    {
        await using var azure = await AzureHost.StartAsync();
        azure.StandIn.Fault = StandInFault.Read(fault)! with { Times = times };
        var log = new ListLogger<Synthesis>();
        var synthesis = new Synthesis(azure.Engine(), TimeProvider.System, log);

        var audio = await synthesis.RenderAsync(new SpokenLine("cs", "Tajná věta.", Slow: false), isAhead: false, TestContext.Current.CancellationToken);

        Assert.Equal(told is null, audio is not null);
        Assert.Equal(told is null ? 0 : 1, log.Lines.Count);
        if (told is not null)
        {
            Assert.Contains(told, log.Lines[0], StringComparison.Ordinal);
            Assert.DoesNotContain("Tajná", log.Lines[0], StringComparison.Ordinal);
            Assert.DoesNotContain(StandInKeys.Secret, log.Lines[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("login refused")]
    [InlineData("wrong type")]
    public async Task WhatDoesNotPass_IsAskedOnlyOnce(string fault)
    {
        await using var azure = await AzureHost.StartAsync();
        azure.StandIn.Fault = StandInFault.Read(fault)!;

        Assert.IsType<SpeechOutcome.Failed>(await azure.SpeakAsync("Dobrý den."));
        Assert.Single(azure.StandIn.Requests);
    }

    [Fact]
    public async Task AVoiceThatDoesNotExist_IsRefusedWithTheSettingToLookAt()
    {
        await using var azure = await AzureHost.StartAsync();

        var failed = Assert.IsType<SpeechOutcome.Failed>(await azure.SpeakAsync("Dobrý den.", Vlasta with { Name = "cs-CZ-NobodyNeural" }));
        Assert.Contains("Speech:Voices", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARegionThatDoesNotExist_IsToldAsThat()
    {
        using var http = new HttpClient();
        var engine = new AzureSpeech(http, new SpeechOptions(), () => new AzureSpeechOptions { Url = "https://no-such-region.invalid", Key = "key" });

        var failed = Assert.IsType<SpeechOutcome.Failed>(
            await engine.SpeakAsync(Vlasta, "Dobrý den.", new SpeechRequest(), TestContext.Current.CancellationToken));
        Assert.Matches("Speech:Azure:Region|cannot be reached", failed.Reason);
    }

    [Fact]
    public void Words_CannotBecomeMarkup_AndPaceAndStyleDo()
    {
        var plain = AzureSpeech.Write(Vlasta, "<speak> & \u0001]]> „čeština“", 1);
        var slow = AzureSpeech.Write(new EngineVoice("en-US-JennyNeural", "en-US", 1, "customerservice"), "Hello.", 0.8);

        Assert.Equal("<speak> & ]]> „čeština“", XElement.Parse(plain).Value);
        Assert.Contains("rate=\"-20%\"", slow, StringComparison.Ordinal);
        Assert.Contains("style=\"customerservice\"", slow, StringComparison.Ordinal);
        Assert.Equal("cs-CZ", (string?)XElement.Parse(plain).Attribute(XNamespace.Xml + "lang"));
    }

    [Fact]
    public async Task MicrosoftsOwnLibrary_AcceptsTheStandIn()
    {
        await using var azure = await AzureHost.StartAsync();

        var (exit, output) = await Telephony.NodeProgram.RunAsync("azure-speech.mjs", azure.Root.Replace("http:", "ws:", StringComparison.Ordinal), StandInKeys.Secret);

        Assert.True(exit == 0, output);
    }

    private sealed class AzureHost : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly HttpClient _http = new();

        private AzureHost(WebApplication app, AzureStandIn standIn) => (_app, StandIn) = (app, standIn);

        public AzureStandIn StandIn { get; }

        public string Root => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public static async Task<AzureHost> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.UseWebSockets();
            var standIn = new AzureStandIn(TimeProvider.System);
            standIn.Map(app.MapGroup(string.Empty));
            await app.StartAsync();
            return new(app, standIn);
        }

        public AzureSpeech Engine() => new(_http, new SpeechOptions(), () => new AzureSpeechOptions { Url = Root, Key = StandInKeys.Secret });

        public Task<SpeechOutcome> SpeakAsync(string text, EngineVoice? voice = null)
            => Engine().SpeakAsync(voice ?? Vlasta, text, new SpeechRequest(), TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await _app.DisposeAsync();
        }
    }
}
