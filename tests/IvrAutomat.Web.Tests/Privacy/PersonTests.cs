using System.Net;
using System.Text.Json;
using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Privacy;
using IvrAutomat.Web.Tests.AgentConsole;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Persistence;
using IvrAutomat.Web.Tests.Scripts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IvrAutomat.Web.Tests.Privacy;

/// <summary>What is kept about a phone number, for whoever asks about their own.</summary>
public sealed class PersonTests
{
    private const string OtherNumber = "+420777654321";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [BothDatabases]
    public async Task Export_HasEverythingInWords_AndNothingOfOthers(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        await ComplaintCall.PlayAsync(host);
        using var other = host.Phone("+420601000005");
        await other.IdentifyAsync("2026001005", "3140");

        var json = await ExportAsync(host, ComplaintCall.Phone);

        using var export = JsonDocument.Parse(json);
        var root = export.RootElement;
        Assert.Equal(1, root.GetProperty("orders").GetArrayLength());
        Assert.Equal(1, root.GetProperty("calls").GetArrayLength());
        Assert.Contains(ComplaintCall.Words, root.GetProperty("cases")[0].GetProperty("details").ToString(), StringComparison.Ordinal);
        Assert.Contains("Co si přejete?", root.GetProperty("calls")[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("zakaznik6@example.com", root.GetProperty("orders")[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("Vada vašimi slovy", root.GetProperty("messages").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("2026001005", json, StringComparison.Ordinal);
        Assert.DoesNotContain("8642", json, StringComparison.Ordinal);
        Assert.Equal(1, await host.ReadAsync(db => db.Audit.CountAsync(row => row.Act == PrivacyActs.Exported)));
    }

    [Theory]
    [BothDatabases]
    public async Task Erase_TakesWhatMayGo_AndSaysWhatStays(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await CallHost.StartAsync(database);
        var callId = await ComplaintCall.PlayAsync(host);
        var erasure = host.Services.GetRequiredService<PersonErasure>();
        var number = PhoneNumber.Parse(ComplaintCall.Phone)!.Value;

        var seen = await erasure.LookAsync(number, Stop);
        Assert.Equal(1, await host.ReadAsync(db => db.Calls.CountAsync()));
        var report = await erasure.EraseAsync(number, "admin", Stop);

        Assert.Equal((seen.Erased.AsEnumerable(), seen.Kept.AsEnumerable()), (report.Erased, report.Kept), (one, two) => one.Item1.SequenceEqual(two.Item1) && one.Item2.SequenceEqual(two.Item2));
        Assert.Contains(new ErasureCount("calls", 1), report.Erased);
        Assert.Contains(new ErasureCount("contacts", 1), report.Erased);
        Assert.Contains(new ErasureCount("open-cases", 1), report.Kept);
        Assert.Contains(new ErasureCount("statements", 1), report.Kept);
        var walk = await TableWalk.TakeAsync(database);
        Assert.Empty(walk.Where(database.Secrets.Hash(SecretLabel.Phone, ComplaintCall.Phone)).Except(["cases"]));
        Assert.Empty(await host.ReadAsync(db => db.Journal.Where(row => row.CallId == callId).ToListAsync()));
        Assert.Null((await host.ReadAsync(db => db.Orders.SingleAsync(row => row.Id == ComplaintCall.OrderId))).Contact);
        Assert.Equal(1, await host.ReadAsync(db => db.Audit.CountAsync(row => row.Act == PrivacyActs.Erased)));
        Assert.All(ErasureReasons.Keys, key => Assert.NotEmpty(ErasureReasons.Of(key)));
    }

    [Fact]
    public async Task ANumberThatIsOnlyHeldForACall_IsFound()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        await ComplaintCall.PlayAsync(host);
        var typed = HeldPhone.Protect(database.Secrets, PhoneNumber.Parse(OtherNumber)!.Value);
        await host.ReadAsync(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(row => row.Contact, typed)));

        Assert.Contains(ComplaintCall.Words, await ExportAsync(host, OtherNumber), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePage_IsForAdminsOnly_AndErasesAfterShowingWhat()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        await using var host = await CallHost.StartAsync(database);
        await ComplaintCall.PlayAsync(host);
        using var jana = await DeskClient.SignInAsync(host, "jana");
        Assert.Equal(HttpStatusCode.Forbidden, await jana.OpenAsync("/console/privacy"));
        using var admin = await DeskClient.SignInAsync(host, "admin");
        await admin.OpenAsync("/console/privacy");
        var (_, fields) = admin.Form("main form");
        fields["phone"] = "žádné číslo";
        Assert.Equal(HttpStatusCode.BadRequest, await admin.PostAsync("/console/privacy/look", fields));
        fields["phone"] = ComplaintCall.Phone;
        Assert.Equal(HttpStatusCode.OK, await admin.PostAsync("/console/privacy/look", fields));
        Assert.Contains("Smazalo by se", admin.Main, StringComparison.Ordinal);
        Assert.Equal(1, await host.ReadAsync(db => db.Calls.CountAsync()));

        await admin.SendAsync("form[action='/console/privacy/erase']");

        Assert.Contains("Smazáno", admin.Main, StringComparison.Ordinal);
        Assert.Contains("otevřený případ", admin.Main, StringComparison.Ordinal);
        Assert.Equal(0, await host.ReadAsync(db => db.Calls.CountAsync()));
    }

    [Fact]
    public async Task TheCommands_TellReplayExportAndErase()
    {
        await using var database = await TestDatabase.CreateAsync(BothDatabasesAttribute.Sqlite);
        string callId;
        await using (var host = await CallHost.StartAsync(database))
        {
            callId = await ComplaintCall.PlayAsync(host);
        }

        var told = await RunAsync(database, "replay", callId);
        Assert.Contains("Decided again, every step is the same.", told.Output, StringComparison.Ordinal);
        Assert.Contains("„Zapisuji: [said]. Souhlasí?", told.Output, StringComparison.Ordinal);
        using (var json = JsonDocument.Parse((await RunAsync(database, "replay", callId, "--json")).Output))
        {
            Assert.Equal("OrderMenu", json.RootElement.GetProperty("steps")[2].GetProperty("state").GetString());
        }

        var against = await RunAsync(database, "replay", "--against", "--last", "10");
        Assert.Equal((0, true), (against.ExitCode, against.Output.Contains("1 calls with", StringComparison.Ordinal)));
        var off = await RunAsync(database, "replay", "--against", "--settings", "--Shop:Name=Jiný obchod");
        Assert.Equal((1, true), (off.ExitCode, off.Output.Contains("1 diverge", StringComparison.Ordinal)));
        using (var export = JsonDocument.Parse((await RunAsync(database, "privacy", "export", ComplaintCall.Phone)).Output))
        {
            Assert.Equal(ComplaintCall.Phone, export.RootElement.GetProperty("phone").GetString());
        }

        var asked = await RunAsync(database, "privacy", "erase", ComplaintCall.Phone);
        Assert.Equal((1, true), (asked.ExitCode, asked.Output.Contains("Nothing was erased. Say --yes to erase.", StringComparison.Ordinal)));
        var erased = await RunAsync(database, "privacy", "erase", ComplaintCall.Phone, "--yes");
        Assert.Equal((0, true), (erased.ExitCode, erased.Output.Contains("1 calls", StringComparison.Ordinal)));
        Assert.Equal(1, (await RunAsync(database, "replay", callId)).ExitCode);
    }

    private static Task<string> ExportAsync(CallHost host, string phone)
        => host.Services.GetRequiredService<PersonExport>().WriteAsync(PhoneNumber.Parse(phone)!.Value, "admin", Stop);

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) => Product.RunAsync(
        "Development", [.. arguments, $"--Database:ConnectionString={database.Options.ConnectionString}", $"--Secrets:Key={database.SecretsOptions.Key}"]);
}
