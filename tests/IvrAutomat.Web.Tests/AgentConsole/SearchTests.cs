using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.AgentConsole;

/// <summary>What a hit tells, and how one gets from a call to the orders of its number.</summary>
public sealed class SearchTests(OneHost house) : IClassFixture<OneHost>
{
    [Fact]
    public async Task AHit_TellsDayAndState_AndTheNameOnlyOnceTheCallerIsVerified()
    {
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync("/console/search");
        await jana.SendAsync("form[role='search']", ("wanted", "cerny"));
        Assert.Contains("2026001007", jana.Main, StringComparison.Ordinal);
        Assert.NotNull(jana.Page.QuerySelector("td[data-head='Objednáno']"));
        Assert.DoesNotContain("Černý", jana.Main, StringComparison.Ordinal);

        await jana.OpenAsync("/console/order?id=demo-07");
        await jana.SendAsync("form[action='/console/order/proof']", ("way", "questions"));
        await jana.OpenAsync("/console/search");
        await jana.SendAsync("form[role='search']", ("wanted", "cerny"));
        Assert.Contains("Černý", jana.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACallerWhoIsNotVerified_HasAButtonToTheOrdersOfTheNumber_AndTheNumberStandsInNoAddress()
    {
        using var phone = house.Host.Phone("+420601000008");
        await phone.DialAsync();
        using var jana = await DeskClient.SignInAsync(house.Host, "jana");
        await jana.OpenAsync($"/console/calls/{phone.CallSid}");
        await jana.SendAsync("main form[action='/console/search']");
        Assert.Contains("2026001008", jana.Main, StringComparison.Ordinal);
        Assert.Equal("/console/search", jana.Address.PathAndQuery);
    }
}
