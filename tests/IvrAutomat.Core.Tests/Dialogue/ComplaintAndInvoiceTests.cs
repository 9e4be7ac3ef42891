using IvrAutomat.Calls;
using IvrAutomat.Orders;

namespace IvrAutomat.Core.Tests.Dialogue;

public sealed class ComplaintAndInvoiceTests
{
    private static readonly Order Delivered = Talk.Order(OrderState.Delivered) with
    {
        DeliveredOn = new DateOnly(2026, 10, 14),
        Items = [new("1", "Lampa"), new("2", "Žárovka")],
        HasEmail = true,
    };

    [Fact]
    public void AComplaint_TakesItemWordsAndWish_AndConfirmsThem()
    {
        var talk = Talk.With(Delivered).Chooses("return", "complain");
        Assert.Equal(["complaint.item"], talk.Said);
        Assert.Equal(["complaint.what"], talk.Chooses("item 2").Said);
        Assert.IsType<WordsListen>(Assert.IsType<ListenNext>(talk.Last.Next).Listen);
        Assert.Equal(["complaint.heard"], talk.Hears(new WordsTaken(17)).Said);
        Assert.Equal(["complaint.remedy"], talk.Chooses("yes").Said);
        Assert.Equal(["complaint.confirm"], talk.Chooses("replace").Said);
        Assert.Equal(new FileComplaint("order-1", "2", Remedy.Replacement), talk.Chooses("yes").Asked);
        talk.IsDone(Delivered with { Complaint = new Complaint("412836", new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 23), Remedy.Replacement) });
        Assert.Equal(["complaint.done", "task.receipt", "more"], talk.Said);
    }

    [Fact]
    public void WordsHeardWrong_AreSaidAgain()
        => Assert.Equal(
            ["complaint.what"],
            Talk.With(Delivered).Chooses("return", "complain", "item 1").Hears(new WordsTaken(5)).Chooses("no").Said);

    [Fact]
    public void HashInsteadOfWords_LeadsToAPerson()
    {
        var talk = Talk.With(Delivered).Chooses("return", "complain", "item 1").Hears(new HabitHash());
        Assert.Equal(HandoverReason.Task, talk.Call.Handover?.Reason);
    }

    [Fact]
    public void ASecondComplaint_HearsTheFirstOnesDay()
    {
        var open = Delivered with { Complaint = new Complaint("412836", new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 20), Remedy.Repair) };
        Assert.Equal(["complaint.exists", "return.kind.late:short"], Talk.With(open).Chooses("return", "complain").Said);
    }

    [Fact]
    public void AnInvoice_IsSentAgainByEmail()
    {
        var talk = Talk.With(Delivered).Chooses("invoice", "invoice again");
        Assert.Equal(new SendInvoice("order-1"), talk.Asked);
        Assert.Equal(["invoice.done", "more"], talk.IsDone(Delivered, Channel.Email).Said);
    }

    [Fact]
    public void WithoutAnEmail_TheInvoiceIsAPersonsWork()
    {
        var talk = Talk.With(Delivered with { HasEmail = false }).Chooses("invoice", "invoice again");
        Assert.Equal(HandoverReason.NoContact, talk.Call.Handover?.Reason);
    }

    [Fact]
    public void ACompany_IsReadBackAndBecomesACase()
    {
        var talk = Talk.With(Delivered).Chooses("invoice", "to company").Hears(new CompanyOffered(IsValid: true));
        Assert.Equal(["invoice.company.repeat"], talk.Said);
        Assert.Equal(CaseKind.Invoice, Assert.IsType<OpenCase>(talk.Chooses("yes").Asked).Kind);
        Assert.Equal(["invoice.company.done", "more"], talk.CaseOpens().Said);
    }

    [Fact]
    public void AThirdWrongCheckDigit_LeadsToAPerson()
    {
        var talk = Talk.With(Delivered).Chooses("invoice", "to company");
        Assert.Equal(["invoice.company.check"], talk.Hears(new CompanyOffered(IsValid: false)).Said);
        Assert.Equal(["invoice.company.check"], talk.Hears(new CompanyOffered(IsValid: false)).Said);
        talk.Hears(new CompanyOffered(IsValid: false));
        Assert.Equal(HandoverReason.Task, talk.Call.Handover?.Reason);
    }
}
