using System.Globalization;
using IvrAutomat.Simulator.Carrier;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Reads scripts from YAML. What cannot be understood comes back as errors with their lines, all at once.</summary>
/// <remarks>
/// The parts of a script: <c>name</c>, <c>given</c>, <c>call</c> (the steps of one call) or <c>calls</c> (a list of calls with
/// <c>caller</c>, <c>after</c> and <c>steps</c>), <c>then</c>. The steps are those of <see cref="CallStep"/>.
/// </remarks>
public static class CallScriptReader
{
    private static readonly string[] ClockForms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Reads one script.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="file">What the file is called in messages.</param>
    public static ScriptReading Read(string yaml, string file)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var nodes = new ScriptNodes(file);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            nodes.Wrong((int)broken.Start.Line, $"this is not YAML: {broken.Message}");
            return new ScriptReading(null, nodes.Errors);
        }

        if (stream.Documents.Count != 1)
        {
            nodes.Wrong(1, "a file holds one script: name, given, call or calls, then");
            return new ScriptReading(null, nodes.Errors);
        }

        var script = Script(nodes, stream.Documents[0].RootNode, file);
        return nodes.Errors.Count > 0 ? new ScriptReading(null, nodes.Errors) : new ScriptReading(script, []);
    }

    private static CallScript Script(ScriptNodes nodes, YamlNode root, string file)
    {
        var fields = nodes.Fields(root, "a script", "name", "given", "call", "calls", "then");
        var name = nodes.Text(fields.GetValueOrDefault("name"), "name");
        if (name is null)
        {
            nodes.Wrong(ScriptNodes.LineOf(root), "a script needs a name: a sentence that says what it shows");
        }

        var calls = Calls(nodes, root, fields.GetValueOrDefault("call"), fields.GetValueOrDefault("calls"));
        return new CallScript(
            name ?? "",
            file,
            Given(nodes, fields.GetValueOrDefault("given")),
            calls,
            ScriptThenReader.Read(nodes, fields.GetValueOrDefault("then")));
    }

    private static List<ScriptedCall> Calls(ScriptNodes nodes, YamlNode root, YamlNode? one, YamlNode? many)
    {
        if (one is null == many is null)
        {
            nodes.Wrong(ScriptNodes.LineOf(root), "a script has either \"call\" with the steps of one call, or \"calls\" with several");
        }

        if (one is not null)
        {
            return [new ScriptedCall(ScriptNodes.LineOf(one), Caller: null, TimeSpan.Zero, ScriptStepReader.Read(nodes, one))];
        }

        var calls = new List<ScriptedCall>();
        foreach (var node in ScriptNodes.Each(many))
        {
            var fields = nodes.Fields(node, "one of the calls", "caller", "after", "steps");
            calls.Add(new ScriptedCall(
                ScriptNodes.LineOf(node),
                CallerOf(nodes, fields.GetValueOrDefault("caller")),
                nodes.Length(fields.GetValueOrDefault("after"), "after"),
                ScriptStepReader.Read(nodes, fields.GetValueOrDefault("steps"))));
        }

        return calls;
    }

    private static ScriptGiven Given(ScriptNodes nodes, YamlNode? node)
    {
        var fields = nodes.Fields(node, "given", "clock", "caller", "order", "orders", "shop", "settings", "numbers", "faults");
        var shop = nodes.Fields(fields.GetValueOrDefault("shop"), "shop", "delay", "down");
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

        var settings = nodes.Fields(fields.GetValueOrDefault("settings"), "settings")
            .ToDictionary(setting => setting.Key, setting => nodes.Text(setting.Value, setting.Key) ?? "", StringComparer.Ordinal);
        return new ScriptGiven(
            Clock(nodes, fields.GetValueOrDefault("clock")),
            CallerOf(nodes, fields.GetValueOrDefault("caller")),
            new StageSetting(
                orders,
                nodes.Length(shop.GetValueOrDefault("delay"), "delay"),
                nodes.Flag(shop.GetValueOrDefault("down"), "down"),
                settings),
            Faults(nodes, fields.GetValueOrDefault("faults")),
            Numbers(nodes, fields.GetValueOrDefault("numbers")));
    }

    private static CarrierFaults Faults(ScriptNodes nodes, YamlNode? node)
    {
        var fields = nodes.Fields(
            node, "faults", "deliver twice", "delay", "lose answer", "lose status callback", "status callback twice", "no confidence");
        return new CarrierFaults
        {
            DeliverTwice = nodes.Flag(fields.GetValueOrDefault("deliver twice"), "deliver twice"),
            Delay = nodes.Length(fields.GetValueOrDefault("delay"), "delay"),
            LoseAnswer = nodes.Whole(fields.GetValueOrDefault("lose answer"), "lose answer", 1, 1000),
            LoseStatusCallback = nodes.Flag(fields.GetValueOrDefault("lose status callback"), "lose status callback"),
            StatusCallbackTwice = nodes.Flag(fields.GetValueOrDefault("status callback twice"), "status callback twice"),
            NoConfidence = nodes.Flag(fields.GetValueOrDefault("no confidence"), "no confidence"),
        };
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

    private static string? CallerOf(ScriptNodes nodes, YamlNode? node)
    {
        var caller = nodes.Text(node, "caller");
        if (caller is not null && caller != "withheld" && !PhoneNumberShape.IsE164(caller))
        {
            nodes.Wrong(ScriptNodes.LineOf(node!), "caller must be \"withheld\" or a number in E.164 in quotes, as \"+420601000001\"");
        }

        return caller;
    }
}
