using System.Text.RegularExpressions;
using IvrAutomat.Dialogue;
using IvrAutomat.Flow;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Stage;

namespace IvrAutomat.Web.Tests.Conventions;

/// <summary>Files beside the code that must say what the code does.</summary>
public sealed partial class ShippedFilesTests
{
    [Fact]
    public void EveryPromptThatIsSaid_IsThere_AndEveryPromptThatIsThere_IsSaid()
    {
        var shipped = new PromptFiles(Repository.At("prompts"), Languages.All, AutomatHost.Contracts).Read();

        Assert.Empty(shipped.Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void TheDiagramInTheReadme_IsTheFlow()
    {
        var readme = File.ReadAllText(Repository.At("src", "README.md")).ReplaceLineEndings("\n");
        var drawn = Diagram().Matches(readme).Select(match => match.Groups["drawing"].Value).Where(text => text.StartsWith("stateDiagram", StringComparison.Ordinal));

        // To renew it: dotnet run --project src/IvrAutomat.Web -- check --diagram
        Assert.Equal(FlowDiagram.Draw(ShopDialogue.Flow), Assert.Single(drawn));
    }

    [Fact]
    public void TheFailureTableInTheReadme_IsWhatTheScriptsHear()
    {
        var readme = File.ReadAllText(Repository.At("src", "README.md")).ReplaceLineEndings("\n");
        var drawn = FailureMatrix.Draw(Repository.At("tests", "calls", "failures"));

        // To renew it: dotnet run --project src/IvrAutomat.Web -- check --failures
        Assert.Equal(drawn, Failures().Match(readme).Groups["table"].Value);
        Assert.DoesNotContain("not played", drawn, StringComparison.Ordinal);
    }

    [GeneratedRegex("<!-- failures -->\n(?<table>.*?)<!-- /failures -->", RegexOptions.Singleline, 1000)]
    private static partial Regex Failures();

    [GeneratedRegex("```mermaid\n(?<drawing>.*?)```", RegexOptions.Singleline, 1000)]
    private static partial Regex Diagram();
}
