using System.Collections.Frozen;
using static IvrAutomat.Language.PhraseWeight;
using static IvrAutomat.Language.SpokenCommand;

namespace IvrAutomat.Language;

/// <summary>
/// What callers say in every step, and what they ask for in the order's menu. Longer phrases win over shorter ones that begin at the same word.
/// The word "no" is nowhere: in Czech it means anything from "well" to "yes".
/// </summary>
internal static partial class CommandPhrases
{
    private static readonly CommandPhrase[] All = [.. Everywhere().Concat(Tasks()).Concat(Steps()).OrderByDescending(phrase => phrase.Words.Length)];

    private static readonly CommandPhrase[] OpenEnded = [.. All.Where(phrase => phrase.Words[0].EndsWith('*'))];

    private static readonly FrozenDictionary<string, CommandPhrase[]> ByFirstWord =
        All.Except(OpenEnded).GroupBy(phrase => phrase.Words[0]).ToFrozenDictionary(phrases => phrases.Key, phrases => phrases.ToArray());

    /// <summary>The longest phrase that begins at a word, or null.</summary>
    public static CommandPhrase? LongestAt(IReadOnlyList<SpokenWord> words, int at)
    {
        var exact = ByFirstWord.GetValueOrDefault(words[at].Text)?.FirstOrDefault(phrase => phrase.Matches(words, at));
        var open = OpenEnded.FirstOrDefault(phrase => phrase.Matches(words, at));
        return exact is null || open?.Words.Length > exact.Words.Length ? open : exact;
    }

