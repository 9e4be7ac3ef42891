using IvrAutomat.Language;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>What Czech callers say, step by step.</summary>
public class CzechPhrasesTests
{
    private const string Table = """
        confirm:
        ano = Yes
        no ano = Yes
        ehm ano prosím = Yes
        no jo no = Yes
        tak jo = Yes
        tak jo no = Yes
        jo jo to je ono = Yes
        ano ano zrušit prosím = Yes
        ano, opravdu = Yes
        jasně, že jo = Yes
        samozřejmě = Yes
        souhlasím s tím = Yes
        určitě ano = Yes
        jo prosím vás = Yes
        dobře, ano = Yes
        ANO PROSIM = Yes
        ne = No
        ne ne = No
        ne, nechci zrušit = No
        neruš to = No
        nerušte to prosím = No
        nechte to být = No
        radši ne = No
        raději ne = No
        no to ne = No
        ale ne = No
        ne prosím = No
        já to nechci rušit = No
        to ne, nechte to tak = No
        vůbec ne = No
        v žádném případě nerušit = No
        nezrušte to = No
        ne ne ne ne = No
        ne, radši ne = No
        zrušit = -
        chci to zrušit = -
        zrušte tu objednávku = -
        storno = -
        ano ne = -
        ne vlastně ano = -
        ano vlastně ne = -
        no = -
        no no = -
        hm = -
        hmm = -
        eee = -
        ehm = -
        asi jo = -
        asi ano = -
        možná = -
        ano jestli dostanu peníze = -
        ano ale až zítra = -
        jo kdyby to šlo = -
        nevím jestli ano = -
        to záleží = -
        kolik to stojí = -
        a co peníze = -
        jedna dva tři = -
        kočka leze dírou = -
        spojte mě s člověkem = Person
        ještě jednou prosím = Repeat
        co jste říkali = Repeat
        moment prosím = Wait
        menu:
        chtěl bych zrušit objednávku = Cancel
        potřebuju stornovat tu objednávku = Cancel
        už to nechci zrušte to = Cancel
        jak zruším objednávku = Cancel
        kde je můj balík = Status
        kdy mi to dorazí = Status
        co je s mojí objednávkou = Status
        kurýr nepřijel = Parcel
        kdy přijede kurýr = Status
        zásilka = Parcel
        balík na zásilkovně = Parcel
        potřebuju změnit adresu = Parcel
        chci prodloužit uložení = Parcel
        sledování zásilky = Parcel
        chci to zaplatit kartou = Payment
        nejde mi ta platba = Payment
        pošlete mi odkaz na platbu = Payment
        chci změnit platbu na dobírku = Payment
        platba převodem = Payment
        chci vrátit zboží = Return
        vrátit boty nesedí mi = Return
        odstoupit od smlouvy = Return
        chci reklamovat = Complaint
        přišlo to rozbité = Complaint
        je to vadné = Complaint
        přišlo mi něco jiného = Complaint
        faktura na firmu = Invoice
        potřebuju fakturu na ičo = Invoice
        pošlete mi znovu fakturu = Invoice
        jinou objednávku prosím = OtherOrder
        mám dotaz = Person
        živého člověka = Person
        chci operátorku = Person
        zrušit nebo vrátit = -
        nechci zrušit objednávku = -
        objednávka = -
        prší = -
        něco s tím balíkem = Parcel
        parcel:
        pošlete mi odkaz = Tracking
        sledovací odkaz = Tracking
        chci to sledovat = Tracking
        prodloužit = Extend
        potřebuju víc času = Extend
        nestihnu to vyzvednout = Extend
        prodlužte mi to uložení = Extend
        změnit adresu = ChangeAddress
        jiné výdejní místo = ChangeAddress
        na jinou adresu prosím = ChangeAddress
        zpět = Back
        payment:
        kartou = PaymentLink
        zaplatím kartou = PaymentLink
        přes odkaz, kartou = PaymentLink
        převodem = Transfer
        převodem z účtu = Transfer
        bankovní převod = Transfer
        dobírka = CashOnDelivery
        při převzetí = CashOnDelivery
        na dobírku prosím = CashOnDelivery
        hotově = CashOnDelivery
        kartou nebo převodem = -
        zpátky do nabídky = Back
        kind:
        vrátit = Return
        chci to jenom vrátit = Return
        reklamovat = Complaint
        má to vadu = Complaint
        nefunguje to = Complaint
        přišlo něco jiného = Wrong
        přišlo poškozené = Wrong
        něco chybí = Wrong
        je to neúplné = Wrong
        whole:
        celou = Whole
        celou objednávku = Whole
        všechno = Whole
        ano celou = Whole
        ne celou = -
        ano = Yes
        jen část = Part
        jen jednu věc = Part
        ne jen něco = Part
        way:
        kurýrem = Courier
        kurýr = Courier
        ať přijedou = Courier
        zásilkovna = Packeta
        v zásilkovně = Packeta
        pošlu to sám = OwnWay
        vlastní cestou = OwnWay
        sama to pošlu = OwnWay
        poštou = OwnWay
        zásilkovna nebo kurýr = -
        remedy:
        opravu = Repair
        opravit to = Repair
        výměnu = Replace
        chtěla bych to vyměnit = Replace
        slevu = Discount
        sleva by stačila = Discount
        peníze zpátky = Refund
        vrátit peníze = Refund
        chci peníze zpět = Refund
        opravu nebo výměnu = -
        invoice:
        poslat znovu = InvoiceAgain
        fakturu znovu = InvoiceAgain
        na firmu = ToCompany
        potřebuju to na íčo = ToCompany
        změnit ji na firmu = ToCompany
        pin:
        mám ho = HaveIt
        ano mám = Yes
        ano mám ho tady = HaveIt
        pošlete mi kód = SendCode
        nemám, pošlete kód = SendCode
        nemám ho = DontKnow
        nevím ho = DontKnow
        jinou objednávku = OtherOrder
        code:
        nový kód = NewCode
        kód nepřišel = NewCode
        už mi přišel = HaveIt
        mismatch:
        zkusím to znovu = TryAgain
        znovu = TryAgain
        pošlete mi kód = SendCode
        opravit číslo = FixNumber
        spletla jsem se = FixNumber
        callback:
        jiné číslo = OtherNumber
        ano souhlasí = Yes
        ne, jiné číslo = OtherNumber
        ano, jiné číslo = -
        nesouhlasí = No
        closed:
        hodí se = Yes
        jindy = OtherTime
        jiný čas prosím = OtherTime
        nehodí se mi to = OtherTime
        zrušit = Cancel
        queue:
        zavolejte mi = CallMeBack
        zavolejte mi zpátky = CallMeBack
        počkám = KeepWaiting
        zůstanu na lince = KeepWaiting
        nobody:
        čekat dál = KeepWaiting
        ano hodí = Yes
        jiný termín = OtherTime
        restore:
        obnovit = Restore
        obnovte ji prosím = Restore
        nechat zrušenou = Keep
        nechte to tak = Keep
        zrušená = -
        send:
        pošlete = Send
        ano pošlete = Yes
        neposílejte = No
        nechci = No
        first:
        anglicky = SpeakEnglish
        English = SpeakEnglish
        English please = SpeakEnglish
        česky = SpeakCzech
        """;

    public static TheoryData<string, string, SpokenCommand?> Phrases => PhraseTable.Read(Table);

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Phrase_IsUnderstoodInItsStep(string step, string phrase, SpokenCommand? meaning) =>
        Assert.Equal(meaning, PhraseTable.Command(Czech.Instance, step, phrase));

    [Theory]
    [MemberData(nameof(Phrases))]
    public void WithoutDiacriticsInCapitals_ThePhraseMeansTheSame(string step, string phrase, SpokenCommand? meaning) =>
        Assert.Equal(meaning, PhraseTable.Command(Czech.Instance, step, PlainText.Of(phrase).ToUpperInvariant()));
}
