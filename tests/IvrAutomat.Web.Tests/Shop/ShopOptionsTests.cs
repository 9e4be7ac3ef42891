using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Tests.Shop;

public sealed class ShopOptionsTests
{
    [Fact]
    public void NoSettings_AreTheDemoShop()
    {
        var settings = new ShopSettings(new ShopOptions(), new IdentificationOptions(), []);
        Assert.Equal(("Vzorový obchod", "+420800123456", 4), (settings.Profile.Name, settings.Profile.Line, settings.Profile.PinLength));
        Assert.Equal([10], settings.Profile.NumberLengths);
        Assert.True(settings.Profile.Hours.IsOpen(new DateTime(2026, 12, 24, 3, 0, 0)));
        Assert.Equal(["Jana", "Petr"], settings.Agents.Select(agent => agent.Name));
        Assert.Empty(new ShopOptions().Validate());
        Assert.Empty(new IdentificationOptions().Validate());
        Assert.Empty(new DatabaseOptions().Validate());
        Assert.Empty(AgentOptions.Validate(AgentOptions.Demo));
    }

    [Fact]
    public void OwnShop_HasSixDigitPinsAndOfficeHours()
    {
        var profile = ShopSettings.ToProfile(new ShopOptions { Source = ShopSource.Local, Name = "Obchod" }, new IdentificationOptions());
        Assert.Equal(6, profile.PinLength);
        Assert.True(profile.Hours.IsOpen(new DateTime(2026, 11, 23, 9, 0, 0)));
        Assert.False(profile.Hours.IsOpen(new DateTime(2026, 11, 22, 9, 0, 0)));
    }

    [Fact]
    public void WrittenHours_OpenAndCloseToTheMinute()
    {
        var options = new ShopOptions { OpeningHours = { ["monday"] = "8:00-16:30", ["Sunday"] = "18:00-24:00" }, Closures = ["2026-11-30"] };
        Assert.Empty(options.Validate());
        var hours = ShopSettings.ToProfile(options, new IdentificationOptions()).Hours;
        Assert.True(hours.IsOpen(new DateTime(2026, 11, 23, 16, 29, 59)));
        Assert.False(hours.IsOpen(new DateTime(2026, 11, 23, 16, 30, 0)));
        Assert.True(hours.IsOpen(new DateTime(2026, 11, 22, 23, 59, 59)));
        Assert.False(hours.IsOpen(new DateTime(2026, 11, 30, 9, 0, 0)));
    }

    [Fact]
    public void ClosureOfTheDemo_LeavesTheOtherDaysOpen()
    {
        var hours = ShopSettings.ToProfile(new ShopOptions { Closures = ["2026-11-24"] }, new IdentificationOptions()).Hours;
        Assert.Null(hours.On(new DateOnly(2026, 11, 24)));
        Assert.Equal(OpenTime.WholeDay, hours.On(new DateOnly(2026, 11, 25)));
        Assert.Equal(OpenTime.WholeDay, hours.On(new DateOnly(2026, 12, 25)));
    }

    [Fact]
    public void EveryMistake_IsReportedAtOnceWithItsRemedy()
    {
        var problems = new ShopOptions
        {
            Source = ShopSource.Local,
            Line = "12",
            HumanNumber = "none",
            TimeZone = "Europe/Nowhere",
            DispatchWithin = -1,
            Forwarders = ["x"],
            NumberLengths = [3],
            Closures = ["24. 12."],
            OpeningHours = { ["Funday"] = "8-16", ["1"] = "16:00-08:00" },
        }.Validate();
        Assert.Equal(
            ["Shop:Name", "Shop:Line", "Shop:HumanNumber", "Shop:Forwarders:0", "Shop:TimeZone", "Shop:DispatchWithin", "Shop:NumberLengths",
                "Shop:Closures", "Shop:OpeningHours:Funday", "Shop:OpeningHours:Funday", "Shop:OpeningHours:1", "Shop:OpeningHours:1"],
            problems.Select(problem => problem.Split(' ')[0]));
        Assert.All(problems, problem => Assert.Matches(@"\. (Use|Write|Set|Make|Name) ", problem));
    }

    [Fact]
    public void AgentsWithoutNameOrNumberOrTwice_AreReported()
    {
        var problems = AgentOptions.Validate([new AgentOptions(), new AgentOptions { Name = "A", Number = "x" }, new AgentOptions { Name = "A", Number = "+420602000001" }]);
        Assert.Equal(["Agents:0:Name", "Agents:0:Number", "Agents:1:Number", "Agents"], problems.Select(problem => problem.Split(' ')[0]));
    }

    [Theory]
    [InlineData("Data Source=:memory:", "in memory")]
    [InlineData("Nonsense=1", "cannot be read")]
    public void SqliteThatCannotWork_IsReported(string connection, string expected)
        => Assert.Contains(expected, Assert.Single(new DatabaseOptions { ConnectionString = connection }.Validate()), StringComparison.Ordinal);

    [Fact]
    public void PostgresConnectionThatCannotBeRead_IsReportedWithoutRepeatingIt()
    {
        var options = new DatabaseOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = "Nonsense=hunter2" };
        Assert.DoesNotContain("hunter2", Assert.Single(options.Validate()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VO-2026-0001", "20260001")]
    [InlineData("0012", "0012")]
    [InlineData("12-3", null)]
    [InlineData("123456789012345678901", null)]
    [InlineData("２０２６", null)]
    [InlineData(null, null)]
    public void SpokenKey_IsTheDigitsOfANumber(string? number, string? key) => Assert.Equal(key, SpokenKey.Of(number));

    [Fact]
    public void Contact_PrefersAMobileAndPrintsNothing()
    {
        Assert.Equal(Channel.Sms, new Contact("+420601000001", "a@example.com", "A").Channel);
        Assert.Equal(Channel.Email, new Contact("+420222000012", "a@example.com", "A").Channel);
        Assert.Equal(Channel.None, new Contact("+420222000012", null, "A").Channel);
        Assert.Equal("Contact by Sms", new Contact("+420601000001", "a@example.com", "A").ToString());
    }
}
