using System.Globalization;
using IvrAutomat.Simulator.Carrier;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Reads how the world is before the first call.</summary>
internal static class ScriptGivenReader
{
    private static readonly string[] ClockForms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public static ScriptGiven Read(ScriptNodes nodes, YamlNode? node)
    {
        var fields = nodes.Fields(
            node, "given", "clock", "caller", "callers", "agents", "ready", "order", "orders", "shop", "settings", "numbers", "faults", "carrier",
            "systems", "announcement", "requests");
        YamlNode? Field(string name) => fields.GetValueOrDefault(name);
        var shop = nodes.Fields(Field("shop"), "shop", "delay", "down", "file");
        return new ScriptGiven(
            Clock(nodes, Field("clock")),
            CallScriptReader.CallerOf(nodes, Field("caller")),
            new StageSetting(
                Orders(nodes, fields),
                nodes.Length(shop.GetValueOrDefault("delay"), "delay"),
                nodes.Flag(shop.GetValueOrDefault("down"), "down"),
                nodes.Fields(Field("settings"), "settings")
                    .ToDictionary(setting => setting.Key, setting => nodes.Text(setting.Value, setting.Key) ?? "", StringComparer.Ordinal))
            {
                Announcement = nodes.Fields(Field("announcement"), "announcement")
                    .ToDictionary(part => part.Key, part => nodes.Text(part.Value, part.Key) ?? "", StringComparer.Ordinal),
                Ready = [.. ScriptNodes.Each(Field("ready")).Select(name => nodes.Text(name, "ready")).OfType<string>()],
                Requests = nodes.Fields(Field("requests"), "requests").ToDictionary(
                    kind => kind.Key,
                    kind => kind.Value is YamlScalarNode { Value: "fails" } ? (TimeSpan?)null : nodes.Length(kind.Value, kind.Key),
                    StringComparer.Ordinal),
                OrdersFile = shop.GetValueOrDefault("file") is { } file ? nodes.Text(file, "file") : null,
            },
            ScriptFaultsReader.Faults(nodes, Field("faults")),
            Numbers(nodes, Field("numbers")),
            Agents(nodes, Field("agents")),
            nodes.Fields(Field("callers"), "callers").ToDictionary(
                caller => caller.Key, caller => CallScriptReader.CallerOf(nodes, caller.Value) ?? "", StringComparer.Ordinal),
            ScriptSystemsReader.Acts(nodes, Field("systems")),
            ScriptFaultsReader.Switches(nodes, Field("carrier")),
            node is null ? 1 : ScriptNodes.LineOf(node));
    }

    private static Dictionary<string, string> Orders(ScriptNodes nodes, Dictionary<string, YamlNode> fields)
    {
        var orders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var order in ScriptNodes.EachOf(fields, "order", "orders"))
        {
            var parts = nodes.Fields(order, "a given order", "number", "state");
            var number = nodes.Text(parts.GetValueOrDefault("number"), "number");
            var state = nodes.Text(parts.GetValueOrDefault("state"), "state");
            if (number is null || state is null)
            {
                nodes.Wrong(ScriptNodes.LineOf(order), "a given order needs number and state");
            }
            else
            {
                orders[number] = state;
            }
        }

        return orders;
    }

    private static VirtualNumber[] Numbers(ScriptNodes nodes, YamlNode? node) =>
    [
        .. nodes.Fields(node, "numbers").Select(number => new VirtualNumber(
            number.Key,
            nodes.OneOf(
                number.Value,
                "what a number does",
                ("answers", WhenDialled.Answers),
                ("is busy", WhenDialled.Busy),
                ("does not answer", WhenDialled.NoAnswer),
                ("fails", WhenDialled.Fails)) ?? WhenDialled.Answers)),
    ];

    private static Dictionary<string, WhenDialled> Agents(ScriptNodes nodes, YamlNode? node) =>
        nodes.Fields(node, "agents").ToDictionary(
            agent => agent.Key,
            agent => nodes.OneOf(
                agent.Value,
                "what the phone of an agent does",
                ("rings", WhenDialled.Rings),
                ("answers", WhenDialled.Answers),
                ("busy", WhenDialled.Busy),
                ("declines", WhenDialled.Declines),
                ("no answer", WhenDialled.NoAnswer),
                ("voicemail", WhenDialled.Voicemail),
                ("fails", WhenDialled.Fails)) ?? WhenDialled.Rings,
            StringComparer.Ordinal);

    private static DateTime? Clock(ScriptNodes nodes, YamlNode? node)
    {
        if (node is null || nodes.Text(node, "clock") is not { } written)
        {
            return null;
        }

        if (DateTime.TryParseExact(written, ClockForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
        {
            return clock;
        }

        nodes.Wrong(ScriptNodes.LineOf(node), "clock must be written as 2026-11-23 10:00, in the shop's own time");
        return null;
    }
}
