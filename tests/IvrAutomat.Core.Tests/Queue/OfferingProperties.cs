using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using IvrAutomat.Queue;

namespace IvrAutomat.Core.Tests.Queue;

/// <summary>What holds for every queue and every set of agents.</summary>
public sealed class OfferingProperties
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static readonly string[] Names = ["Jana", "Petr", "Eva", "Jan", "Ola"];

    [Fact]
    public void NoCallAndNoAgent_IsInTwoOffers() => Holds((calls, agents, offers)
        => offers.Select(offer => offer.CallId).Distinct().Count() == offers.Length
            && offers.Select(offer => offer.Agent).Distinct().Count() == offers.Length);

    [Fact]
    public void EveryOffer_RespectsLanguageRestAndConsole() => Holds((calls, agents, offers) => offers.All(offer =>
    {
        var call = calls.Single(call => call.Id == offer.CallId);
        return Suits(call, agents.Single(agent => agent.Name == offer.Agent));
    }));

    [Fact]
    public void NobodySuitable_IsLeftIdleBesideACallThatWaits() => Holds((calls, agents, offers) => !calls
        .Where(call => offers.All(offer => offer.CallId != call.Id))
        .Any(call => agents.Where(agent => offers.All(offer => offer.Agent != agent.Name)).Any(agent => Suits(call, agent))));

    [Fact]
    public void NobodyIsOvertaken_ByWhoCouldHaveHadTheSameAgentLater() => Holds((calls, agents, offers) => offers.All(offer =>
    {
        var agent = agents.Single(agent => agent.Name == offer.Agent);
        var served = calls.Single(call => call.Id == offer.CallId);
        return calls.Where(call => offers.All(each => each.CallId != call.Id) && Suits(call, agent))
            .All(left => PlaceOf(served) < PlaceOf(left));
    }));

    [Fact]
    public void TheOrderOfTheInput_DoesNotMatter() => Holds((calls, agents, offers)
        => offers.SequenceEqual(Offering.Next(calls.Reverse(), agents.Reverse(), Now)));

    [Fact]
    public void EveryPlace_IsTakenOnce() => Holds((calls, _, _) =>
    {
        QueuePlace[] places = [.. calls.Select(PlaceOf)];
        return places.Select(own => Offering.Ahead(places, own)).Order().SequenceEqual(Enumerable.Range(0, places.Length));
    });

    private static QueuePlace PlaceOf(WaitingCall call) => new(call.Id, call.Since, call.IsOurFault);

    private static bool Suits(WaitingCall call, FreeAgent agent) => (call.Language is not { } language || agent.Languages.Contains(language))
        && (agent.HasConsole || !call.IsCallback) && !(agent.RestsUntil > Now);

    private static void Holds(Func<WaitingCall[], FreeAgent[], ImmutableArray<Offer>, bool> rule)
    {
        var scenes =
            from calls in Calls()
            from agents in Agents()
            select (calls, agents);
        Prop.ForAll(scenes.ToArbitrary(), scene => rule(scene.calls, scene.agents, Offering.Next(scene.calls, scene.agents, Now))).QuickCheckThrowOnFailure();
    }

    private static Gen<WaitingCall[]> Calls()
    {
        var call =
            from waited in Gen.Choose(0, 20)
            from language in Gen.Elements("cs", "en", null)
            from ours in Gen.Elements(true, false, false)
            from callback in Gen.Elements(true, false, false)
            from previous in Gen.Elements([.. Names, null])
            from refusals in Gen.Choose(0, 2).ArrayOf(Names.Length)
            select new WaitingCall(string.Empty, language, Now.AddMinutes(-waited), Names.Zip(refusals).ToImmutableDictionary(each => each.First, each => each.Second))
            {
                IsOurFault = ours,
                IsCallback = callback,
                Previous = previous,
            };
        return call.ArrayOf().Select(calls => calls.Select((each, at) => each with { Id = $"call {at}" }).ToArray());
    }

    private static Gen<FreeAgent[]> Agents()
    {
        var agent =
            from idle in Gen.Choose(0, 20)
            from english in Gen.Elements(true, false)
            from rests in Gen.Elements(-1, 0, 1)
            from console in Gen.Elements(true, false)
            select new FreeAgent(string.Empty, english ? ["cs", "en"] : ["cs"], Now.AddMinutes(-idle), Now.AddMinutes(rests)) { HasConsole = console };
        return from agents in agent.ArrayOf(Names.Length)
               from count in Gen.Choose(0, Names.Length)
               select agents.Take(count).Select((each, at) => each with { Name = Names[at] }).ToArray();
    }
}
