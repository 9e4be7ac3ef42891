using static IvrAutomat.Language.PhraseWeight;
using static IvrAutomat.Language.SpokenCommand;

namespace IvrAutomat.Language;

/// <summary>
/// The tasks of the order's menu. Nouns for the goods are weak, because they go with every verb: "vrátit balík", "zaplatit zásilku".
/// Finished actions ("zrušená", "zaplaceno") are questions about a state, no wish.
/// </summary>
internal static partial class CommandPhrases
{
    private static IEnumerable<CommandPhrase> Tasks() =>
    [
        .. Say(Full, "zrusit|zruste|zrus|zrusim|zrusime|zrusite|zrusil bych|zrusila bych|zrusili bychom|zruseni|zrusenim|rusit|rusim|rusime|rusil bych|"
            + "rusila bych|ruseni|storno|storna|stornu|stornem|stornovat|stornuj|stornuji|stornuju|stornujte|stornovani|odvolat objednavku|"
            + "zrusil|zrusila|zrusili|odrict|odreknout|odhlasit objednavku", Cancel),
        .. Say(Full, "odstoupit|odstupuji|odstupuju|odstoupeni", Return, Cancel),
        .. Say(Nothing, "zrusena|zrusenou|zrusene|zruseny|zruseno|zrusili jste|zrusil jste|zrusil jsem|zrusila jsem|zrusili jsme|stornovana|stornovano|vratil jsem|vratila jsem|vratili jsme"),
        .. Say(Full, "vratit|vratim|vratime|vratka|vratku|vratky|vratkou|vraceni|vracenim|vratil bych|vratila bych|vratili bychom|vratil|vratila|vracim|vracet|"
            + "vratit zbozi|poslat zpatky|poslat zpet|poslat nazpet|posilam zpet|posilam zpatky|zaslat zpet|nesedi mi|nesedi velikost|"
            + "vratit objednavku|navratit|vraceni nebo reklamac*|vratit nebo reklamovat", Return),
        .. Say(Weak, "vratit penize|vraceni penez|penize zpet|zpet penize|penize zpatky|vymenit|vymena|vymenu|vymenil|vymenila", Return, Complaint),
        .. Say(Full, "reklam*|zareklam*|vada|vadu|vady|vadne|vadny|vadna|vadnou|rozbite|rozbity|rozbita|rozbil*|poskozen*|nefunguje|nefunkcni|nefachci|stiznost|"
            + "prislo neco jineho|prislo spatne|prislo mi neco jineho|chybi mi|chybelo|spatna velikost|spatnou velikost|"
            + "spatna barva|spatnou barvu|spatne zbozi|jine zbozi", Complaint, Return),
        .. Say(Full, "zaplatit|zaplatim|zaplatil bych|zaplatila bych|platit|platim|platil bych|platila bych|platba|platbu|platby|platbe|platbou|placeni|"
            + "doplatit|doplatek|uhradit|uhrada|uhradu|kartou|kreditkou|prevodem|prevod|dobirka|dobirku|dobirkou|dobirky|platebni*|preplatit|"
            + "odkaz na platbu|zpusob platby|zmenit platbu|zmena platby", Payment),
        .. Say(Weak, "zaplacen*|zaplatil|zaplatila|zaplaceno", Payment),
        .. Say(Full, "faktura|fakturu|faktury|fakture|fakturou|fakturku|danovy doklad|doklad|doklady|uctenka|uctenku|uctenky|paragon", Invoice),
        .. Say(Full, "kde mam balik|kde je balik|kde mam zasilku|kde je zasilka|kde mam objednavku|kde je objednavka|kde je moje objednavka|"
            + "kde je moje zasilka|kde je muj balik|stav|stavu|stav objednavky|stav zasilky|"
            + "jak je na tom|jak to vypada|jak vypada|co je s|co se deje s", Status, Parcel),
        .. Say(Weak, "kdy prijde|kdy mi prijde|kdy to prijde|kdy mi to prijde|kdy dorazi|kdy mi dorazi|kdy to dorazi|kdy to bude|kdy bude|"
            + "kdy to dostanu|kdy to dojde|kdy prijede|kdy ho dostanu|kdy ji dostanu|kdy mi to doruc*|neprislo|neprisel|neprisla|nedorazil*|nedosel|nedoslo|"
            + "nedosla|jeste neprisl*|kde mam|kde je|kde to mam|kde to je|kde ho mam|kde se nachazi|kde to vazne", Status, Parcel),
        .. Say(Weak, "penize|kdy dostanu penize|kdy dostanu zpatky penize|kdy mi vratite penize|dostanu zpatky|dostanu penize|zpatky penize", Status),
        .. Say(Weak, "balik*|balic*|zasilk*|zasilc*|zasilek|doruc*|dodan*|dodavk*|sledov*|kuryr*|dopravc*|doprav*|vyzvedn*|vydejn*|adres*|posta|postu|zasilkovn*|"
            + "prodlouz*|ulozeni", Parcel, Status),
        .. Say(Full, "jina objednavka|jinou objednavku|jine objednavky|jine objednavce|dalsi objednavka|dalsi objednavku|druha objednavka|druhou objednavku|jeste jednu objednavku|"
            + "ostatni objednavky|na jinou objednavku|k jine objednavce", OtherOrder),
    ];
}
