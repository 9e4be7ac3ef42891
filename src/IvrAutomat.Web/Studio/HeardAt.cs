using System.Collections.Immutable;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;

namespace IvrAutomat.Web.Studio;

/// <summary>
/// What a caller would hear at some instant, now or to come: the dialogue itself is asked, with that instant as a fact and the settings, words and
/// announcement of today. Nothing is stored and nobody is called.
/// </summary>
internal sealed class HeardAt(HouseNow house, PromptLibrary prompts)
{
    private const string Nobody = "preview";

    /// <summary>The greeting of a caller whose number is not known.</summary>
    public ImmutableArray<string> Greeting(DateTimeOffset at, string language) => Said(Greeted(at, language), at);

    /// <summary>What the same caller hears who asks for a person.</summary>
    public ImmutableArray<string> Person(DateTimeOffset at, string language)
    {
        var facts = FactsAt(at);
        var asked = ShopDialogue.Handle(Greeted(at, language).Call, new CommandGiven(GlobalCommand.Person), facts);
        var opened = ShopDialogue.Handle(asked.Call, new WorkFinished(new CaseOpened("123456", facts.Shop.DueAfter(at), Channel.Sms)), facts);
        return [.. Said(asked, at), .. Said(opened, at)];
    }

    /// <summary>The greeting as one text for an engine that speaks one language: what is said in another is left out.</summary>
    public string Sound(DateTimeOffset at, string language)
    {
        var turn = Greeted(at, language);
        return string.Join(' ', Said(turn with { Say = [.. turn.Say.Where(said => said.Language is null || said.Language == language)] }, at));
    }

    /// <summary>Whether people are on the phone.</summary>
    public bool IsOpen(DateTimeOffset at)
    {
        var facts = FactsAt(at);
        return facts.Shop.Hours.IsOpen(facts.Now.DateTime);
    }

    private Turn Greeted(DateTimeOffset at, string language) => ShopDialogue.Handle(
        ShopDialogue.Begin(Nobody),
        new CallStarted(new Caller(HasOpenOrder: false, CanBeCalledBack: true, CalledLately: false) { Language = language == Languages.All[0].Tag ? null : language }),
        FactsAt(at));

    private Facts FactsAt(DateTimeOffset at)
    {
        var shop = house.Shop();
        return new Facts(TimeZoneInfo.ConvertTime(at, shop.TimeZone), shop) { Languages = [.. prompts.Complete], Announced = house.Announced(at) };
    }

    private ImmutableArray<string> Said(Turn turn, DateTimeOffset at)
    {
        var today = FactsAt(at).Today;
        return [.. turn.Say.Select(said => prompts.Current.Speak(said.Language ?? turn.Call.Language, said.Fill(static _ => "777"), today))];
    }
}
