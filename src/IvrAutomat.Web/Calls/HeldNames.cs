using System.Collections.Immutable;
using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;

namespace IvrAutomat.Web.Calls;

/// <summary>Which held values an answer is about to say.</summary>
internal static class HeldNames
{
    /// <summary>Whether the utterances mention the proved order's address, nested ones too.</summary>
    public static bool HaveAddress(ImmutableArray<Utterance> said)
    {
        foreach (var utterance in said)
        {
            if (HasAddress(utterance))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAddress(Utterance utterance)
    {
        foreach (var (_, value) in utterance.Slots)
        {
            if (value switch
            {
                HeldSlot held => held.Name is Held.Street or Held.Town,
                UtteranceSlot nested => HasAddress(nested.Value),
                ListSlot list => HaveAddress(list.Values),
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }
}
