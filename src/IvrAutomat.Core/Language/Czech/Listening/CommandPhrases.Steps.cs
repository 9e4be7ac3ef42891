using static IvrAutomat.Language.PhraseWeight;
using static IvrAutomat.Language.SpokenCommand;

namespace IvrAutomat.Language;

/// <summary>Answers to the help menus and choices of single steps.</summary>
internal static partial class CommandPhrases
{
    private static IEnumerable<CommandPhrase> Steps() =>
    [
        .. Say(Full, "mam cislo|mam to cislo|cislo mam|mam pin|pin mam|mam kod|kod mam|mam ho|mam ji|mam to|uz mam|uz ho mam|uz ji mam|uz to mam|mam ho tady|"
            + "mam ho po ruce|mam to tady|mam po ruce|mam cislo objednavky|mam tady cislo|nasel jsem ho|nasla jsem ho|nasel jsem|nasla jsem|uz jsem nasel|"
            + "uz jsem nasla|uz mi prisel|uz prisel|prisel mi|prisla mi", HaveIt),
        .. Say(Alone, "mam|mame|jo mam|ano mam", HaveIt),
        .. Say(Full, "podle telefonu|podle telefonniho cisla|podle cisla telefonu|podle mobilu|podle meho telefonu|hledat|hledejte|vyhledat|vyhledejte|dohledat|"
            + "dohledejte|najit podle telefonu|najdete|bez cisla|bez cisla objednavky|hledat podle telefonu", SearchByPhone),
        .. Say(Weak, "telefon|telefonem|telefonni cislo|mobil", SearchByPhone),
        .. Say(Full, "poslat kod|posli kod|poslete kod|poslete mi kod|poslat mi kod|zaslat kod|zaslete kod|novy kod|poslat novy|poslete novy|poslat novy kod|"
            + "poslete novy kod|jednorazovy kod|dalsi kod|kod poslat|kodem|bez pinu|poslat pin|poslete pin|poslete mi pin|novy pin|"
            + "nemam kod|neprisel kod|kod neprisel|neprisel mi kod|kod mi neprisel", SendCode),
        .. Say(Weak, "kod|esemesku|esemeskou|sms|poslat|poslete|poslete mi", SendCode),
        .. Say(Full, "opravit|opravit cislo|opravte|opravim|oprava|opravu|oprava cisla|zmenit cislo|spatne cislo|je to spatne cislo|to je spatne cislo|"
            + "spletl jsem se|spletla jsem se|spletl jsem|spletla jsem|cislo znovu|znovu cislo|zadat cislo znovu|preklep", FixNumber),
        .. Say(Full, "jine cislo|jine telefonni cislo|na jine cislo|jiny telefon|na jiny telefon|jiny mobil|jineho cisla", OtherNumber, FixNumber),
        .. Say(Full, "zkusit znovu|zkusit to znovu|zkusim znovu|zkusim to znovu|zkusit jeste jednou|zkusim to jeste jednou|zkusim jeste jednou|"
            + "znovu pin|pin znovu|jeste jednou pin|pin jeste jednou|zadat znovu|znovu zadat|zadam znovu|zadam ho znovu|posledni pokus|dalsi pokus|"
            + "znovu kod|kod znovu", TryAgain),
        .. Say(Weak, "zkusit|zkusim|zkusim to", TryAgain),
        .. Say(Full, "obnovit|obnovte|obnovim|obnova|obnovu|obnoveni|obnovit objednavku|zrusit zruseni|zrusit to zruseni|vzit zruseni zpet|"
            + "chci ji zpatky|chci ji zpet", Restore),
        .. Say(Full, "nechat|nechte|nechte to|nechame|necham|necham to|necham si|nechat si|nechat to|ponechat|ponechte|ponecham|zachovat|nechat zrusenou|"
            + "nechat ji zrusenou|nechte ji zrusenou|nechat to tak|nechte to tak|nechat byt|nechte byt", Keep, No),
        .. Say(Full, "jiny cas|jiny termin|jiny den|jinou dobu|jinou hodinu|jindy|pozdeji|v jiny cas|v jiny den|na jiny den|jiny cas prosim|zmenit cas|"
            + "zmenit termin", OtherTime),
        .. Say(Full, "nehodi|nehodi se|nehodi se mi|nehodi se mi to|to se mi nehodi", OtherTime, No),
        .. Say(Full, "nevyhovuje|nevyhovuje mi", OtherTime, Return, No),
        .. Say(Alone, "jine|jiny|jinou|jina", OtherNumber, OtherTime, OtherOrder, OtherThing),
        .. Say(Full, "hodi se|hodi|to se hodi|to se mi hodi|hodi se mi|vyhovuje", Yes),
        .. Say(Full, "jiny dotaz|jinou otazku|jina otazka|jinou vec|jina vec|neco jineho|cokoli jineho|cokoliv jineho|jiny problem|jiny duvod", OtherThing, Person),
        .. Say(Weak, "mam dotaz|mam otazku|mam problem|dotaz|otazka|otazku|problem", OtherThing, Person),
    ];
}
