using System.Reflection;
using IvrAutomat.Calls;
using IvrAutomat.Simulator.CallScripts;

namespace IvrAutomat.Web.Tests.Conventions;

/// <summary>Who may know whom. The arrows stand in <c>src/README.md</c>; here they are kept.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "IvrAutomat.Web.";

    private static readonly Assembly Core = typeof(Call).Assembly;
    private static readonly Assembly Simulator = typeof(CallScript).Assembly;
    private static readonly Assembly Web = typeof(AutomatHost).Assembly;

    // The rooms, each with those that it may know. What lies in none of them puts the house together and may know all.
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Persistence"] = [],
        ["Prompts"] = [],
        ["Telemetry"] = ["Persistence"],
        ["Operations"] = ["Persistence", "Prompts"],
        ["Calls"] = ["Persistence", "Prompts", "Telemetry"],
        ["Telephony"] = ["Calls", "Persistence", "Telemetry"],
        ["Shop"] = ["Calls", "Persistence", "Telemetry"],
        ["Agents"] = ["Accounts", "Calls", "Persistence", "Prompts", "Shop", "Telemetry", "Telephony"],
        ["Accounts"] = ["Persistence"],
        ["Line"] = ["Accounts", "Calls", "Persistence", "Shop"],
        ["Replay"] = ["Calls", "Persistence", "Prompts"],
        ["Privacy"] = ["Accounts", "Agents", "Calls", "Persistence", "Replay", "Shop"],
        ["AgentConsole"] = ["Accounts", "Agents", "Calls", "Line", "Operations", "Persistence", "Privacy", "Prompts", "Replay", "Shop", "Telephony"],
        ["Studio"] = ["Accounts", "AgentConsole", "Agents", "Calls", "Line", "Persistence", "Prompts", "Shop", "Speech"],
        ["Stage"] = ["Accounts", "Agents", "Calls", "Line", "Persistence", "Shop", "Speech", "Telephony"],
        ["Doctor"] = ["Persistence", "Privacy", "Prompts", "Shop", "Speech", "Telemetry", "Telephony"],
        ["Speech"] = ["Calls", "Persistence", "Prompts", "Telemetry"],
        ["Settings"] = ["Agents", "Line", "Operations", "Persistence", "Privacy", "Prompts", "Shop", "Speech", "Stage", "Telemetry", "Telephony"],
    };

    [Fact]
    public void Core_KnowsNothingButTheFramework() => Assert.All(
        Core.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void TheSimulator_KnowsNothingOfOurs() => Assert.DoesNotContain(
        Simulator.GetReferencedAssemblies(), reference => reference.Name!.StartsWith("IvrAutomat", StringComparison.Ordinal));

    [Fact]
    public void OnlyTheStage_KnowsTheSimulator() => Assert.Empty(
        Dependencies.Of(Web).Where(edge => edge.To.Assembly == Simulator && RoomOf(edge.From) != "Stage").Select(edge => $"{edge.From} -> {edge.To}"));

    [Fact]
    public void EveryRoom_KnowsOnlyThoseItMay() => Assert.Empty(
        from edge in Dependencies.Of(Web)
        where edge.To.Assembly == Web
        let user = RoomOf(edge.From)
        let used = RoomOf(edge.To)
        where user != used && Rooms.ContainsKey(user) && Rooms.ContainsKey(used) && !Rooms[user].Contains(used)
        select $"{user} -> {used}: {edge.From} uses {edge.To}");

    // The test above proves what it says only while what is allowed has no circle itself.
    [Fact]
    public void TheArrowsAllowed_HaveNoCircle()
    {
        var left = Rooms.ToDictionary(room => room.Key, room => room.Value.ToHashSet());
        while (left.Count > 0)
        {
            var free = left.Keys.Where(room => !left[room].Overlaps(left.Keys)).ToArray();
            Assert.NotEmpty(free);
            Array.ForEach(free, room => left.Remove(room));
        }
    }

    [Fact]
    public void EveryFolder_IsARoom() => Assert.Empty(
        Directory.EnumerateDirectories(Repository.At("src", "IvrAutomat.Web")).Select(Path.GetFileName)
            .Except(["bin", "obj", "Properties", "Commands", "Deploy", .. Rooms.Keys]));

    private static string RoomOf(Type type) => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true ? type.Namespace[Root.Length..].Split('.')[0] : "";
}
