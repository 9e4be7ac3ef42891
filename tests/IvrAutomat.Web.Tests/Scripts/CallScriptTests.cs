using System.Xml.Linq;
using IvrAutomat.Web.Tests.Telephony;

namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>Every readable call test is a test of its own.</summary>
[Collection(ScriptCollection.Name)]
public sealed class CallScriptTests(PlayedScripts played)
{
    public static TheoryData<string> Names { get; } = [.. PlayedScripts.Names];

    [Theory, MemberData(nameof(Names))]
    public void Script_Holds(string script)
    {
        var result = played.Result(script);
        Assert.True(result.Passed, result.Failure);
    }

    [Fact]
    public void EveryTransitionThatACallCanTake_IsTakenByAScript() => Assert.Empty(played.Coverage.MissingEdges);

    [Fact]
    public async Task EveryDocumentOfTheScripts_FitsTheOfficialTypes()
    {
        var (exitCode, output) = await NodeProgram.RunAsync("twiml-types.mjs", played.Documents);
        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public void NoUrlInAnyDocument_HasAQuery()
    {
        var documents = Directory.GetFiles(played.Documents, "*.xml");
        Assert.NotEmpty(documents);
        Assert.All(documents, document =>
        {
            var response = XDocument.Load(document).Root!;
            var urls = response.Descendants("Redirect").Select(redirect => redirect.Value)
                .Concat(response.DescendantsAndSelf().SelectMany(element => element.Attributes()).Where(attribute => attribute.Name.LocalName is "action" or "url").Select(attribute => attribute.Value));
            Assert.All(urls, url => Assert.DoesNotContain('?', url));
        });
    }
}