    private static IEnumerable<CommandPhrase> Everywhere() =>
    [
        .. Say(Full, "ano|ano ano|jo|jo jo|jojo|joo|jj|anoo|jasne|jasny|jasnacka|jasan|spravne|presne|presne tak|souhlasi|souhlasim|souhlas|souhlasime|"
            + "je to tak|to je tak|tak je to|tak jest|je to ono|to je ono|to je ona|je to ona|je to spravne|to sedi|sedi|sedi to|urcite|samozrejme|"
            + "rozhodne|zajiste|potvrzuji|potvrzuju|potvrdit|potvrdte|muze byt|beze vseho|v poradku|je to v poradku|to ano|prave tak|pravda|"
            + "to je pravda|to je ono|tak tak|naprosto", Yes),
        .. Say(Weak, "dobre|dobra|ok|okej|okay|oukej|plati|fajn|budiz|super|vyborne", Yes),
        .. Say(Alone, "chci|chtel bych|chtela bych|chci prosim|bych chtel|bych chtela|klidne|preji si|preju si|prejeme si", Yes),
        .. Say(Full, "ne|ne ne|nee|nene|nechci|nechceme|nechteji|nikoli|nikoliv|nesouhlasi|nesouhlasim|nesouhlasime|nesedi|nesedi to|omyl|to ne|"
            + "vubec ne|vubec nechci|urcite nechci|rozhodne nechci|jasne ze nechci|ani ne|radsi ne|radeji ne|spis ne|urcite ne|rozhodne ne|jasne ze ne|samozrejme ze ne|to urcite ne|v zadnem pripade|za zadnou cenu|"
            + "ani nahodou|kdepak|nikdy|neplati|neni to tak|to neni tak|tak to neni|neni to ono|to neni ono|to neni ona|neni to ona|neni to spravne|neni moje|to neni moje|neni muj|to neni muj|"
            + "to neni spravne|nespravne|spatne|je to spatne|to je spatne|blbe|nepotrebuji|nepotrebuju|neni treba|netreba|neni potreba|"
            + "nemusite|asi ne|nechtel bych|nechtela bych|nemam zajem|nerusit|neruste|nezrusit|nezruste|nezrusujte|nerus|nerusime|nerusim|neposilat|"
            + "neposilejte|neplatit|nevracet|nespojovat|nespojujte|neprepojovat|neprepojujte|ne diky|ne dekuji|ne dekuju", No),
        .. Say(Alone, "neni|to neni|vubec|dal|dale|dalsi", No),
        .. Say(Full, "clovek|cloveka|clovekem|cloveku|lidi|lidmi|operator*|kolega|kolegu|kolegou|kolegovi|kolegyn*|zivy|ziveho|zivym|zivou|ziva|asistent*|pracovnik*|pracovnic*|"
            + "poradce|poradcem|poradkyn*|zamestnan*|prodavac*|telefonist*|obsluha|obsluhu|obsluhou|spojte|spoj me|spojte me|spojit|spojeni|spojili|"
            + "prepojte|prepojte me|prepoj me|prepojit|prepojeni|prepojili|mluvit s|mluvit|promluvit si|promluvit|hovorit s|hovorit|s nekym zivym|nekoho ziveho|"
            + "nekdo zivy|zakaznicka linka|zakaznickou linku|zakaznicky servis|zakaznickou podporu|vedouci*", Person),
        .. Say(Alone, "nula|nulu|nulka|nulku|0|nekdo|nekoho|nekym|podpora|podporu", Person),
        .. Say(Full, "zopakovat|zopakujte|zopakuj|zopakujete|zopakovali|zopakoval|zopakovala|opakovat|opakujte|opakuj|coze|co prosim|jak prosim|co ze|"
            + "co jste rikal*|co jste rikali|co rikate|co jste to rikal*|jak jste rikal*|co rikal*|neslysel*|nerozumel*|nerozumim|neslysim|spatne slysim|"
            + "slysim spatne|spatne slyset|slyset spatne|spatne vas slysim|spatne rozumim|hvezdicka|hvezdicku|repete|rekni to znovu|reknete to znovu", Repeat),
        .. Say(Weak, "jeste jednou|jeste jednou prosim", Repeat),
        .. Say(Weak, "znovu|znova|jeste znovu", TryAgain, Repeat),
        .. Say(Alone, "prosim|co|promin|prominte|pardon|jak|cozpak", Repeat),
        .. Say(Full, "pomaleji|pomalejc|pomalu|pomalej|moc rychle|prilis rychle|tak rychle|moc rychly|zpomalte|zpomalit", Slower),
        .. Say(Full, "vratit se|se vratit|vracim se|vratme se|vratte se|vrat se|do nabidky|do menu|hlavni nabidk*|hlavni menu|predchozi nabidk*|o krok zpet|"
            + "zpet do nabidky|zpatky do nabidky|zpet do menu|zpatky do menu|zpet na zacatek|na zacatek", Back),
        .. Say(Weak, "zpet|zpatky|nazpet|vratit zpet|menu|nabidka", Back),
        .. Say(Alone, "devitka|devitku|9", Back),
        .. Say(Weak, "moment|momentik|momentek|okamzik|okamzicek|vydrzte|vydrz|pockejte|pockej|pockat|pockam|jen se podivam|jenom se podivam|podivam se|minutku|"
            + "minutu|chvilku|chvilinku|chvili|chvilicku|vterinku|vterinu|sekundu|sekundicku|hledam|hledam to|uz to hledam|nasel to hledam|strpeni|hned to bude|"
            + "hned to najdu|nez to najdu", Wait),
        .. Say(Alone, "hned|hnedka|uz|jo hned", Wait),
        .. Say(Weak, "nevim|vubec nevim|presne nevim|nemam|nemuzu najit|nemohu najit|nemuzu to najit|nemohu to najit|nepamatuji|nepamatuju|netusim|nemam tuseni|neznam|nevidim|"
            + "nenasel|nenasla|nemuzu ho najit|nemuzu ji najit|zapomnel|zapomnela|zapomnel jsem|zapomnela jsem|ztratil|ztratila|napoveda|napovedu|poradte|pomoc|pomozte|"
            + "pomoct|pomoci|kde najdu|kde ho najdu|kde to najdu|kde mam pin|kde mam cislo|kde je pin|co mam delat|nevim jak|nejde to|co to znamena|nechapu|poradit", DontKnow),
        .. Say(Weak, "halo|haloo|jste tam|jste tu|je tam nekdo|slysite|slysite me|dobry den|dobry vecer|dobre rano|dobre odpoledne|dobre dopoledne|zdravim",
            Hello),
        .. Say(Full, "ukoncit hovor|ukoncete hovor|ukoncit|konec hovoru|zavesit|zavesim", End),
        .. Say(Weak, "nashle|nashledanou|na shledanou|na slysenou|naslysenou|sbohem|konec|koncim|to je vse|to je vsechno|to bude vse|to bude vsechno|uz nic|nic vic|nic dalsiho|to staci|staci|mejte se|na videnou", End),
        .. Say(Alone, "dekuji|dekuju|diky|dik|nic|ahoj|cau|hotovo|vse|vsechno", End),
        .. Say(Nothing, "proc ne|proc by ne|ani jedno|ani ano ani ne|ano i ne|to je jedno|je mi to jedno|co nejrychleji|neni problem|neni zac|"
            + "nemate zac|slysim dobre|slysim vas dobre|dobre slysim|"
            + "ano nebo ne|jo nebo ne|ano ci ne|ne ze by|ne ze|mozna ano|mozna ne|mozna|snad|asi ano|asi jo|nejspis|"
            + "spatne spojeni|spatny signal|nemuzu mluvit|nemohu mluvit"),
    ];

    private static IEnumerable<CommandPhrase> Say(PhraseWeight weight, string phrases, params SpokenCommand[] meanings) =>
        phrases.Split('|').Select(phrase => new CommandPhrase(phrase.Split(' '), weight, meanings));
}
