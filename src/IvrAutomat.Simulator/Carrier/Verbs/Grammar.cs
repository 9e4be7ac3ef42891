using System.Xml.Linq;

namespace IvrAutomat.Simulator.Carrier.Verbs;

/// <summary>Which elements there are, and what each may contain. Each verb brings its own rule.</summary>
internal static class Grammar
{
    private static readonly Verb[] Verbs =
    [
        new SayVerb(), new PlayVerb(), new PauseVerb(), new GatherVerb(),
        new RedirectVerb(), new HangupVerb(), new RejectVerb(), new DialVerb(),
        new EnqueueVerb(), new LeaveVerb(),
    ];

    private static readonly Dictionary<string, Verb> ByName = Verbs.ToDictionary(verb => verb.Rule.Name, StringComparer.Ordinal);

    private static readonly ElementRule Response = new("Response")
    {
        Children = Verbs.Select(verb => verb.Rule.Name).ToHashSet(StringComparer.Ordinal),
    };

    private static readonly Dictionary<string, ElementRule> Rules = new[] { Response }
        .Concat(DialVerb.Nouns)
        .Concat(Verbs.Select(verb => verb.Rule))
        .Concat(Ssml.Rules)
        .ToDictionary(rule => rule.Name, StringComparer.Ordinal);

    public static Verb VerbOf(XElement element) => ByName[element.Name.LocalName];

    /// <summary>The first rule that the document breaks; null when it breaks none.</summary>
    public static TwimlError? Check(XElement root) => CheckElement(root, Response);

    private static TwimlError? CheckElement(XElement element, ElementRule rule)
    {
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var name = Ssml.NameOf(attribute);
            if (!rule.Attributes.TryGetValue(name, out var values))
            {
                return new TwimlError(12200, $"{rule.Name} has no attribute {name}.");
            }

            if (!values.Accepts(attribute.Value))
            {
                return new TwimlError(values.Code, $"{name} of {rule.Name} must be {values.Expected}.");
            }
        }

        return CheckWords(element, rule) ?? CheckChildren(element, rule) ?? ByName.GetValueOrDefault(rule.Name)?.Check(element);
    }

    private static TwimlError? CheckWords(XElement element, ElementRule rule)
    {
        if (rule.Text == TextRule.None && element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
        {
            return new TwimlError(12200, $"{rule.Name} contains text.");
        }

        return rule.Text == TextRule.Required && string.IsNullOrWhiteSpace(element.Value)
            ? new TwimlError(rule.EmptyCode, $"{rule.Name} is empty.")
            : null;
    }

    private static TwimlError? CheckChildren(XElement element, ElementRule rule)
    {
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            if (child.Name.Namespace != XNamespace.None || !rule.Children.Contains(name) || !Rules.TryGetValue(name, out var childRule))
            {
                return new TwimlError(rule.NestingCode, $"{name} may not stand in {rule.Name}, or this stand-in does not know it.");
            }

            if (CheckElement(child, childRule) is { } error)
            {
                return error;
            }
        }

        return null;
    }
}
