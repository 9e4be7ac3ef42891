using System.Text.Json;
using IvrAutomat.Orders;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Zaslat;

/// <summary>What became of a request to Zaslat. It prints no more than its kind.</summary>
internal abstract record ZaslatReply
{
    /// <summary>For the log.</summary>
    public abstract string Why { get; }

    /// <summary>It was done, or read.</summary>
    /// <param name="Json">The whole answer.</param>
    internal sealed record Ok(JsonElement Json) : ZaslatReply
    {
        /// <inheritdoc />
        public override string Why => nameof(Ok);
    }

    /// <summary>It is not taken as it is: certainly nothing was done.</summary>
    /// <param name="Fields">The fields that are wrong, as far as they are named.</param>
    internal sealed record Refused(IReadOnlyList<string> Fields) : ZaslatReply
    {
        /// <inheritdoc />
        public override string Why => Fields.Count == 0 ? "refused" : $"refused: {string.Join(' ', Fields)}";
    }

    /// <summary>The login or a setting is wrong: certainly nothing was done, and nothing will be before somebody looks.</summary>
    internal sealed record Closed : ZaslatReply
    {
        /// <inheritdoc />
        public override string Why => "not allowed";
    }

    /// <summary>Certainly nothing was done, and another time it may be.</summary>
    internal sealed record NotDone(string Reason) : ZaslatReply
    {
        /// <inheritdoc />
        public override string Why => Reason;
    }

    /// <summary>It may have been done.</summary>
    internal sealed record Unknown(string Reason) : ZaslatReply
    {
        /// <inheritdoc />
        public override string Why => Reason;
    }

    /// <summary>What it makes of a write that failed, or of a reading before it.</summary>
    /// <param name="told">What the caller is told of a refusal; null where a person takes over.</param>
    public OutsideOutcome Failure(NotNow? told) => this switch
    {
        Refused when told is { } why => new OutsideOutcome.Refused(why),
        Refused or Closed => new OutsideOutcome.Hopeless(Why),
        NotDone => new OutsideOutcome.NotDone(Why),
        _ => new OutsideOutcome.Unknown(Why),
    };

    /// <inheritdoc />
    public sealed override string ToString() => Why;
}
