using System.Globalization;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// Accept, refuse, hang-up, timers, reports that come late, twice or never, and dying processes, in random order, on two instances. The number
/// of runs is that of IVRAUTOMAT_INTERLEAVINGS, from a random seed or that of IVRAUTOMAT_SEED; without it, what fits into forty seconds of always the
/// same sixty, so that a failure is the doing of a change. A failure names its seed.
/// </summary>
[Collection(RealTime.Name)]
public sealed class InterleavingTests
{
    private const string Variable = "IVRAUTOMAT_INTERLEAVINGS";
    private const int Usual = 60;
    private const int UsualSeed = 424242;
    private const string SeedVariable = "IVRAUTOMAT_SEED";

    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task WhateverHappensInWhicheverOrder_NobodyIsLost_AnsweredTwice_DialledTwiceOrStuck()
    {
        var isCounted = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var many);
        var runs = isCounted ? many : Usual;
        var first = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given
            : isCounted ? Random.Shared.Next() : UsualSeed;
        TestContext.Current.TestOutputHelper?.WriteLine($"At most {runs} runs from seed {first}");
        await using var house = await InterleavingHouse.OpenAsync();
        var began = TimeProvider.System.GetTimestamp();
        for (var run = 0; run < runs && (isCounted || TimeProvider.System.GetElapsedTime(began) < Enough); run++)
        {
            var seed = unchecked(first + run);
            var broken = await new Interleaving(house, seed).PlayAsync();
            Assert.True(broken.Count == 0, $"With {SeedVariable}={seed}: {string.Join(" ", broken.Distinct())}");
        }
    }
}
