using System.Net;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>What the buttons of a consultation do where there is nothing to consult about.</summary>
public sealed class ConsultPanelTests(OneHost house) : IClassFixture<OneHost>
{
    [Fact]
    public async Task WhoTalksToNobody_CannotAskAColleague_AndReadsWhy()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console");
        Assert.Empty(jana.Page.QuerySelectorAll("form[action='/console/desk/consult']"));

        var (_, fields) = jana.Form("form[action='/console/desk/try-phone']");
        fields["colleague"] = "Petr";
        Assert.Equal(HttpStatusCode.Conflict, await jana.PostAsync("/console/desk/consult", fields));
        Assert.Contains("jen když mluvíte se zákazníkem", jana.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/desk/consult/back")]
    [InlineData("/console/desk/consult/hand-over")]
    public async Task AButtonOfAnEarlierConsultation_DoesNothing(string button)
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console");
        var (_, fields) = jana.Form("form[action='/console/desk/try-phone']");
        Assert.Equal(HttpStatusCode.OK, await jana.PostAsync(button, fields));
        Assert.Contains("nemáte žádný hovor", jana.Main, StringComparison.Ordinal);
    }
}
