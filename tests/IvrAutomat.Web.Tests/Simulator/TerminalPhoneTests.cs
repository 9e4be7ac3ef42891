using IvrAutomat.Simulator.Phone;

namespace IvrAutomat.Web.Tests.Simulator;

public sealed class TerminalPhoneTests
{
    private static readonly string[] Conversation =
    [
        "automat: Dobrý den. Člověk, nula.", "automat: Spojím vás.", "(waiting in a queue)", "Jana | the phone rings; type \"answer\" or \"decline\"",
        "Jana | (answered)", "Jana | automat: Konec 001, ověřeno. Přijmout, jednička.", "(connected with Jana)", "Jana: dobrý den",
        "(ended by the caller: the caller hung up)",
    ];

    [Fact]
    public async Task WholeHandover_IsPlayedFromTypedLines()
    {
        var heard = await PlayAsync("0", "jana: answer", "jana: 1", "jana: dobrý den", "hang up");

        Assert.Equal(Conversation, heard.Where(line => Conversation.Contains(line)));
    }

    [Fact]
    public async Task EndOfTheInput_HearsTheAutomatOutAndHangsUp()
    {
        var heard = await PlayAsync();
        Assert.Contains("automat: Dobrý den. Člověk, nula.", heard);
    }

    [Fact]
    public async Task PhoneOfAnAgentWhoDoesNotExist_IsRefused()
    {
        await using var product = await HandoverServer.StartAsync();
        using var output = new StringWriter();
        using var phone = new TerminalPhone(
            product.Twiml.Address, new TerminalPhoneUse("withheld", Agent: "Zdena"), new StringReader(""), output);

        Assert.False(await phone.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("no agent Zdena", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12 34#", null, "keys", "1234#")]
    [InlineData("Jana: 1", "Jana", "keys", "1")]
    [InlineData("jana: přijmout", "Jana", "answer", "")]
    [InlineData("zavěsit", null, "hangup", "")]
    [InlineData("chci to: hned", null, "speech", "chci to: hned")]
    public void TypedLine_IsKeysWordsOrAnAct(string line, string? who, string act, string text) =>
        Assert.Equal(new TypedLine(who, act, text), TypedLine.Read(line, ["Jana", "Petr"]));

    [Fact]
    public void EmptyLine_IsNothing() => Assert.Null(TypedLine.Read("  ", []));

    private static async Task<string[]> PlayAsync(params string[] lines)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var product = await HandoverServer.StartAsync();
        await using var output = new StringWriter();
        using var phone = new TerminalPhone(
            product.Twiml.Address,
            new TerminalPhoneUse("+420601000001", WaitsForTurn: true),
            new StringReader(string.Join('\n', lines)),
            output);
        var running = phone.RunAsync(ct);
        while (!running.IsCompleted)
        {
            await product.Twiml.Driver.PassAsync(TimeSpan.FromMilliseconds(200), ct);
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(10), ct));
        }

        Assert.True(await running);
        return output.ToString().Split(Environment.NewLine);
    }
}
