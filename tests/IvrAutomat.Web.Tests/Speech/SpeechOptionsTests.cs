using IvrAutomat.Web.Speech;

namespace IvrAutomat.Web.Tests.Speech;

/// <summary>Settings that cannot be used, each with its remedy.</summary>
public sealed class SpeechOptionsTests
{
    [Fact]
    public void TheDefault_IsTheCarriersVoice_AndNeedsNothing()
    {
        Assert.Empty(new SpeechOptions().Validate(hasDatabaseFile: false, azureStandsIn: false));
        Assert.False(new SpeechOptions().IsOurs);
    }

    [Fact]
    public void EverythingThatIsWrong_IsToldAtOnce()
    {
        var options = new SpeechOptions
        {
            Engine = SpeechEngineKind.Azure,
            StoreMegabytes = 1,
            RenderAtOnce = 0,
            Azure = new() { Region = "West Europe" },
            Voices = { ["cs"] = new() { Voice = "x) (system \"rm\"", Rate = 9, Style = "<style>" }, ["xx"] = new() },
        };

        var problems = options.Validate(hasDatabaseFile: false, azureStandsIn: false).ToList();

        Assert.All(
            (string[])["Speech:Folder", "Speech:StoreMegabytes", "Speech:RenderAtOnce", "Speech:Voices:cs:Voice", "Speech:Voices:cs:Rate", "Speech:Voices:cs:Style",
                "Speech:Voices:xx", "Speech:Azure:Key", "Speech:Azure:Region"],
            setting => Assert.Single(problems, problem => problem.StartsWith(setting + " ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("http://speech.example.com", false)]
    [InlineData("https://speech.example.com", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    public void TheKey_GoesOnlyWhereNobodyListens(string url, bool isUsable) => Assert.Equal(
        isUsable, !new AzureSpeechOptions { Url = url, Key = "key" }.Validate().Any());
}
