namespace IvrAutomat.Web.Tests.Scripts;

/// <summary>The commands that a developer and the continuous integration run.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ivrautomat-scripts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Check_PrintsATableAndPasses()
    {
        var (exitCode, output, errors) = await Product.RunAsync("Development", "check");

        Assert.True(exitCode == 0, output + errors);
        Assert.All((string[])["settings", "flow", "prompts", "Nothing is wrong."], part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CheckPaths_WalksThem_AndPrintsHowLongCallersTake()
    {
        var (exitCode, output, errors) = await Product.RunAsync("Development", "check", "--paths", "--depth", "3");

        Assert.True(exitCode == 0, output + errors);
        Assert.All((string[])["Identification", "Handover", "slowest", "nothing is wrong."], part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallWithCoverage_NamesWhatTheScriptsDoNotTake_AndFails()
    {
        var (exitCode, output, _) = await Product.RunAsync("Development", "call", "--coverage", "tests/calls/orders/2026001008-cancelled-refunded.yaml");

        Assert.Equal(1, exitCode);
        Assert.All(
            (string[])["1 passed, 0 failed", "transitions", "no script takes the state ConfirmingCancel", "no script takes the transition ConfirmingCancel, yes -> Cancelling"],
            part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_PlaysScriptsAndPrintsATable()
    {
        var (exitCode, output, errors) = await Product.RunAsync("Development", "call", "tests/calls/orders/2026001001-packing-cancelled.yaml");

        Assert.True(exitCode == 0, output + errors);
        Assert.All((string[])["script", "turns", "ok", "1 passed, 0 failed"], part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_WithAScriptThatDoesNotHold_FailsAndSaysWhere()
    {
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "wrong.yaml"),
            "name: Nobody says this\ngiven: { caller: withheld }\ncall:\n  - hear: \"takhle to nikdo neřekne\"\n",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "broken.yaml"), "name: Not a script\ncalls: 7\nthn: 1\n", TestContext.Current.CancellationToken);

        var (exitCode, output, _) = await Product.RunAsync("Development", "call", _folder.FullName);

        Assert.Equal(1, exitCode);
        Assert.All((string[])["wrong.yaml:4", "broken.yaml:3", "0 passed, 2 failed"], part => Assert.Contains(part, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FallbackTwiml_IsADocumentThatDialsTheHumanNumber_AndNothingElse()
    {
        var (exitCode, output, errors) = await Product.RunAsync("Development", "fallback-twiml", "--Shop:HumanNumber=+420777888999");

        Assert.True(exitCode == 0, output + errors);
        var document = System.Xml.Linq.XDocument.Parse(output[output.IndexOf('<')..]);
        Assert.Equal("+420777888999", document.Root!.Element("Dial")!.Element("Number")!.Value);
        Assert.DoesNotContain("http", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WithoutAnyScript_IsNotASuccess()
    {
        Assert.Equal(1, (await Product.RunAsync("Development", "call", _folder.FullName)).ExitCode);
        Assert.Equal(1, (await Product.RunAsync("Development", "call", Path.Combine(_folder.FullName, "nowhere"))).ExitCode);
    }
}
