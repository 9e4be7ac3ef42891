using IvrAutomat.Calls;
using IvrAutomat.Flow;
using IvrAutomat.Language;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>The invoice: once more by e-mail, or to a company, whose number is taken by keys and whose invoice a person issues.</summary>
internal static class Invoicing
{
    public static readonly State Offering = new("InvoiceMenu");
    public static readonly State Sending = new("SendingInvoice");
    public static readonly State EnteringCompany = new("EnteringCompany");
    public static readonly State ConfirmingCompany = new("ConfirmingCompany");
    public static readonly State Noting = new("NotingCompany");

    private const int CompanyLength = 8;
    private const int MostRefusals = 2;

    private static readonly PromptContract Menu = new("invoice.menu");
    private static readonly PromptContract Done = new("invoice.done");
    private static readonly PromptContract NoEmail = new("invoice.no-email");
    private static readonly PromptContract Company = new("invoice.company");
    private static readonly PromptContract Check = new("invoice.company.check");
    private static readonly PromptContract Repeat = new("invoice.company.repeat", ("company", SlotKind.Digits));
    private static readonly PromptContract CompanyDone = new("invoice.company.done", ("due", SlotKind.Date), ("case", SlotKind.Digits));
    private static readonly PromptContract ByPerson = new("invoice.company.to-person");

    private static readonly Guard<Conversation, OptionChosen> HasEmail = new("has an e-mail", (conversation, _) => conversation.Order.HasEmail);

    private static readonly Guard<Conversation, CompanyOffered> Valid = new("check digit right", (_, company) => company.IsValid);

    private static readonly Guard<Conversation, CompanyOffered> Typo = new(
        "check digit wrong", (conversation, company) => !company.IsValid && conversation.Call.Ladder.OtherKey < MostRefusals);

    private static readonly Guard<Conversation, CompanyOffered> TypoAgain = new(
        "check digit wrong, third time", (conversation, company) => !company.IsValid && conversation.Call.Ladder.OtherKey >= MostRefusals);

    public static void Configure(FlowBuilder<Conversation> flow, Dictionary<State, Step> steps)
    {
        flow.Configure(Offering).SubstateOf(OrderMenu.Verified)
            .PermitIf(Options.InvoiceAgain, Sending, HasEmail, (conversation, _) => conversation.Request(
                conversation.Facts.Shop.Actions.Invoice, new SendInvoice(conversation.Order.Id)))
            .PermitIf(Options.InvoiceAgain, HandingOver.OpeningCase, HasEmail.Not(), (conversation, _) =>
            {
                conversation.Say(NoEmail.Say());
                HandingOver.Because(conversation, HandoverReason.NoContact);
            })
            .Permit(Options.ToCompany, EnteringCompany);
        steps.Add(Offering, new Step(_ => Menu.Say(), _ => new MenuListen([
            Options.On(1, Options.InvoiceAgain, SpokenCommand.InvoiceAgain, SpokenCommand.Send),
            Options.On(2, Options.ToCompany, SpokenCommand.ToCompany)])));

        flow.Perform(Sending, OrderTask.Invoice, Goodbye.Asking, (conversation, _) => conversation.Say(Done.Say()));

        flow.Configure(EnteringCompany).SubstateOf(OrderMenu.Verified)
            .PermitIf(Triggers.Company, ConfirmingCompany, Valid)
            .InternalIf(Triggers.Company, Typo, AskAgain)
            .PermitIf(Triggers.Company, HandingOver.OpeningCase, TypoAgain, ToPerson)
            .Permit(Triggers.Help, HandingOver.OpeningCase, ToPerson);
        steps.Add(EnteringCompany, new Step(
            _ => Company.Say(), _ => new NumberListen(NumberKind.Company, [CompanyLength]) { Seconds = Step.PatientSeconds / 2 }));

        flow.Configure(ConfirmingCompany).SubstateOf(OrderMenu.Verified)
            .Permit(Options.Yes, Noting, (conversation, _) => conversation.Await(new OpenCase(
                CaseKind.Invoice, HandoverReason.Task, conversation.Order.Id, conversation.Facts.Shop.DueAfter(conversation.Facts.Now))))
            .Permit(Options.No, EnteringCompany);
        steps.Add(ConfirmingCompany, new Step(_ => Repeat.Say(("company", new HeldSlot(Held.Company))), _ => Options.YesOrNo));

        flow.Configure(Noting).SubstateOf(Working.State)
            .Permit(Triggers.CaseOpened, Goodbye.Asking, (conversation, opened) =>
            {
                conversation.Call = conversation.Call with { Finished = true };
                conversation.Say(CompanyDone.Say(("due", DueWords.Of(opened.Due).Day), ("case", new DigitsSlot(opened.CaseNumber))));
                conversation.Tell(CallEventKind.HandedOver);
            });
    }

    private static void AskAgain(Conversation conversation, CompanyOffered company)
    {
        var ladder = conversation.Call.Ladder;
        conversation.Call = conversation.Call with { Ladder = ladder with { OtherKey = ladder.OtherKey + 1 } };
        conversation.Answer(Check.Say());
    }

    private static void ToPerson(Conversation conversation, CallerInput input)
    {
        conversation.Say(ByPerson.Say());
        HandingOver.Because(conversation, HandoverReason.Task);
    }
}
