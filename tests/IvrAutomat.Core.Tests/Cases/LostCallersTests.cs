using IvrAutomat.Cases;

namespace IvrAutomat.Core.Tests.Cases;

public sealed class LostCallersTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void WhoLeftTheQueueAskedOrFailed_IsLost() => Assert.Equal(
        [LostBy.NotIdentified, LostBy.NoPerson, LostBy.LeftQueue],
        LostCallers.Among(
        [
            Call(0, "a") with { Waited = true, WantedPerson = true },
            Call(1, "b") with { WantedPerson = true },
            Call(2, "c") with { FailedIdentification = true },
            Call(3, "d"),
            Call(4, "e", "order"),
        ]).Select(lost => lost.By));

    [Fact]
    public void WhoTalkedOrIsCalledBack_IsNotLost() => Assert.Empty(LostCallers.Among(
    [
        Call(0, "a") with { Waited = true, Talked = true },
        Call(1, "b") with { WantedPerson = true, IsLookedAfter = true },
    ]));

    [Fact]
    public void ALaterIdentifiedCallFromTheSameNumber_StrikesOff() => Assert.Empty(LostCallers.Among(
        [Call(0, "a") with { FailedIdentification = true }, Call(1, "a", "order")]));

    [Fact]
    public void ALaterTalkAboutTheSameOrder_StrikesOff_WhateverTheNumber() => Assert.Empty(LostCallers.Among(
        [Call(0, "a", "order") with { Waited = true }, Call(1, "b", "order") with { Talked = true }]));

    [Fact]
    public void AnEarlierTalk_StrikesNobodyOff() => Assert.Single(LostCallers.Among(
        [Call(0, "a") with { Talked = true }, Call(1, "a") with { Waited = true }]));

    [Fact]
    public void LostAgain_StrikesNobodyOff_AndIsCounted()
    {
        var lost = Assert.Single(LostCallers.Among([Call(0, "a", "order") with { Waited = true }, Call(1, "a", "order") with { Waited = true }]));
        Assert.Equal((2, Nine.AddMinutes(1)), (lost.Times, lost.Call.At));
    }

    [Fact]
    public void WithheldNumbers_AreNotTakenForOneCaller() => Assert.Equal(
        2, LostCallers.Among([Call(0, null) with { Waited = true }, Call(1, null) with { Waited = true }]).Length);

    private static CallEnd Call(int minute, string? caller, string? order = null) => new($"CA{minute}", Nine.AddMinutes(minute), caller, order);
}
