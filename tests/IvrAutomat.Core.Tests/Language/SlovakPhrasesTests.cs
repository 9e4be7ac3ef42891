using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>What callers say in Slovak, step by step.</summary>
public class SlovakPhrasesTests
{
    private const string Table = """
        confirm:
        áno = Yes
        Áno. = Yes
        áno prosím = Yes
        no áno = Yes
        hej = Yes
        jasné = Yes
        súhlasím = Yes
        presne tak = Yes
        samozrejme = Yes
        dobre = Yes
        áno, zrušiť = Yes
        nie = No
        nie nie = No
        nie, nechcem zrušiť = No
        nerušte to = No
        nerušiť = No
        radšej nie = No
        určite nie = No
        nechajte to tak = No
        v žiadnom prípade = No
        nesúhlasím = No
        zrušiť = -
        chcem zrušiť = -
        áno nie = -
        nie, áno = -
        áno, ale až zajtra = -
        áno, ak dostanem peniaze = -
        možno = -
        asi áno = -
        no = -
        prečo nie = -
        človek = Person
        chcem hovoriť s operátorom = Person
        spojte ma s niekým = Person
        zopakujte to prosím = Repeat
        ešte raz = Repeat
        čože = Repeat
        nepočul som = Repeat
        pomalšie prosím = Slower
        moment = Wait
        neviem = DontKnow
        haló = Hello
        späť do ponuky = Back
        to je všetko, dovidenia = End
        menu:
        zrušiť objednávku = Cancel
        chcel by som zrušiť objednávku = Cancel
        storno = Cancel
        kde je moja zásielka = Status
        kedy to príde = Status
        faktúru prosím = Invoice
        potrebujem faktúru = Invoice
        chcem zaplatiť = Payment
        platba kartou = Payment
        vrátiť tovar = Return
        chcem to vrátiť = Return
        reklamácia = Complaint
        nefunguje to = Complaint
        iná objednávka = OtherOrder
        nechcem zrušiť = -
        parcel:
        odkaz = Tracking
        viac času = Extend
        iná adresa = ChangeAddress
        payment:
        kartou = PaymentLink
        prevodom = Transfer
        pri prevzatí = CashOnDelivery
        kind:
        vrátiť = Return
        reklamovať = Complaint
        prišlo niečo iné = Wrong
        whole:
        celú objednávku = Whole
        len časť = Part
        way:
        kuriér = Courier
        cez packetu = Packeta
        sám to pošlem = OwnWay
        remedy:
        opravu = Repair
        výmenu = Replace
        zľavu = Discount
        peniaze späť = Refund
        invoice:
        poslať znova = InvoiceAgain
        na firmu = ToCompany
        pin:
        mám ho = HaveIt
        pošlite mi kód = SendCode
        iná objednávka = OtherOrder
        code:
        mám kód = HaveIt
        neprišiel mi kód = NewCode
        mismatch:
        skúsim to znova = TryAgain
        opraviť číslo = FixNumber
        callback:
        na iné číslo = OtherNumber
        queue:
        zavolajte mi = CallMeBack
        počkám = KeepWaiting
        nobody:
        inokedy = OtherTime
        restore:
        obnoviť = Restore
        nechať zrušenú = Keep
        send:
        pošlite = Send
        first:
        slovensky = SpeakSlovak
        po slovensky prosím = SpeakSlovak
        česky = SpeakCzech
        anglicky = SpeakEnglish
        """;

    public static TheoryData<string, string, SpokenCommand?> Phrases => PhraseTable.Read(Table);

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Phrase_IsUnderstoodInItsStep(string step, string phrase, SpokenCommand? meaning) =>
        Assert.Equal(meaning, PhraseTable.Command(Slovak.Instance, step, phrase));
}
