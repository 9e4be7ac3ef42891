using System.Xml.Linq;
using IvrAutomat.Web.Shop.Outside;

namespace IvrAutomat.Web.Shop.Packeta;

/// <summary>What became of a request to Zásilkovna. It prints no more than its kind: results may hold codes.</summary>
internal abstract record PacketaReply
{
    /// <summary>For the log.</summary>
    public abstract string Why { get; }

    /// <summary>What it makes of a write whose result is not needed.</summary>
    public OutsideOutcome Outcome => this switch
    {
        Ok => new OutsideOutcome.Done(),
        Refused refused => refused.Fault.Outcome,
        NotDone not => new OutsideOutcome.NotDone(not.Why),
        Closed => new OutsideOutcome.Hopeless(Why),
        _ => new OutsideOutcome.Unknown(Why),
    };

    /// <inheritdoc />
    public sealed override string ToString() => Why;

    /// <summary>It was done, or read.</summary>
    /// <param name="Result">The element with the result; empty for methods without one.</param>
    internal sealed record Ok(XElement Result) : PacketaReply
    {
        /// <inheritdoc />
        public override string Why => nameof(Ok);

        /// <summary>A field of the result; null when it is missing, empty or nil.</summary>
        public string? this[string name] => Field(Result, name);

        /// <summary>A field of a part of a result; null when it is missing, empty or nil.</summary>
        public static string? Field(XElement part, string name) => part.Element(name)?.Value.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>A fault: certainly nothing was done.</summary>
    /// <param name="Fault">Which.</param>
    internal sealed record Refused(PacketaFault Fault) : PacketaReply
    {
        /// <inheritdoc />
        public override string Why => Fault.Name;
    }

    /// <summary>Certainly nothing was done, and another time it may be.</summary>
    internal sealed record NotDone(string Reason) : PacketaReply
    {
        /// <inheritdoc />
        public override string Why => Reason;
    }

    /// <summary>The login was refused before: nothing was sent.</summary>
    internal sealed record Closed : PacketaReply
    {
        /// <inheritdoc />
        public override string Why => "gate closed";
    }

    /// <summary>It may have been done.</summary>
    internal sealed record Unknown(string Reason) : PacketaReply
    {
        /// <inheritdoc />
        public override string Why => Reason;
    }
}
