using IvrAutomat.Web.Doctor;
using IvrAutomat.Web.Shop;
using IvrAutomat.Web.Shop.Comgate;
using IvrAutomat.Web.Shop.Helpdesk;
using IvrAutomat.Web.Shop.Outside;
using IvrAutomat.Web.Shop.Packeta;
using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Shop.Zaslat;
using IvrAutomat.Web.Stage;
using IvrAutomat.Web.Telephony;
using IvrAutomat.Web.Tests.Conventions;
using Microsoft.Extensions.Logging.Abstractions;

namespace IvrAutomat.Web.Tests.Systems.Doctor;

/// <summary>What the doctor finds at the stand-ins, with right keys, wrong keys and nobody there.</summary>
public sealed class CheckTests : IAsyncLifetime, IDisposable
{
    private const string WrongKey = "ffffffffffffffffffffffffffffffff";
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private StandInHouse? _house;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OutsideHttp Http => new(_client, TimeProvider.System, new OutsideTraffic());

    private StandInHouse House => _house!;

    private SystemOptions Right => House.WithStandIns(SystemOptions.None);

    public async ValueTask InitializeAsync() => _house = await StandInHouse.OpenAsync(Repository.At("prompts"), Cancellation);

    public ValueTask DisposeAsync() => House.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task RightKeys_AreFoundRight_AtEverySystem()
    {
        foreach (var name in (string[])["Upgates", "Packeta", "Zaslat", "Comgate"])
        {
            var findings = await LookAsync(Check(name, Right));

            Assert.Contains(findings, finding => finding is { Standing: Standing.Ok } && finding.System == name);
            Assert.DoesNotContain(findings, finding => finding.Standing == Standing.Wrong);
        }
    }

    [Theory]
    [InlineData("Upgates", "Upgates:ApiKey")]
    [InlineData("Packeta", "password")]
    [InlineData("Zaslat", "Zaslat:ApiKey")]
    [InlineData("Comgate", "Comgate:Secret")]
    public async Task AWrongKey_IsToldOnce_WithWhatToDo_AndIsNotRepeated(string name, string remedy)
    {
        var findings = await LookAsync(Check(name, Changed(account => WrongKey, address => address)));

        var wrong = Assert.Single(findings);
        Assert.Equal(Standing.Wrong, wrong.Standing);
        Assert.Contains(remedy, wrong.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(WrongKey, wrong.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Upgates")]
    [InlineData("Packeta")]
    [InlineData("Zaslat")]
    [InlineData("Comgate")]
    public async Task WhereNobodyAnswers_ThatIsSaid(string name)
        => Assert.Equal(Standing.Wrong, Assert.Single(await LookAsync(Check(name, Changed(key => key, _ => Nowhere)))).Standing);

    [Theory]
    [InlineData("Upgates")]
    [InlineData("Packeta")]
    [InlineData("Zaslat")]
    [InlineData("Comgate")]
    public async Task WithoutAnAccount_NothingIsAsked(string name)
        => Assert.Equal(Standing.Skipped, Assert.Single(await LookAsync(Check(name, SystemOptions.None))).Standing);

    [Fact]
    public async Task TheOwnAddress_AnswersAndTakesWhatTheCarrierSigns()
    {
        var findings = await LookAsync(new PublicUrlCheck(Http, () => Address(House.Url), House.Carrier));

        Assert.Equal([Standing.Skipped, Standing.Ok, Standing.Ok, Standing.Ok], findings.Select(finding => finding.Standing));
    }

    [Fact]
    public async Task AnotherToken_IsSeenByItsSignature()
    {
        var other = new TwilioOptions { AccountSid = House.Carrier.AccountSid, AuthToken = WrongKey };

        var last = (await LookAsync(new PublicUrlCheck(Http, () => Address(House.Url), other)))[^1];

        Assert.Equal(Standing.Wrong, last.Standing);
        Assert.Contains("Twilio:AuthToken", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAddressThatLeadsNowhere_IsWrong()
    {
        var findings = await LookAsync(new PublicUrlCheck(Http, () => Address("http://127.0.0.1:9"), House.Carrier));

        Assert.Contains("does not answer", findings[^1].Text, StringComparison.Ordinal);
        Assert.Equal(Standing.Wrong, findings[^1].Standing);
    }

    private static PublicAddress? Address(string url) => PublicAddress.TryParse(url, out var address) ? address : null;

    private SystemOptions Changed(Func<string, string> key, Func<string, string> address)
    {
        var right = Right;
        return new SystemOptions(
            new UpgatesOptions { ApiUrl = address(right.Upgates.ApiUrl!), Login = right.Upgates.Login, ApiKey = key(right.Upgates.ApiKey!), AllowOtherHosts = true },
            new PacketaOptions { ApiUrl = address(right.Packeta.ApiUrl), ApiPassword = key(right.Packeta.ApiPassword!), Eshop = right.Packeta.Eshop },
            new ZaslatOptions { ApiUrl = address(right.Zaslat.ApiUrl), ApiKey = key(right.Zaslat.ApiKey!), Warehouse = right.Zaslat.Warehouse },
            new ComgateOptions { ApiUrl = address(right.Comgate.ApiUrl), Merchant = right.Comgate.Merchant, Secret = key(right.Comgate.Secret!) },
            new HelpdeskOptions());
    }

    private ICheck Check(string name, SystemOptions accounts)
    {
        SystemsNow systems = () => accounts;
        var gate = new LoginGate(TimeProvider.System, NullLogger<LoginGate>.Instance);
        return name switch
        {
            "Upgates" => new UpgatesCheck(Http, systems, ShopSource.Upgates, () => Address(House.Url)),
            "Packeta" => new PacketaCheck(new PacketaClient(Http, systems, gate, NullLogger<PacketaClient>.Instance), systems),
            "Zaslat" => new ZaslatCheck(
                new ZaslatClient(Http, systems, gate, NullLogger<ZaslatClient>.Instance), systems,
                new ShopSettings(new ShopOptions(), new IdentificationOptions(), []), TimeProvider.System),
            _ => new ComgateCheck(Http, systems, isProduction: false),
        };
    }

    private static async Task<List<Finding>> LookAsync(ICheck check)
    {
        var findings = new List<Finding>();
        await foreach (var finding in new Examination([check]).RunAsync(Cancellation))
        {
            findings.Add(finding);
        }

        return findings;
    }
}
