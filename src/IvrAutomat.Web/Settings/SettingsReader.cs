namespace IvrAutomat.Web.Settings;

/// <summary>
/// Reads sections value by value. One that is not of its setting's kind is kept as a problem and its setting left at the default, so that
/// everything else is judged too and the operator learns of all of it at once.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    /// <summary>What could not be read, each with its remedy.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>A single text; null when absent or empty.</summary>
    public string? Text(string name) => configuration[name] is { Length: > 0 } text ? text : null;

    /// <summary>A section as an object.</summary>
    public T Section<T>(string name)
        where T : class, new()
    {
        var section = new T();
        Bind(configuration.GetSection(name), section);
        return section;
    }

    /// <summary>A section that is a list of objects.</summary>
    public T[] List<T>(string name)
        where T : class, new()
        => [.. configuration.GetSection(name).GetChildren().Select(child =>
        {
            var entry = new T();
            Bind(child, entry);
            return entry;
        })];

    // Each setting is bound alone: the binder stops at the first value that it cannot read.
    private void Bind(IConfigurationSection section, object target)
    {
        foreach (var setting in section.GetChildren())
        {
            var alone = new ConfigurationBuilder().AddInMemoryCollection(
                setting.AsEnumerable().Select(pair => KeyValuePair.Create(pair.Key[(section.Path.Length + 1)..], pair.Value))).Build();
            try
            {
                alone.Bind(target);
            }
            catch (InvalidOperationException)
            {
                // The binder's own message quotes the value.
                _problems.Add($"{setting.Path} cannot be read. Give it a value of the kind that appsettings.sample.json shows.");
            }
        }
    }
}
