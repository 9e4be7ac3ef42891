using System.Collections.Concurrent;

namespace IvrAutomat.Simulator.Phone;

/// <summary>Gives each number that is used on the phone page an identifier, so that no number stands in a URL.</summary>
internal sealed class VirtualPhones
{
    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _numbers = new(StringComparer.Ordinal);

    public string IdOf(string number)
    {
        var id = _ids.GetOrAdd(number, _ => Guid.NewGuid().ToString("N"));
        _numbers[id] = number;
        return id;
    }

    /// <summary>The number of a phone; null when there is no such phone.</summary>
    public string? NumberOf(string id) => _numbers.GetValueOrDefault(id);
}
