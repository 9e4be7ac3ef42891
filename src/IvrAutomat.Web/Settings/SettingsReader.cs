namespace IvrAutomat.Web.Settings;

/// <summary>
/// Reads sections value by value. One that is not of its setting's kind, or of no setting at all, is kept as a problem and its setting
/// left at the default, so that everything else is judged too and the operator learns of all of it at once.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    /// <summary>What stands in the sample where nobody but the operator knows the value.</summary>
    private const string Placeholder = "replace-me";

    private readonly List<string> _problems = [];
    private readonly SortedSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What could not be read, each with its remedy; complete once everything has been read.</summary>
    public IReadOnlyList<string> Problems => [.. Misspelt(), .. _problems];

    /// <summary>A single text; null when absent or empty.</summary>
    public string? Text(string name)
    {
        _names.Add(name);
        return configuration[name] is { Length: > 0 } text ? text : null;
    }

    /// <summary>Takes note of a section that somebody else reads.</summary>
    public void Elsewhere(string name, params ReadOnlySpan<string> settings)
    {
        _names.Add(name);
        foreach (var setting in configuration.GetSection(name).GetChildren())
        {
            _ = IsKnown(setting, settings);
        }
    }

    /// <summary>A section as an object.</summary>
    public T Section<T>(string name)
        where T : class, new()
    {
        _names.Add(name);
        var section = new T();
        Bind(configuration.GetSection(name), section);
        return section;
    }

    /// <summary>A section that is a list of objects.</summary>
    public T[] List<T>(string name)
        where T : class, new()
    {
        _names.Add(name);
        return [.. configuration.GetSection(name).GetChildren().Select(child =>
        {
            var entry = new T();
            Bind(child, entry);
            return entry;
        })];
    }

    // At the root stand also the variables of the environment, so only what looks like one of ours is taken for it.
    private IEnumerable<string> Misspelt() => configuration.GetChildren()
        .Where(child => !_names.Contains(child.Key) && (child.Value is null || child.Key.Length > 6))
        .Select(child => (child.Key, Meant: NearestName.Of(child.Key, _names, most: child.Key.Length > 6 ? 2 : 1)))
        .Where(each => each.Meant is not null)
        .Select(each => $"{each.Key} is not a setting. Did you mean {each.Meant}?");

    private bool IsKnown(IConfigurationSection setting, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (string.Equals(name, setting.Key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        var section = setting.Path[..^(setting.Key.Length + 1)];
        _problems.Add(NearestName.Of(setting.Key, names.ToArray(), most: setting.Key.Length / 2) is { } meant
            ? $"{setting.Path} is not a setting. Did you mean {section}:{meant}?"
            : $"{setting.Path} is not a setting. Use {string.Join(", ", names.ToArray().Order(StringComparer.Ordinal))}.");
        return false;
    }

    // A setting that is itself an object of ours has settings of its own; lists and texts have none.
    private void CheckNames(IConfigurationSection section, Type type)
    {
        var properties = type.GetProperties().Where(property => property.CanWrite).ToArray();
        foreach (var setting in section.GetChildren())
        {
            if (IsKnown(setting, [.. properties.Select(property => property.Name)])
                && properties.First(property => property.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)).PropertyType is { IsClass: true } inner
                && inner.Assembly == type.Assembly)
            {
                CheckNames(setting, inner);
            }
        }
    }

    // Each setting is bound alone: the binder stops at the first value that it cannot read.
    private void Bind(IConfigurationSection section, object target)
    {
        CheckNames(section, target.GetType());
        foreach (var setting in section.GetChildren())
        {
            if (setting.AsEnumerable().Any(pair => pair.Value == Placeholder))
            {
                _problems.Add($"{setting.Path} still holds the sample's placeholder. Put the real value there, or leave it out.");
            }

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
