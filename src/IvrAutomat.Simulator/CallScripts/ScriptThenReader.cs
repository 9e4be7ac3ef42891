using IvrAutomat.Simulator.Carrier;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Reads what must hold after the last call.</summary>
internal static class ScriptThenReader
{
    public static ScriptThen Read(ScriptNodes nodes, YamlNode? node)
    {
        var fields = nodes.Fields(
            node, "then", "order", "orders", "sms", "email", "cases", "requests", "ended", "dialled", "conferences", "systems",
            "not-heard", "heard-at-most");
        YamlNode? Field(string name) => fields.GetValueOrDefault(name);
        var heardAtMost = nodes.Length(Field("heard-at-most"), "heard-at-most");
        return new ScriptThen(
            node is null ? 1 : ScriptNodes.LineOf(node),
            [.. ScriptNodes.EachOf(fields, "order", "orders").Select(order => Order(nodes, order))],
            ScriptNodes.EachOrNone(Field("sms"))?.Select(message => Message(nodes, message)).ToArray(),
            ScriptNodes.EachOrNone(Field("email"))?.Select(message => Message(nodes, message)).ToArray(),
            ScriptNodes.EachOrNone(Field("cases"))?.Select(one => Case(nodes, one)).ToArray(),
            ScriptNodes.EachOrNone(Field("requests"))?.Select(request => Request(nodes, request)).ToArray(),
            nodes.OneOf(
                Field("ended"), "ended", ("by automat", EndedBy.Automat), ("by caller", EndedBy.Caller), ("by carrier", EndedBy.Carrier)),
            nodes.Text(Field("dialled"), "dialled"),
            ScriptNodes.EachOrNone(Field("conferences"))?.Select(one => Conference(nodes, one)).ToArray(),
            ScriptSystemsReader.Expected(nodes, Field("systems")),
            nodes.Phrases(Field("not-heard"), "not-heard"),
            heardAtMost > TimeSpan.Zero ? heardAtMost : null);
    }

    private static OrderExpected Order(ScriptNodes nodes, YamlNode node)
    {
        var text = Texts(nodes, node, "an expected order", "number", "state", "payment");
        if (text("number") is not { } number)
        {
            nodes.Wrong(ScriptNodes.LineOf(node), "an expected order needs its number");
            number = "";
        }

        return new OrderExpected(ScriptNodes.LineOf(node), number, text("state"), text("payment"));
    }

    private static MessageExpected Message(ScriptNodes nodes, YamlNode node)
    {
        var fields = nodes.Fields(node, "an expected message", "to", "text");
        return new MessageExpected(
            ScriptNodes.LineOf(node),
            nodes.Text(fields.GetValueOrDefault("to"), "to"),
            nodes.PhraseOrNull(fields.GetValueOrDefault("text"), "text"));
    }

    private static CaseExpected Case(ScriptNodes nodes, YamlNode node)
    {
        var text = Texts(nodes, node, "an expected case", "kind", "reason", "order", "owner");
        return new CaseExpected(ScriptNodes.LineOf(node), text("kind"), text("reason"), text("order"), text("owner"));
    }

    private static ConferenceExpected Conference(ScriptNodes nodes, YamlNode node)
    {
        var fields = nodes.Fields(node, "an expected conference", "with");
        return new ConferenceExpected(
            ScriptNodes.LineOf(node), [.. ScriptNodes.Each(fields.GetValueOrDefault("with")).Select(one => nodes.Text(one, "with") ?? "")]);
    }

    private static RequestExpected Request(ScriptNodes nodes, YamlNode node)
    {
        var text = Texts(nodes, node, "an expected request", "kind", "order", "state");
        return new RequestExpected(ScriptNodes.LineOf(node), text("kind"), text("order"), text("state"));
    }

    private static Func<string, string?> Texts(ScriptNodes nodes, YamlNode node, string what, params string[] known)
    {
        var fields = nodes.Fields(node, what, known);
        return name => nodes.Text(fields.GetValueOrDefault(name), name);
    }
}
