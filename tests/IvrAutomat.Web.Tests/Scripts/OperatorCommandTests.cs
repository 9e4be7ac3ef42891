namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>What an operator does on the machine itself: accounts and the line, by commands.</summary>
public sealed class OperatorCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-operator-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task TheLine_IsSwitchedAndToldOf()
    {
        Assert.Contains("The line is On, as the settings say.", await OutputAsync("line", "status"), StringComparison.Ordinal);
        Assert.Contains("The line is Overflow (30 s), since", await OutputAsync("line", "overflow", "30"), StringComparison.Ordinal);
        Assert.Contains("The line is Off, since", await OutputAsync("line", "off"), StringComparison.Ordinal);
        var (exitCode, _, errors) = await RunAsync("line", "share", "101");
        Assert.Equal((1, true), (exitCode, errors.Contains("0 to 100 percent", StringComparison.Ordinal)));
        Assert.Contains("by command", await OutputAsync("line", "status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccount_IsMade_ListedGivenANewLinkAndClosed()
    {
        var added = await OutputAsync("accounts", "add", "Tereza", "--role", "Admin", "--agent", "Jana");
        Assert.Contains("/console/welcome/", added, StringComparison.Ordinal);
        Assert.Contains("tereza", await OutputAsync("accounts", "list"), StringComparison.Ordinal);
        Assert.NotEqual(added, await OutputAsync("accounts", "link", "tereza"));
        var (last, _, why) = await RunAsync("accounts", "close", "tereza");
        Assert.Equal((1, true), (last, why.Contains("the last admin", StringComparison.Ordinal)));
        Assert.Equal(1, (await RunAsync("accounts", "add", "eva", "--agent", "Nikdo")).ExitCode);
        Assert.Equal(1, (await RunAsync("accounts", "link", "nobody")).ExitCode);
    }

    private async Task<string> OutputAsync(params string[] arguments)
    {
        var (exitCode, output, errors) = await RunAsync(arguments);
        Assert.True(exitCode == 0, errors);
        return output;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
        => Product.RunAsync("Development", [.. arguments, $"--Database:ConnectionString=Data Source={Path.Combine(_folder.FullName, "operator.db")}"]);
}
