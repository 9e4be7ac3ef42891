using System.Text;

namespace IvrAutomat.Proof.Canary;

/// <summary>
/// Searches everything that a run left behind for what must be nowhere in the clear. A hit names place, kind and form, never the secret.
/// </summary>
internal sealed class Sweep
{
    private readonly List<(string Kind, IReadOnlyList<SecretForm> Forms, bool IsForAgents)> _secrets = [];
    private readonly List<(string Name, string Text, bool IsForAgents)> _places = [];

    /// <summary>How many secrets are searched for.</summary>
    public int Secrets => _secrets.Count;

    /// <summary>How many forms they have in all.</summary>
    public int Forms => _secrets.Sum(secret => secret.Forms.Count);

    /// <summary>Whether a place holds a text: one that must be there shows that the place was looked at.</summary>
    public bool Sees(string place, string text) => _places.Exists(each => each.Name == place && each.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>How much is searched, in characters or bytes.</summary>
    public long Size => _places.Sum(place => (long)place.Text.Length);

    /// <summary>The places, for the report.</summary>
    public string Places => string.Join(", ", _places.GroupBy(place => place.Name).Select(group => $"{group.Key} {group.Sum(place => (long)place.Text.Length) / 1024} kB"));

    /// <summary>Something that must be nowhere; eight characters at least, because fewer come about by chance.</summary>
    /// <param name="kind">What it is, for the report.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="isForAgents">Agents may see it, and it is not searched for in what is made for them; a PIN nobody may see.</param>
    /// <exception cref="ArgumentException">It is too short to prove anything.</exception>
    public void Plant(string kind, string secret, bool isForAgents = false)
    {
        if (secret.Length < 8)
        {
            throw new ArgumentException($"A {kind} of {secret.Length} characters turns up by chance; plant a longer one.", nameof(secret));
        }

        _secrets.Add((kind, SecretForms.Of(secret), isForAgents));
    }

    /// <summary>A text to be searched.</summary>
    /// <param name="place">Where it is from, for the report.</param>
    /// <param name="text">The text; of binary content a character a byte.</param>
    /// <param name="isForAgents">It is made for agents: a page, an export.</param>
    public void Look(string place, string text, bool isForAgents = false) => _places.Add((place, text, isForAgents));

    /// <summary>Files to be searched byte by byte, and their names.</summary>
    public void LookAtFiles(string place, string folder, string pattern = "*")
    {
        foreach (var path in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            Look(place, Encoding.Latin1.GetString(memory.GetBuffer(), 0, (int)memory.Length));
            Look($"{place}: names", Path.GetRelativePath(folder, path));
        }
    }

    /// <summary>What was found where; empty when nothing was.</summary>
    public IReadOnlyList<string> Find() =>
    [
        .. from place in _places.AsParallel()
           from secret in _secrets
           where !(place.IsForAgents && secret.IsForAgents)
           from form in secret.Forms
           where place.Text.Contains(form.Text, StringComparison.Ordinal)
           group form.Name by (place.Name, secret.Kind, form.Name) into hits
           select $"{hits.Key.Kind} in {hits.Key.Item1}, written as {hits.Key.Item3} ({hits.Count()} times)",
    ];

    /// <summary>Adds what the search came to.</summary>
    /// <param name="verdict">What the run came to otherwise.</param>
    /// <param name="seen">Something that is there: a search that does not find it looks at nothing.</param>
    public Verdict Judge(Verdict verdict, string seen)
    {
        var found = Find();
        var looks = _places.Exists(place => place.Text.Contains(seen, StringComparison.Ordinal));
        return new Verdict(
            [.. verdict.Figures, $"canary sweep         {Secrets} secrets in {Forms} forms; {Places}; found {found.Count}"],
            [.. verdict.Broken, .. found, .. looks ? Array.Empty<string>() : ["the sweep does not find what is there"]]);
    }
}
