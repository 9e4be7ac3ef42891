using IvrAutomat.Cases;

namespace IvrAutomat.Core.Tests.Cases;

public sealed class CaseOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, CaseUrgency.Overdue)]
    [InlineData(1, CaseUrgency.Soon)]
    [InlineData(240, CaseUrgency.Soon)]
    [InlineData(241, CaseUrgency.Later)]
    public void Urgency_GoesByTheTimeThatIsLeft(int minutes, CaseUrgency urgency)
        => Assert.Equal(urgency, CaseOrder.UrgencyOf(Now.AddMinutes(minutes), from: null, Now));

    [Fact]
    public void BeforeTheAgreedTime_NothingHurries() => Assert.Equal(CaseUrgency.Later, CaseOrder.UrgencyOf(Now.AddHours(3), Now.AddHours(1), Now));

    [Fact]
    public void WithinTheAgreedTime_TheCaseHurries() => Assert.Equal(CaseUrgency.Soon, CaseOrder.UrgencyOf(Now.AddHours(6), Now.AddHours(-1), Now));

    [Fact]
    public void WithinTheAgreedTime_ACaseComesBeforeAnEarlierOneThatHasTime() => Assert.Equal(
        ["overdue", "agreed", "later"],
        CaseOrder.Sort(
            [("later", Now.AddHours(5), (DateTimeOffset?)null), ("agreed", Now.AddHours(6), Now), ("overdue", Now, null)],
            each => (each.Item2, each.Item3, each.Item1), Now).Select(each => each.Item1));

    [Fact]
    public void WhoHasTheFewest_GetsTheNextCase() => Assert.Equal(
        [("1", "Petr"), ("2", "Eva"), ("3", "Petr")],
        CaseSharing.Among(["1", "2", "3"], [KeyValuePair.Create("Eva", 1), KeyValuePair.Create("Petr", 0)]).Select((each, _) => each));

    [Fact]
    public void NobodyStays_NothingIsShared() => Assert.Empty(CaseSharing.Among(["1"], []));
}
