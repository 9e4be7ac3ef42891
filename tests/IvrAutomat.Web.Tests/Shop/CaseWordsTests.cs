using IvrAutomat.Calls;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop;

namespace IvrAutomat.Web.Tests.Shop;

public sealed class CaseWordsTests
{
    [Fact]
    public void EveryKindAndEveryReason_HasWordsOfItsOwn()
    {
        var kinds = Enum.GetNames<CaseKind>();
        var reasons = Enum.GetNames<HandoverReason>();
        Assert.Equal(kinds.Length, kinds.Select(CaseWords.OfKind).Except(kinds).Count());
        Assert.Equal(reasons.Length, reasons.Select(CaseWords.OfReason).Except(reasons).Count());
    }

    [Fact]
    public void Detail_TellsWhatIsWantedAndWhatWasGivenForIt()
    {
        var complaint = new CaseDetail { Wanted = new FileComplaint("demo-06", "1", Remedy.Discount), Item = "Tyčový vysavač", Said = "nesaje" };
        Assert.Equal("přání: sleva; Tyčový vysavač; „nesaje“", CaseWords.OfDetail(complaint));
        Assert.Equal("IČO 27082440", CaseWords.OfDetail(new CaseDetail { Company = "27082440" }));
        Assert.Equal("prodloužit uložení do 2. 12. 2026", CaseWords.OfDetail(new CaseDetail { Wanted = new ExtendStorage("demo-04", new DateOnly(2026, 12, 2)) }));
        Assert.Equal(nameof(CaseDetail), complaint.ToString());
    }
}
