using IvrAutomat.Web.Shop.Upgates;
using IvrAutomat.Web.Tests.Conventions;
using Microsoft.Extensions.Logging.Abstractions;

namespace IvrAutomat.Web.Tests.Systems.Upgates;

public sealed class StatusMeaningsTests
{
    [Fact]
    public void ShippedFile_HasNothingWrong() => Assert.Empty(StatusFile.Check(Repository.At("prompts", StatusFile.Name)));

    [Fact]
    public void Status_IsFoundByNumberAndByNameInAnyCase()
    {
        var meanings = StatusMeanings.Read("\"Balí se\": packing\n12: sold-out\n");
        Assert.Equal(StatusMeaning.Packing, meanings.Of("5", "balí se "));
        Assert.Equal(StatusMeaning.SoldOut, meanings.Of("12", "Cokoli"));
        Assert.Null(meanings.Of("13", "Gravírování"));
    }

    [Theory]
    [InlineData("\"A\": packing\n\"B\": pakcing\n", 2)]
    [InlineData("# note\n\n\"A\": [packing]\n", 3)]
    [InlineData("\"A\": packing\n\"a\": sent\n", 2)]
    [InlineData("- packing\n", 1)]
    [InlineData("\"A\": packing\n\"B: sent\n", 2)]
    public void WhatIsWrong_IsToldWithItsLine(string text, int line) => Assert.Equal(line, Assert.Single(StatusMeanings.Read(text).Problems).Line);

    [Theory]
    [InlineData("")]
    [InlineData("# only a note\n")]
    public void EmptyFile_GivesNoMeanings(string text)
    {
        var meanings = StatusMeanings.Read(text);
        Assert.Equal((0, 0), (meanings.Count, meanings.Problems.Count));
    }

    [Fact]
    public async Task SavedFile_CountsWithinASecond_AndABrokenOneDoesNot()
    {
        var folder = Directory.CreateTempSubdirectory("ivrautomat-").FullName;
        var path = Path.Combine(folder, StatusFile.Name);
        await File.WriteAllTextAsync(path, "\"A\": packing\n", TestContext.Current.CancellationToken);
        var file = new StatusFile(path, NullLogger<StatusFile>.Instance);
        Assert.Equal(StatusMeaning.Packing, file.Now.Of(null, "A"));

        await File.WriteAllTextAsync(path, "\"A\": pakcing or so\n", TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Equal(StatusMeaning.Packing, file.Now.Of(null, "A"));

        await File.WriteAllTextAsync(path, "\"A\": delivered\n", TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Equal(StatusMeaning.Delivered, file.Now.Of(null, "A"));
        Directory.Delete(folder, recursive: true);
    }
}
