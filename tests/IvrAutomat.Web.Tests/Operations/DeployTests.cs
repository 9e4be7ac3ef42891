using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using IvrAutomat.Web.Operations;
using IvrAutomat.Web.Tests.Calls;
using IvrAutomat.Web.Tests.Conventions;

namespace IvrAutomat.Web.Tests.Operations;

/// <summary>The service's unit, the container and the proxy: what can be checked of them without installing them.</summary>
[Collection(RealTime.Name)]
public sealed partial class DeployTests
{
    private static readonly TimeSpan Needed = new DrainOptions().Limit(isSimulated: false) + DrainOptions.AfterDrain;

    private static readonly string Unit = Read("ivrautomat.service");
    private static readonly string Container = Read("Dockerfile");

    [Fact]
    public void TheService_RunsThePublishedProgram_AsNobodyElse_AndStopsNoSoonerThanItDrains()
    {
        Assert.Equal($"/usr/bin/dotnet /opt/ivrautomat/{typeof(AutomatHost).Assembly.GetName().Name}.dll", Setting(Unit, "ExecStart"));
        Assert.Equal(("ivrautomat", "/opt/ivrautomat", "notify"), (Setting(Unit, "User"), Setting(Unit, "WorkingDirectory"), Setting(Unit, "Type")));
        Assert.True(Seconds(Setting(Unit, "TimeoutStopSec")) > Needed, $"It must stop after {Needed} at the earliest.");
        foreach (var hardening in (string[])["NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectKernelModules", "RestrictSUIDSGID"])
        {
            Assert.Equal("yes", Setting(Unit, hardening));
        }
    }

    [Fact]
    public void TheBackup_RunsAsTheService_OnItsDatabase()
    {
        var backup = Read("ivrautomat-backup.service");
        Assert.Equal($"{Setting(Unit, "ExecStart")} backup", Setting(backup, "ExecStart"));
        foreach (var same in (string[])["User", "WorkingDirectory", "EnvironmentFile", "StateDirectory", "Environment"])
        {
            Assert.Equal(Settings(Unit, same), Settings(backup, same));
        }
    }

    [Fact]
    public void TheUnits_AreAcceptedBySystemd()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "systemd-analyze is not installed here.");
        foreach (var unit in (string[])["ivrautomat.service", "ivrautomat-backup.service", "ivrautomat-backup.timer"])
        {
            using var verify = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", "--man=no", Path.Combine(Folder, unit)]) { UseShellExecute = false, RedirectStandardError = true })!;
            var complaints = verify.StandardError.ReadToEnd().Split('\n').Where(line => line.Contains("ivrautomat", StringComparison.Ordinal)

                // Whether the program is installed on this machine is not the unit's fault.
                && !line.Contains("is not executable", StringComparison.Ordinal));
            verify.WaitForExit();
            Assert.Empty(complaints);
        }
    }

    [Fact]
    public void TheContainer_IsBuiltFromWhatIsThere_AndRunsWithoutRights_OnOnePort()
    {
        foreach (Match copy in Copied().Matches(Container))
        {
            Assert.All(copy.Groups["from"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => Assert.True(Path.Exists(Repository.At(name)), name));
        }

        Assert.Contains("USER $APP_UID", Container, StringComparison.Ordinal);
        Assert.Contains("VOLUME /data", Container, StringComparison.Ordinal);
        Assert.Contains("Data Source=/data/", Container, StringComparison.Ordinal);
        Assert.Contains($"ENTRYPOINT [\"dotnet\", \"{typeof(AutomatHost).Assembly.GetName().Name}.dll\"]", Container, StringComparison.Ordinal);
        string[] ports = [Port().Match(Container).Groups["port"].Value, Exposed().Match(Container).Groups["port"].Value, Probed().Match(Container).Groups["port"].Value];
        Assert.Equal("5080", Assert.Single(ports.Distinct(StringComparer.Ordinal)));
        Assert.True(Seconds(StopTimeout().Match(Container).Groups["seconds"].Value) > Needed);
    }

    [Fact]
    public async Task TheContainersHealthCheck_TellsAServingAutomatFromNone()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/bash"), "bash, which the container has, is not installed here.");
        var folder = Directory.CreateTempSubdirectory("ivrautomat-health-");
        try
        {
            await using var product = await ServingProduct.StartAsync(Path.Combine(folder.FullName, "health.db"));
            Assert.Equal(0, await ProbeAsync(product.Address.Port));
            await product.TerminateAsync();
            await product.EndAsync();
            Assert.NotEqual(0, await ProbeAsync(product.Address.Port));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void EveryFileOfTheDeployment_IsPublished_AndNamedInTheReadme()
    {
        Assert.Contains("Deploy/*\" CopyToPublishDirectory", File.ReadAllText(Repository.At("src", "IvrAutomat.Web", "IvrAutomat.Web.csproj")), StringComparison.Ordinal);
        var readme = File.ReadAllText(Repository.At("README.md"));
        Assert.All(Directory.GetFiles(Folder).Select(Path.GetFileName), name => Assert.Contains(name!, readme, StringComparison.Ordinal));
    }

    private static string Folder => Repository.At("src", "IvrAutomat.Web", "Deploy");

    private static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");

    private static string Setting(string unit, string name) => Settings(unit, name)[0];

    private static string[] Settings(string unit, string name)
        => [.. unit.Split('\n').Where(line => line.StartsWith($"{name}=", StringComparison.Ordinal)).Select(line => line[(name.Length + 1)..])];

    private static TimeSpan Seconds(string number) => TimeSpan.FromSeconds(int.Parse(number, CultureInfo.InvariantCulture));

    private static async Task<int> ProbeAsync(int port)
    {
        var script = Probe().Match(Container).Groups["script"].Value.Replace("\\\\", "\\", StringComparison.Ordinal).Replace("5080", $"{port}", StringComparison.Ordinal);
        using var bash = Process.Start(new ProcessStartInfo("/usr/bin/bash", ["-c", script]) { UseShellExecute = false, RedirectStandardError = true })!;
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return bash.ExitCode;
    }

    [GeneratedRegex(@"^COPY (?!--from)(?<from>.+) \S+$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Copied();

    [GeneratedRegex(@"URLS=http://\+:(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Port();

    [GeneratedRegex(@"^EXPOSE (?<port>\d+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exposed();

    [GeneratedRegex(@"/dev/tcp/127\.0\.0\.1/(?<port>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Probed();

    [GeneratedRegex(@"--stop-timeout (?<seconds>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StopTimeout();

    [GeneratedRegex("CMD \\[\"bash\", \"-c\", \"(?<script>.*)\"\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Probe();
}
