namespace IvrAutomat.Web.Shop;

/// <summary>A person who answers for the shop. One entry of the list <c>Agents</c> in the settings.</summary>
internal sealed class AgentOptions
{
    /// <summary>The name of the list.</summary>
    public const string Section = "Agents";

    /// <summary>The name under which customers are told of the person; unique, not empty.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The person's phone, in E.164.</summary>
    public string Number { get; set; } = string.Empty;

    /// <summary>The languages the person speaks.</summary>
    /// <value>The default, an empty list, is Czech.</value>
    public List<string> Languages { get; set; } = [];

    /// <summary>The languages, the default applied. Whoever speaks Czech talks with Slovaks as well: each understands the other.</summary>
    public IReadOnlyList<string> SpokenLanguages => Languages.Count == 0 ? ["cs", "sk"] : Languages.Contains("cs") ? [.. Languages.Union(["sk"])] : Languages;

    /// <summary>The people of the demo shop, on duty around the clock.</summary>
    public static IReadOnlyList<AgentOptions> Demo { get; } =
    [
        new AgentOptions { Name = "Jana", Number = "+420602000001", Languages = ["cs", "en"] },
        new AgentOptions { Name = "Petr", Number = "+420602000002", Languages = ["cs"] },
    ];

    /// <summary>Everything that is wrong in the list, each with its remedy.</summary>
    public static IReadOnlyList<string> Validate(IReadOnlyList<AgentOptions> agents)
    {
        var problems = new List<string>();
        for (var at = 0; at < agents.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(agents[at].Name))
            {
                problems.Add($"Agents:{at}:Name is missing. Set it to the name that customers are told.");
            }

            if (string.IsNullOrWhiteSpace(agents[at].Number))
            {
                problems.Add($"Agents:{at}:Number is missing. Set it to the person's phone number.");
            }

            ShopOptions.CheckNumber(problems, $"Agents:{at}:Number", agents[at].Number);
        }

        problems.AddRange(agents.GroupBy(agent => agent.Name, StringComparer.Ordinal).Where(same => same.Count() > 1 && same.Key.Length > 0)
            .Select(same => $"Agents names '{same.Key}' more than once. Give each person a name of their own."));
        return problems;
    }
}
