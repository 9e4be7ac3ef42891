using System.Collections.Frozen;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IvrAutomat.Web.Shop.Upgates;

/// <summary>What a status of the shop's own means to a caller.</summary>
internal enum StatusMeaning
{
    /// <summary>Taken in.</summary>
    Received,

    /// <summary>Being packed.</summary>
    Packing,

    /// <summary>With the carrier.</summary>
    Sent,

    /// <summary>With the courier, today.</summary>
    OutForDelivery,

    /// <summary>Waits at a pick-up point.</summary>
    AtPoint,

    /// <summary>In the customer's hands.</summary>
    Delivered,

    /// <summary>Called off.</summary>
    Cancelled,

    /// <summary>On its way back to the shop.</summary>
    Returning,

    /// <summary>The shop is late.</summary>
    Late,

    /// <summary>Something is not in stock.</summary>
    SoldOut,

    /// <summary>The customer has yet to pay.</summary>
    AwaitingPayment,

    /// <summary>The customer has yet to confirm.</summary>
    AwaitingConfirmation,

    /// <summary>The payment did not go through.</summary>
    PaymentFailed,

    /// <summary>Still in the shop, whatever is done with it there.</summary>
    NotDispatched,
}

/// <summary>What is wrong with a line of the file of meanings.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong, and the remedy.</param>
internal sealed record MeaningProblem(int Line, string Message);

/// <summary>
/// The meanings that the shop's admin gave its own statuses: <c>name or number: meaning</c>, one a line. It reads a text and keeps no file.
/// </summary>
internal sealed class StatusMeanings
{
    private static readonly FrozenDictionary<string, StatusMeaning> Words = Enum.GetValues<StatusMeaning>()
        .ToFrozenDictionary(WordOf, meaning => meaning, StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, StatusMeaning> _meanings;

    private StatusMeanings(Dictionary<string, StatusMeaning> meanings, IReadOnlyList<MeaningProblem> problems)
        => (_meanings, Problems) = (meanings.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), problems);

    /// <summary>No status has a meaning.</summary>
    public static StatusMeanings None { get; } = new([], []);

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<MeaningProblem> Problems { get; }

    /// <summary>How many statuses have a meaning.</summary>
    public int Count => _meanings.Count;

    /// <summary>Each status with the word for its meaning.</summary>
    public IReadOnlyDictionary<string, string> Written => _meanings.OrderBy(each => each.Key, StringComparer.CurrentCultureIgnoreCase)
        .ToDictionary(each => each.Key, each => WordOf(each.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>The words that can be used.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Enum.GetValues<StatusMeaning>().Select(WordOf)];

    /// <summary>The meaning of a status; null when nobody gave it one.</summary>
    public StatusMeaning? Of(string? id, string? name)
        => id is not null && _meanings.TryGetValue(id, out var byId) ? byId
            : name is not null && _meanings.TryGetValue(name.Trim(), out var byName) ? byName
            : null;

    /// <summary>Reads a file's text; what is wrong is left out and told.</summary>
    public static StatusMeanings Read(string text)
    {
        var meanings = new Dictionary<string, StatusMeaning>(StringComparer.OrdinalIgnoreCase);
        List<MeaningProblem> problems = [];
        try
        {
            Read(new Parser(new StringReader(text)), meanings, problems);
        }
        catch (YamlException fault)
        {
            problems.Add(new MeaningProblem((int)fault.Start.Line, "This is not valid YAML. Look for a missing quotation mark or colon here or above."));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new MeaningProblem(1, "This is not valid YAML. Look for a bracket or quotation mark that is not closed."));
        }

        return new StatusMeanings(meanings, problems);
    }

    private static void Read(Parser parser, Dictionary<string, StatusMeaning> meanings, List<MeaningProblem> problems)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || parser.TryConsume<Scalar>(out var empty) && empty.Value.Length == 0)
        {
            return;
        }

        if (!parser.TryConsume<MappingStart>(out _))
        {
            problems.Add(new MeaningProblem(1, "The file is no list. Write lines of the form \"name of the status\": meaning."));
            return;
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = parser.Consume<Scalar>();
            var line = (int)name.Start.Line;
            if (!parser.TryConsume<Scalar>(out var meaning))
            {
                problems.Add(new MeaningProblem(line, $"'{name.Value}' has no single meaning. Use one of {string.Join(", ", Known)}."));
                parser.SkipThisAndNestedEvents();
            }
            else if (!Words.TryGetValue(meaning.Value.Trim(), out var known))
            {
                problems.Add(new MeaningProblem(line, $"'{meaning.Value}' is no meaning. Use one of {string.Join(", ", Known)}."));
            }
            else if (!meanings.TryAdd(name.Value.Trim(), known))
            {
                problems.Add(new MeaningProblem(line, $"'{name.Value}' stands here a second time. Remove one of both lines."));
            }
        }
    }

    private static string WordOf(StatusMeaning meaning)
        => string.Concat($"{meaning}".Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
