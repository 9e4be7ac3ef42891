using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Shop;

/// <summary>
/// One message to a customer, by SMS (<c>sms.name</c>) or by e-mail (<c>email.name</c>) as the contact of the order has it. Both say the
/// same values.
/// </summary>
internal sealed class Letter
{
    /// <summary>The variant of an e-mail's prompt that is its subject.</summary>
    public const string Subject = "subject";

    private const string Sms = "sms.";
    private const string Mail = "email.";

    private readonly PromptContract _sms;

    /// <summary>A message of this name.</summary>
    /// <param name="name">Its name after <c>sms.</c> and <c>email.</c>.</param>
    /// <param name="slots">The values it may mention.</param>
    public Letter(string name, params (string Name, SlotKind Kind)[] slots)
    {
        _sms = new PromptContract(Sms + name, slots);
        Contracts = [_sms, ByMail(name, slots)];
    }

    /// <summary>What it asks of the prompt files.</summary>
    public IReadOnlyList<PromptContract> Contracts { get; }

    /// <summary>The message with its values; which channel it takes is decided when it is promised.</summary>
    public Utterance Say(params ReadOnlySpan<(string Name, SlotValue Value)> slots) => _sms.Say(slots);

    /// <summary>A message that only an e-mail can hold.</summary>
    public static PromptContract ByMail(string name, params (string Name, SlotKind Kind)[] slots)
        => new(Mail + name, slots) { Variants = [Variants.Text, Subject] };

    /// <summary>The same message as it is worded on a channel.</summary>
    public static Utterance On(Channel channel, Utterance letter)
        => channel == Channel.Email && letter.Key.StartsWith(Sms, StringComparison.Ordinal)
            ? letter with { Key = Mail + letter.Key[Sms.Length..] }
            : letter;
}
