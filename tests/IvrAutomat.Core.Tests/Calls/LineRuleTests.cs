using IvrAutomat.Calls;

namespace IvrAutomat.Core.Tests.Calls;

/// <summary>Who answers a new call, by how the line is switched.</summary>
public sealed class LineRuleTests
{
    [Theory]
    [InlineData(LineMode.On, false, true, LineAnswer.Automat)]
    [InlineData(LineMode.Off, true, false, LineAnswer.People)]
    [InlineData(LineMode.Test, true, true, LineAnswer.Automat)]
    [InlineData(LineMode.Test, false, false, LineAnswer.People)]
    [InlineData(LineMode.AfterHours, true, true, LineAnswer.People)]
    [InlineData(LineMode.AfterHours, false, false, LineAnswer.Automat)]
    [InlineData(LineMode.Overflow, false, true, LineAnswer.PeopleFirst)]
    [InlineData(LineMode.Overflow, false, false, LineAnswer.Automat)]
    public void TheMode_SaysWhoAnswers(LineMode mode, bool isTest, bool isOpen, LineAnswer expected)
        => Assert.Equal(expected, new LineRule(mode, SharePercent: 0).Answer(new LineCall(isTest, isOpen, Share: 50)));

    [Theory]
    [InlineData(0, 0, LineAnswer.People)]
    [InlineData(30, 29, LineAnswer.Automat)]
    [InlineData(30, 30, LineAnswer.People)]
    [InlineData(100, 99, LineAnswer.Automat)]
    public void AShare_TakesCallersBelowIt(int percent, int share, LineAnswer expected)
        => Assert.Equal(expected, new LineRule(LineMode.Share, percent).Answer(new LineCall(IsTest: false, IsOpen: true, share)));

    [Fact]
    public void AModeThatDoesNotExist_IsNoAnswer()
        => Assert.Throws<InvalidOperationException>(() => new LineRule((LineMode)99, SharePercent: 0).Answer(default));
}
