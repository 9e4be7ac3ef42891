namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>Settings that cannot be used: one message that lists all of them with remedies, and exit code 1.</summary>
public sealed class BadSettingsTests : IDisposable
{
    // A folder of its own: an operator's settings in the repository must not mix with those of the test.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-settings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task ProductionWithNothingSet_NamesAllThatIsMissing()
    {
        var (exitCode, _, errors) = await RunAsync();

        Assert.Equal(1, exitCode);
        AssertListed(errors, "PublicUrl is missing", "Twilio:AccountSid is missing", "Twilio:AuthToken is missing", "Twilio:From is missing", "Shop:HumanNumber is missing", "Shop:Line is missing");
    }

    [Fact]
    public async Task PostgreSqlWithoutAKey_NamesItBesideAllElse()
    {
        var (exitCode, _, errors) = await RunAsync(
            "serve", "--Database:Provider=PostgreSql", "--Identification:PinLength=99", "--Shop:DispatchWithin=61", "--Shop:TimeZone=Europe/Prag");

        Assert.Equal(1, exitCode);
        AssertListed(
            errors, "Database:ConnectionString is missing", "Secrets:Key is missing", "Identification:PinLength is 99", "Shop:DispatchWithin is 61",
            "Shop:TimeZone 'Europe/Prag'", "Shop:Line is missing", "Twilio:AuthToken is missing");
    }

    [Fact]
    public async Task ValuesOfTheWrongKind_AreNamedBesideAllElse()
    {
        var (exitCode, _, errors) = await RunAsync(
            "--Shop:DispatchWithin=soon", "--Database:Provider=Oracle", "--Identification:PinLength=99");

        Assert.Equal(1, exitCode);
        AssertListed(errors, "Shop:DispatchWithin", "Database:Provider", "Identification:PinLength is 99", "Twilio:AuthToken is missing");
    }

    [Fact]
    public async Task MisspeltSettings_AreNamedWithWhatWasMeant()
    {
        var (exitCode, _, errors) = await RunAsync(
            "--Shop:Lines=+420800123456", "--Shp:Line=+420800123456", "--Returns:Courier:Prise=99", "--PublicUlr=https://ivr.example.cz",
            "--Actions:Cancell=Off", "--Payments:Colour=blue", "--Prompts:Folders=here");

        Assert.Equal(1, exitCode);
        AssertListed(
            errors, "Shop:Lines is not a setting. Did you mean Shop:Line?", "Shp is not a setting. Did you mean Shop?",
            "Returns:Courier:Prise is not a setting. Did you mean Returns:Courier:Price?", "PublicUlr is not a setting. Did you mean PublicUrl?",
            "Actions:Cancell is not a setting. Did you mean Actions:Cancel?", "Payments:Colour is not a setting. Use Account, Gateway, LinkDays, Sender.",
            "Prompts:Folders is not a setting. Did you mean Prompts:Folder?");
    }

    [Fact]
    public async Task SettingsOfTheTasks_AreJudgedWithAllElse()
    {
        var (exitCode, _, errors) = await RunAsync(
            "--Actions:Cancel=Maybe", "--Returns:Courier:Price=-1", "--Returns:Packeta:PaidBy=Nobody", "--Payments:LinkDays=0", "--Shop:CashFee=-5",
            "--Mail:Host=mail.example.cz", "--Mail:Port=0", "--Mail:User=shop");

        Assert.Equal(1, exitCode);
        AssertListed(
            errors, "Actions:Cancel cannot be read", "Returns:Courier:Price is -1", "Returns:Packeta cannot be read", "Payments:LinkDays is 0",
            "Shop:CashFee is -5", "Mail:Port is 0", "Mail:From is missing or malformed", "Mail:User and Mail:Password belong together");
    }

    [Fact]
    public async Task ValuesOfSecrets_AreNeverQuoted()
    {
        var (exitCode, _, errors) = await RunAsync(
            "--Secrets:Key=c2VjcmV0", "--Twilio:AuthToken=tell-nobody", "--Database:Provider=PostgreSql", "--Database:ConnectionString=Password=hush;Nonsense=1");

        Assert.Equal(1, exitCode);
        AssertListed(errors, "Secrets:Key is not 32 bytes", "Database:ConnectionString cannot be read");
        Assert.All((string[])["c2VjcmV0", "tell-nobody", "hush"], secret => Assert.DoesNotContain(secret, errors, StringComparison.Ordinal));
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
        => Product.RunInAsync(_folder.FullName, "Production", arguments);

    private static void AssertListed(string errors, params string[] problems)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("The settings cannot be used:", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..], line => Assert.StartsWith("  - ", line, StringComparison.Ordinal));
        Assert.All(problems, problem =>
        {
            var line = Assert.Single(lines, line => line.Contains(problem, StringComparison.Ordinal));

            // A remedy is a second sentence.
            Assert.Matches(@"\. [A-Z].+\.?$", line.TrimEnd());
        });
    }
}
