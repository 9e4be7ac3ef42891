using System.Text.Json;
using IvrAutomat.Web.Commands;

namespace IvrAutomat.Web.Tests.Prompts;

public sealed class PromptsCommandTests : IDisposable
{
    private readonly PromptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task GoodPrompts_AreCountedAndPass()
    {
        var (exit, output) = await Check(_folder.With("cs/a.yaml", "a: Dobrý den."));

        Assert.Equal(0, exit);
        Assert.Contains("1 texts in ", output, StringComparison.Ordinal);
        Assert.Contains(": errors: 0, remarks: 0, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnError_IsALineWithItsPlaceAndFails()
    {
        var (exit, output) = await Check(_folder.With("cs/a.yaml", "a: Dobrý den.\nb: \"{\""));

        Assert.Equal(1, exit);
        Assert.StartsWith("cs/a.yaml:2: error: syntax: b: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task ARemark_FailsOnlyWhenAskedTo(bool strict, int expected)
    {
        var (exit, output) = await Check(_folder.With("cs/a.yaml", "a: Bohužel."), strict: strict);

        Assert.Equal(expected, exit);
        Assert.Contains("cs/a.yaml:1: remark: apology: a: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForAnotherProgram_FindingsAreJson()
    {
        var (_, output) = await Check(_folder.With("cs/a.yaml", "a: Bohužel."), json: true);

        var finding = JsonDocument.Parse(output).RootElement.EnumerateArray().Single(each => each.GetProperty("rule").GetString() == "apology");
        Assert.Equal(("remark", "cs/a.yaml", 1, "a"), (
            finding.GetProperty("severity").GetString(), finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("key").GetString()));
        Assert.NotEmpty(finding.GetProperty("remedy").GetString()!);
    }

    [Theory]
    [InlineData("cs", 1)]
    [InlineData("en", 0)]
    public async Task OneLanguage_HidesTheFindingsOfOthers(string language, int exit) =>
        Assert.Equal(exit, (await Check(_folder.With("cs/a.yaml", "a: \"{\""), language: language)).Exit);

    private static async Task<(int Exit, string Output)> Check(PromptFolder folder, string? language = null, bool json = false, bool strict = false)
    {
        using var output = new StringWriter();
        var exit = await PromptsCommand.ReportAsync(folder.Files(), language, json, strict, output, TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
