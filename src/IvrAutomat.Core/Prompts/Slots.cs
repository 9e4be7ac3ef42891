using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace IvrAutomat.Prompts;

/// <summary>
/// The named values of one utterance. Unlike a dictionary it is equal by value, so that two turns can be compared, and it is an
/// ordered list inside: an utterance has a handful of slots, and a scan over them is cheaper than a hash.
/// </summary>
[JsonConverter(typeof(SlotsJson))]
public sealed class Slots : IEquatable<Slots>
{
    /// <summary>No slots.</summary>
    public static readonly Slots Empty = new([]);

    // Invariant: sorted by name, ordinal; names are unique.
    private readonly ImmutableArray<KeyValuePair<string, SlotValue>> _values;

    private Slots(ImmutableArray<KeyValuePair<string, SlotValue>> values) => _values = values;

    /// <summary>How many slots there are.</summary>
    public int Count => _values.Length;

    /// <summary>The given values under their names; a name given twice keeps the later value.</summary>
    public static Slots Of(params ReadOnlySpan<(string Name, SlotValue Value)> values)
    {
        var slots = Empty;
        foreach (var (name, value) in values)
        {
            slots = slots.With(name, value);
        }

        return slots;
    }

    /// <summary>The same slots with this one added or replaced.</summary>
    public Slots With(string name, SlotValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        var at = 0;
        while (at < _values.Length && string.CompareOrdinal(_values[at].Key, name) < 0)
        {
            at++;
        }

        var slot = KeyValuePair.Create(name, value);
        return at < _values.Length && _values[at].Key == name ? new(_values.SetItem(at, slot)) : new(_values.Insert(at, slot));
    }

    /// <summary>Finds a slot by its name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out SlotValue? value)
    {
        foreach (var slot in _values)
        {
            if (slot.Key == name)
            {
                value = slot.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc />
    public bool Equals(Slots? other) => other is not null && _values.AsSpan().SequenceEqual(other._values.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Slots);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var slot in _values)
        {
            hash.Add(slot.Key, StringComparer.Ordinal);
            hash.Add(slot.Value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Names and values; hidden kinds print only their kind.</summary>
    public override string ToString() => string.Join(", ", _values.Select(slot => $"{slot.Key} = {slot.Value}"));

    /// <summary>Names and values in the order of names.</summary>
    public ImmutableArray<KeyValuePair<string, SlotValue>>.Enumerator GetEnumerator() => _values.GetEnumerator();
}
