using System.Globalization;
using IvrAutomat.Web.Tests.Calls;

namespace IvrAutomat.Web.Tests.Agents;

/// <summary>
/// Accept, refuse, hang-up, timers, reports that come late, twice or never, and dying processes, in random order, on two instances. The number
/// of runs is that of IVRAUTOMAT_INTERLEAVINGS, else some hundred; a failure names its seed.
/// </summary>
[Collection(RealTime.Name)]
public sealed class InterleavingTests
{
    private const string Variable = "IVRAUTOMAT_INTERLEAVINGS";
    private const string SeedVariable = "IVRAUTOMAT_SEED";

    [Fact]
    public async Task WhateverHappensInWhicheverOrder_NobodyIsLost_AnsweredTwice_DialledTwiceOrStuck()
    {
        var runs = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var many) ? many : 150;
        var first = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"{runs} runs from seed {first}");
        await using var house = await InterleavingHouse.OpenAsync();
        for (var run = 0; run < runs; run++)
        {
            var seed = unchecked(first + run);
            var broken = await new Interleaving(house, seed).PlayAsync();
            Assert.True(broken.Count == 0, $"With {SeedVariable}={seed}: {string.Join(" ", broken.Distinct())}");
        }
    }
}
