using System.Net;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>Whoever has pressed something comes back to where they were, and hears what became of it.</summary>
public sealed class WayBackTests(OneHost house) : IClassFixture<OneHost>
{
    private const string ProofForm = "form[action='/console/order/proof']";

    [Fact]
    public async Task AnActDuringACall_ComesBackToTheCall_AndTellsTheResultThere()
    {
        using var phone = house.Host.Phone("+420601000003");
        await phone.IdentifyAsync("2026001003", "1964");
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        var call = $"/console/calls/{phone.CallSid}";
        await jana.OpenAsync(call);
        await jana.SendAsync(ProofForm, ("way", "questions"));
        Assert.Equal(call, jana.Address.AbsolutePath);
        Assert.Contains("Zaznamenáno", jana.Main, StringComparison.Ordinal);

        await jana.SendAsync("form:has(input[name='act'][value='tracking'])");
        Assert.Equal(call, jana.Address.AbsolutePath);
        Assert.Contains("Hotovo", jana.Page.QuerySelector("[role=status].card")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo-04", "https://elsewhere.example/console")]
    [InlineData("demo-05", "//elsewhere.example/console")]
    [InlineData("demo-06", "/phone")]
    public async Task APlaceThatIsNoPageOfOurs_IsNotGoneBackTo(string order, string back)
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync($"/console/order?id={order}");
        await jana.SendAsync(ProofForm, ("way", "known"), ("back", back));
        Assert.Equal("/console/order", jana.Address.AbsolutePath);
        Assert.Equal(house.Host.Address.Authority, jana.Address.Authority);
    }

    [Fact]
    public async Task ALink_CannotMakeAPageSayWhatItDoesNotKnow()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/order?id=demo-04&said=Zavolejte+na+909+123+456&act=Pozor");
        Assert.DoesNotContain("909", jana.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Pozor", jana.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/nowhere")]
    [InlineData("/console/order/do")]
    [InlineData("/console/cases/123456/claim")]
    public async Task APageThatIsNotThere_IsSaidToBeMissing_WithAWayBack(string path)
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        Assert.Equal(HttpStatusCode.NotFound, await jana.OpenAsync(path));
        Assert.NotNull(jana.Page.QuerySelector("main a[href='/console']"));
        Assert.NotNull(jana.Page.QuerySelector("nav a[href='/console/cases']"));
    }

    [Theory]
    [InlineData("/console/order/unlock")]
    [InlineData("/console/desk/ready")]
    [InlineData("/console/nowhere")]
    public async Task APressWithoutItsPage_IsToldThatNothingWasDone(string path)
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        Assert.Equal(HttpStatusCode.BadRequest, await jana.PostAsync(path, new Dictionary<string, string> { ["order"] = "demo-01" }));
        Assert.Contains("Nic se neprovedlo", jana.Main, StringComparison.Ordinal);
        Assert.NotNull(jana.Page.QuerySelector("main a[href='/console']"));
    }

    [Fact]
    public async Task AButtonWhoseOrderHasChangedMeanwhile_TellsSo_AndChangesNothing()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/order?id=demo-13");
        await jana.SendAsync(ProofForm, ("way", "questions"));
        await jana.SendAsync("form:has(input[name='act'][value='return'])", ("act", "extend"));
        Assert.Contains("Nic se nezměnilo", jana.Main, StringComparison.Ordinal);
        Assert.Equal("/console/order", jana.Address.AbsolutePath);
    }
}
