using System.Text.Json;
using IvrAutomat.Web.Tests.Conventions;
using IvrAutomat.Web.Tests.Scripts;

namespace IvrAutomat.Web.Tests.Systems.Doctor;

/// <summary>The command as an operator runs it.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private static readonly string[] MadeUpShop =
        ["--Shop:Source=Upgates", "--Shop:Name=Obchod", "--Returns:Address=Vzorová 5", "--Payments:Account=123456789/0100", $"--Prompts:Folder={Repository.At("prompts")}"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-doctor-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WithTheStandIns_NothingIsWrong_AndNothingIsLeftBehind()
    {
        var (exitCode, output, errors) = await Product.RunInAsync(_folder.FullName, "Development", ["doctor", "--json", .. MadeUpShop]);

        Assert.True(exitCode == 0, output + errors);
        using var json = JsonDocument.Parse(output);
        var ok = json.RootElement.EnumerateArray().Where(finding => finding.GetProperty("standing").GetString() == "ok").Select(finding => finding.GetProperty("system").GetString());
        string[] expected = ["Settings", "Prompts", "PublicUrl", "Mail", "Upgates", "Packeta", "Zaslat", "Comgate"];
        Assert.Empty(expected.Except(ok));
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task SettingsThatCannotBeUsed_AreAllTold_AndItFails()
    {
        var (exitCode, output, _) = await Product.RunInAsync(_folder.FullName, "Production", "doctor", "--Shop:Source=Upgates");

        Assert.Equal(1, exitCode);
        Assert.All(
            (string[])["Twilio:AccountSid", "Shop:Name", "Shop:HumanNumber", "Upgates:ApiUrl", "PublicUrl"],
            setting => Assert.Contains($"WRONG    Settings        {setting}", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASecret_IsNeverPrinted()
    {
        const string Secret = "fedcba9876543210fedcba9876543210";

        var (exitCode, output, errors) = await Product.RunInAsync(
            _folder.FullName, "Development",
            ["doctor", $"--Packeta:ApiPassword={Secret}", "--Packeta:Eshop=obchod", "--Packeta:ApiUrl=http://127.0.0.1:9/api", $"--Comgate:Secret={Secret}",
                "--Comgate:Merchant=1", "--Comgate:ApiUrl=http://127.0.0.1:9", "--Mail:Host=127.0.0.1", "--Mail:Port=9", "--Mail:From=a@example.cz",
                "--Mail:User=a", $"--Mail:Password={Secret}", $"--Prompts:Folder={Repository.At("prompts")}"]);

        Assert.Equal(1, exitCode);
        Assert.DoesNotContain(Secret[..12], output + errors, StringComparison.Ordinal);
        Assert.All((string[])["WRONG    Packeta", "WRONG    Comgate", "WRONG    Mail"], line => Assert.Contains(line, output, StringComparison.Ordinal));
    }
}
