using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>What callers say in English, step by step.</summary>
public class EnglishPhrasesTests
{
    private const string Table = """
        confirm:
        yes = Yes
        Yes. = Yes
        yes please = Yes
        uh yes please = Yes
        yeah = Yes
        yeah sure = Yes
        yep, go ahead = Yes
        yes, cancel it = Yes
        yes I do = Yes
        right = Yes
        of course = Yes
        that's right = Yes
        that is correct = Yes
        definitely = Yes
        okay = Yes
        all right = Yes
        no = No
        no no no = No
        nope = No
        no thank you = No
        no, I don't want to cancel = No
        don't cancel it = No
        do not cancel = No
        please don't cancel my order = No
        leave it as it is = No
        leave it alone = No
        rather not = No
        I'd rather not = No
        better not = No
        never mind = No
        not really = No
        keep it = No
        absolutely not = No
        cancel = -
        cancel it = -
        I want to cancel = -
        no, cancel it = -
        no cancel = -
        yes no = -
        no, yes = -
        yes but only tomorrow = -
        yes if I get the money = -
        maybe = -
        I guess so = -
        probably yes = -
        hm = -
        uh = -
        um well = -
        it depends = -
        why not = -
        one two three = -
        the weather is nice = -
        what about my money = -
        it is too expensive = -
        is that the right order = -
        I do not want to = No
        can I talk to a person = Person
        say that again = Repeat
        just a moment = Wait
        sorry? = Repeat
        menu:
        I'd like to cancel my order = Cancel
        cancel the order please = Cancel
        cancellation = Cancel
        where is my parcel = Status
        where's my order = Status
        when will it arrive = Status
        my package = Parcel
        parcel and delivery = Parcel
        I want to change the address = Parcel
        I want to pay by card = Payment
        payment = Payment
        I need to pay for the order = Payment
        change the payment method = Payment
        I want to return it = Return
        send it back = Return
        it doesn't fit = Return
        I have a complaint = Complaint
        it's broken = Complaint
        it does not work = Complaint
        the wrong item came, wrong item = Complaint
        I need an invoice = Invoice
        send me the invoice again = Invoice
        another order = OtherOrder
        it's about a different order = OtherOrder
        connect me to a human = Person
        I want to speak to somebody = Person
        I don't want a machine, put me through to a person = Person
        cancel or return = -
        I don't want to cancel = -
        order = -
        the order was cancelled = -
        help = DontKnow
        parcel:
        send me the link = Tracking
        I want to track it = Tracking
        I need more time = Extend
        keep it longer please = Extend
        change the address = ChangeAddress
        go back = Back
        payment:
        by card = PaymentLink
        with my credit card = PaymentLink
        bank transfer = Transfer
        by transfer please = Transfer
        cash on delivery = CashOnDelivery
        in cash = CashOnDelivery
        card or transfer = -
        kind:
        return = Return
        it has a defect = Complaint
        something else came = Wrong
        it came damaged = Wrong
        something is missing = Wrong
        whole:
        the whole order = Whole
        everything = Whole
        only a part = Part
        just one item = Part
        yes = Yes
        way:
        by courier = Courier
        Packeta = Packeta
        Zásilkovna = Packeta
        I'll send it myself = OwnWay
        by post = OwnWay
        remedy:
        repair it = Repair
        a replacement please = Replace
        I'd like a new one = Replace
        a discount = Discount
        I want my money back = Refund
        a refund = Refund
        invoice:
        send it again = InvoiceAgain
        to a company = ToCompany
        change it to my company = ToCompany
        pin:
        I have it = HaveIt
        yes I have it = HaveIt
        I don't have it = DontKnow
        send me a code = SendCode
        another order = OtherOrder
        code:
        a new code = NewCode
        the code didn't arrive = NewCode
        mismatch:
        try again = TryAgain
        again = TryAgain
        send a code = SendCode
        correct the number = FixNumber
        callback:
        another number = OtherNumber
        yes that's right = Yes
        no it isn't = No
        closed:
        another time = OtherTime
        it doesn't suit me = OtherTime
        that works for me = Yes
        queue:
        call me back = CallMeBack
        I'll wait = KeepWaiting
        stay on the line = KeepWaiting
        restore:
        restore it = Restore
        leave it cancelled = Keep
        send:
        send it = Send
        yes send it = Yes
        don't send it = No
        first:
        Czech please = SpeakCzech
        English = SpeakEnglish
        """;

    public static TheoryData<string, string, SpokenCommand?> Phrases => PhraseTable.Read(Table);

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Phrase_IsUnderstoodInItsStep(string step, string phrase, SpokenCommand? meaning) =>
        Assert.Equal(meaning, PhraseTable.Command(English.Instance, step, phrase));
}
