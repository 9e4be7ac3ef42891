using IvrAutomat.Simulator.Carrier;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Reads the steps of a call.</summary>
internal static class ScriptStepReader
{
    private const string Known =
        "hear, not-heard, heard-within, press, press now, say, say now, stay silent, wait, hang up, hang up now";

    private const int MostSilences = 20;

    public static IReadOnlyList<CallStep> Read(ScriptNodes nodes, YamlNode? node)
    {
        if (node is not YamlSequenceNode list)
        {
            nodes.Wrong(node is null ? 1 : ScriptNodes.LineOf(node), $"a call is a list of steps: {Known}");
            return [];
        }

        var steps = new List<CallStep>();
        foreach (var entry in list.Children)
        {
            if (entry is YamlScalarNode { Value: { } word })
            {
                Add(steps, Alone(nodes, entry, word));
                continue;
            }

            foreach (var (name, value) in nodes.Fields(entry, "a step"))
            {
                Add(steps, WithValue(nodes, entry, name, value));
            }
        }

        return steps;
    }

    private static void Add(List<CallStep> steps, CallStep? step)
    {
        if (step is not null)
        {
            steps.Add(step);
        }
    }

    private static CallStep? Alone(ScriptNodes nodes, YamlNode node, string word)
    {
        var line = ScriptNodes.LineOf(node);
        return word switch
        {
            "stay silent" => new CallStep.StaySilent(line, 1),
            "hang up" => new CallStep.HangUp(line, Now: false),
            "hang up now" => new CallStep.HangUp(line, Now: true),
            _ => Unknown(nodes, line, word),
        };
    }

    private static CallStep? WithValue(ScriptNodes nodes, YamlNode entry, string name, YamlNode value)
    {
        var line = ScriptNodes.LineOf(value);
        return name switch
        {
            "hear" => new CallStep.Hear(line, nodes.Phrases(value, name)),
            "not-heard" => new CallStep.NotHeard(line, nodes.Phrases(value, name)),
            "heard-within" => new CallStep.HeardWithin(line, nodes.Length(value, name)),
            "press" or "press now" => Press(nodes, value, name),
            "say" or "say now" => Say(nodes, value, name),
            "stay silent" => new CallStep.StaySilent(line, nodes.Whole(value, name, 1, MostSilences) ?? 1),
            "wait" => new CallStep.Wait(line, nodes.Length(value, name)),
            _ => Unknown(nodes, ScriptNodes.LineOf(entry), name),
        };
    }

    private static CallStep.Press? Press(ScriptNodes nodes, YamlNode value, string name)
    {
        if (nodes.Text(value, name) is not { } keys)
        {
            return null;
        }

        if (!PhoneCall.CanPress(keys))
        {
            nodes.Wrong(ScriptNodes.LineOf(value), "only 0-9, *, # and A-D can be pressed");
            return null;
        }

        return new CallStep.Press(ScriptNodes.LineOf(value), keys, name.EndsWith("now", StringComparison.Ordinal));
    }

    private static CallStep.Say? Say(ScriptNodes nodes, YamlNode value, string name)
    {
        if (nodes.Text(value, name) is not { } words)
        {
            return null;
        }

        if (!PhoneCall.CanSay(words))
        {
            nodes.Wrong(ScriptNodes.LineOf(value), "there is nothing to say, or too much");
            return null;
        }

        return new CallStep.Say(ScriptNodes.LineOf(value), words, name.EndsWith("now", StringComparison.Ordinal));
    }

    private static CallStep? Unknown(ScriptNodes nodes, int line, string word)
    {
        nodes.Wrong(line, $"there is no step \"{word}\"; there are {Known}");
        return null;
    }
}
