using System.Text.Json;
using IvrAutomat.Web.Tests.Telephony;

namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>
/// Every REST request that the scripts cause, against the official description of the carrier's interface. Wrong ones are planted among
/// them, so that the comparison shows in the same run that it can fail.
/// </summary>
[Collection(ScriptCollection.Name)]
public sealed class RestConformanceTests(PlayedScripts played)
{
    private const string Account = "/2010-04-01/Accounts/ACd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0";
    private static readonly string Call = $"CA{new string('a', 32)}";

    private static readonly (string Method, string Path, string[][] Fields, string Fault)[] Wrong =
    [
        ("POST", "/Calls.json", [["To", "+420602000001"], ["Url", "https://example.com/a"]], "From"),
        ("POST", "/Calls.json", [["To", "+420602000001"], ["From", "+420800123456"], ["Timout", "20"]], "there is no field Timout"),
        ("POST", "/Calls.json", [["To", "+420602000001"], ["From", "+420800123456"], ["Timeout", "soon"]], "Timeout"),
        ("POST", $"/Calls/{Call}.json", [["Status", "finished"]], "Status"),
        ("POST", "/Calls/CA1.json", [["Status", "completed"]], "fewer than 34 characters"),
        ("POST", "/Call.json", [], "no such request"),
    ];

    [Fact]
    public async Task EveryRequestOfTheScripts_FitsTheOfficialDescription_AndFaultsAreNamed()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("ivrautomat-requests-");
        try
        {
            foreach (var request in Directory.EnumerateFiles(played.Documents, "*.json"))
            {
                File.Copy(request, Path.Combine(folder.FullName, Path.GetFileName(request)));
            }

            Assert.NotEmpty(folder.GetFiles());
            foreach (var (index, (method, path, fields, _)) in Wrong.Index())
            {
                var request = JsonSerializer.Serialize(new { method, path = Account + path, query = Array.Empty<string[]>(), fields });
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"wrong-{index}.json"), request, ct);
            }

            var (_, output) = await NodeProgram.RunAsync("rest-requests.mjs", folder.FullName);
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Contains(" requests, ", lines[^1], StringComparison.Ordinal);
            Assert.DoesNotContain(lines[..^1], line => !line.StartsWith("wrong-", StringComparison.Ordinal));
            Assert.All(Wrong.Index(), wrong => Assert.Contains(
                lines,
                line => line.StartsWith($"wrong-{wrong.Index}.json: ", StringComparison.Ordinal)
                    && line.Contains(wrong.Item.Fault, StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
