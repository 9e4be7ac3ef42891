using IvrAutomat.Calls;
using IvrAutomat.Prompts;

namespace IvrAutomat.Dialogue;

/// <summary>How a channel is named in prompts.</summary>
internal static class ChannelWords
{
    public static ChoiceSlot Of(Channel channel) => new(channel switch
    {
        Channel.Sms => "sms",
        Channel.Email => "email",
        _ => "none",
    });
}
