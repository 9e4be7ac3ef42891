using System.Collections.Frozen;
using System.Reflection;
using YamlDotNet.Serialization;

namespace IvrAutomat.Web.AgentConsole;

/// <summary>
/// The words of the pages, from <c>texts/&lt;language&gt;.&lt;part&gt;.yaml</c> inside the program. A test holds that the languages have the
/// same keys and that none is asked for in vain.
/// </summary>
internal sealed class ConsoleTexts
{
    private const string Folder = ".AgentConsole.texts.";

    /// <summary>The languages of the pages; the first is the shop's own.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["cs", "en"];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> All = Read();

    private readonly FrozenDictionary<string, string> _texts;

    private ConsoleTexts(string language) => (Language, _texts) = (language, All[language]);

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>Every key of the language.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The words of a key, such as <c>queue.title</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public string this[string key] => _texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"The console has no text '{key}' in '{Language}'. Add it to texts/{Language}.*.yaml.");

    /// <summary>The words of a key with values in the places <c>{0}</c>, <c>{1}</c>.</summary>
    public string Fill(string key, params object?[] values) => string.Format(null, this[key], values);

    /// <summary>The words of a value of an enumeration or a stored state, by <c>prefix.value</c>; the value itself where it has none.</summary>
    public string Name(string prefix, string? value) => value is null ? string.Empty : _texts.GetValueOrDefault($"{prefix}.{value}", value);

    /// <summary>The words of <c>prefix.value</c>; null when there are none.</summary>
    public string? Find(string prefix, string? value) => value is null ? null : _texts.GetValueOrDefault($"{prefix}.{value}");

    /// <summary>The words of a number of things, by <c>prefix.one</c>, <c>prefix.few</c> (two to four) and <c>prefix.many</c>.</summary>
    public string Count(string prefix, int count) => Fill($"{prefix}.{(count == 1 ? "one" : count is >= 2 and <= 4 ? "few" : "many")}", count);

    /// <summary>The words of a language; of the shop's own where the pages do not have it.</summary>
    public static ConsoleTexts In(string? language) => new(language is not null && All.ContainsKey(language) ? language : Languages[0]);

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Read() => Languages.ToFrozenDictionary(
        language => language,
        language => Resources(language).SelectMany(ReadPart).ToFrozenDictionary(StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static IEnumerable<string> Resources(string language) => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.Contains($"{Folder}{language}.", StringComparison.Ordinal));

    private static Dictionary<string, string> ReadPart(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader) ?? [];
    }
}
