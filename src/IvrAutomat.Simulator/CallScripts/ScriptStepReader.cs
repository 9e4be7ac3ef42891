using IvrAutomat.Simulator.Carrier;
using YamlDotNet.RepresentationModel;

namespace IvrAutomat.Simulator.CallScripts;

/// <summary>Reads the steps of a call.</summary>
/// <param name="nodes">Collects what is wrong.</param>
/// <param name="agents">The names of those who are called.</param>
/// <param name="callers">The names of others who call.</param>
internal sealed class ScriptStepReader(ScriptNodes nodes, IReadOnlyCollection<string> agents, IReadOnlyCollection<string> callers)
{
    private const string OfAll =
        "hear, not-heard, heard-within, press, press now, press the code, press the PIN of, say, say now, stay silent, wait, connected with, apart from, ended, hang up, hang up now, system";

    private const string OfPhones = "rings, not ringing, answers, declines, consults, back to the customer, hands over, takes calls, goes away";
    private const int MostSilences = 20;

    public IReadOnlyList<CallStep> Read(YamlNode? node)
    {
        if (node is not YamlSequenceNode list)
        {
            nodes.Wrong(node is null ? 1 : ScriptNodes.LineOf(node), $"a call is a list of steps: {OfAll}");
            return [];
        }

        var steps = new List<CallStep>();
        foreach (var entry in list.Children)
        {
            if (entry is YamlScalarNode { Value: { } word })
            {
                Add(steps, Alone(entry, word, person: null));
                continue;
            }

            foreach (var (name, value) in nodes.Fields(entry, "a step"))
            {
                if (agents.Contains(name) || callers.Contains(name))
                {
                    steps.AddRange(Of(name, value).Select(step => new CallStep.By(step.Line, name, step)));
                }
                else
                {
                    Add(steps, WithValue(entry, name, value, person: null));
                }
            }
        }

        return steps;
    }

    private List<CallStep> Of(string person, YamlNode value)
    {
        var steps = new List<CallStep>();
        foreach (var entry in ScriptNodes.Each(value))
        {
            if (entry is YamlScalarNode { Value: { } word })
            {
                Add(steps, Alone(entry, word, person));
                continue;
            }

            foreach (var (name, inner) in nodes.Fields(entry, $"what {person} does"))
            {
                Add(steps, WithValue(entry, name, inner, person));
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

    private CallStep? Alone(YamlNode node, string word, string? person)
    {
        var line = ScriptNodes.LineOf(node);
        return word switch
        {
            "stay silent" or "stays silent" => new CallStep.StaySilent(line, 1),
            "hang up" or "hangs up" => new CallStep.HangUp(line, Now: false),
            "press the code" => new CallStep.PressCode(line),
            "hang up now" or "hangs up now" => new CallStep.HangUp(line, Now: true),
            "ended" => new CallStep.Ended(line),
            "calls" when person is not null && !agents.Contains(person) => new CallStep.Dials(line),
            _ when person is not null => OfPhone(line, word),
            _ => Unknown(line, word, OfAll),
        };
    }

    private CallStep? OfPhone(int line, string word) => word switch
    {
        "rings" => new CallStep.Rings(line),
        "not ringing" => new CallStep.NotRinging(line),
        "answers" => new CallStep.Answers(line),
        "declines" => new CallStep.Declines(line),
        "back to the customer" => new CallStep.AtConsole(line, DeskAct.Back, Colleague: null),
        "hands over" => new CallStep.AtConsole(line, DeskAct.HandOver, Colleague: null),
        "takes calls" => new CallStep.AtConsole(line, DeskAct.TakeCalls, Colleague: null),
        "goes away" => new CallStep.AtConsole(line, DeskAct.GoAway, Colleague: null),
        _ => Unknown(line, word, $"calls, {OfPhones}, {OfAll}"),
    };

    private CallStep? WithValue(YamlNode entry, string name, YamlNode value, string? person)
    {
        var line = ScriptNodes.LineOf(value);
        return name switch
        {
            "hear" => new CallStep.Hear(line, nodes.Phrases(value, name)),
            "not-heard" => new CallStep.NotHeard(line, nodes.Phrases(value, name)),
            "heard-within" => new CallStep.HeardWithin(line, nodes.Length(value, name)),
            "press" or "press now" => Press(value, name),
            "press the PIN of" => nodes.Text(value, name) is { } order ? new CallStep.PressPin(line, order) : null,
            "say" or "say now" => Say(value, name),
            "stay silent" => new CallStep.StaySilent(line, nodes.Whole(value, name, 1, MostSilences) ?? 1),
            "wait" => new CallStep.Wait(line, nodes.Length(value, name)),
            "connected with" => Other(value, name) is { } other ? new CallStep.ConnectedWith(line, other) : null,
            "apart from" => Other(value, name) is { } other ? new CallStep.ApartFrom(line, other) : null,
            "consults" when person is not null => Other(value, name) is { } other ? new CallStep.AtConsole(line, DeskAct.Consult, other) : null,
            "system" when person is null => new CallStep.OnSystem(line, ScriptSystemsReader.Acts(nodes, value)),
            _ => Unknown(
                ScriptNodes.LineOf(entry), name, person is null ? $"{OfAll}; agents and other callers must be named under \"given\"" : OfAll),
        };
    }

    private string? Other(YamlNode value, string name)
    {
        if (nodes.Text(value, name) is not { } other)
        {
            return null;
        }

        if (other != Cast.Caller && !agents.Contains(other) && !callers.Contains(other))
        {
            nodes.Wrong(ScriptNodes.LineOf(value), $"\"{other}\" is neither \"{Cast.Caller}\" nor somebody named under \"given\"");
            return null;
        }

        return other;
    }

    private CallStep.Press? Press(YamlNode value, string name)
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

    private CallStep.Say? Say(YamlNode value, string name)
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

    private CallStep? Unknown(int line, string word, string known)
    {
        nodes.Wrong(line, $"there is no step \"{word}\"; there are {known}");
        return null;
    }
}
