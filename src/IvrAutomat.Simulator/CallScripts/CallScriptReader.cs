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

        var given = ScriptGivenReader.Read(nodes, fields.GetValueOrDefault("given"));
        var steps = new ScriptStepReader(nodes, [.. given.Agents.Keys], [.. given.Callers.Keys]);
        return new CallScript(
            name ?? "",
            file,
            given,
            Calls(nodes, steps, root, fields.GetValueOrDefault("call"), fields.GetValueOrDefault("calls")),
            ScriptThenReader.Read(nodes, fields.GetValueOrDefault("then")));
    }

    private static List<ScriptedCall> Calls(ScriptNodes nodes, ScriptStepReader steps, YamlNode root, YamlNode? one, YamlNode? many)
    {
        if (one is null == many is null)
        {
            nodes.Wrong(ScriptNodes.LineOf(root), "a script has either \"call\" with the steps of one call, or \"calls\" with several");
        }

        if (one is not null)
        {
            return [new ScriptedCall(ScriptNodes.LineOf(one), Caller: null, TimeSpan.Zero, steps.Read(one))];
        }

        var calls = new List<ScriptedCall>();
        foreach (var node in ScriptNodes.Each(many))
        {
            var fields = nodes.Fields(node, "one of the calls", "caller", "after", "steps");
            calls.Add(new ScriptedCall(
                ScriptNodes.LineOf(node),
                CallerOf(nodes, fields.GetValueOrDefault("caller")),
                nodes.Length(fields.GetValueOrDefault("after"), "after"),
                steps.Read(fields.GetValueOrDefault("steps"))));
        }

        return calls;
    }

    /// <summary>A number or <c>withheld</c>; null when absent.</summary>
    internal static string? CallerOf(ScriptNodes nodes, YamlNode? node)
    {
        var caller = nodes.Text(node, "caller");
        if (caller is not null && caller != "withheld" && !PhoneNumberShape.IsE164(caller))
        {
            nodes.Wrong(ScriptNodes.LineOf(node!), "caller must be \"withheld\" or a number in E.164 in quotes, as \"+420601000001\"");
        }

        return caller;
    }
}
