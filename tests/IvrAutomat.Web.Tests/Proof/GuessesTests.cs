using IvrAutomat.Proof.Guesses;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>A short form of <c>guesses</c>.</summary>
public sealed class GuessesTests
{
    [Fact]
    public async Task NoAttack_HasMoreGuessesJudgedThanTheLockoutAllows()
    {
        var output = TestContext.Current.TestOutputHelper!;
        var verdict = await new GuessesRun(GuessesPlan.Short with { Guesses = 240 }, _ => { }, TestContext.Current.CancellationToken).RunAsync();
        verdict.Figures.ToList().ForEach(output.WriteLine);
        Assert.Empty(verdict.Broken);
    }
}
