using IvrAutomat.Proof.Guesses;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.Proof;

/// <summary>A short form of <c>guesses</c>. It runs alone: on a starved machine a webhook that gives up sounds like none of the documents compared.</summary>
[Collection(RealTime.Name)]
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
