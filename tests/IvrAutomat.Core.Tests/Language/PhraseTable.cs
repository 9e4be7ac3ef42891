using IvrAutomat.Language;
using static IvrAutomat.Language.SpokenCommand;

namespace IvrAutomat.Core.Tests.Language;

/// <summary>Real phrases by the step in which they are said. A line is "phrase = command", or "phrase = -" where nothing may be understood.</summary>
internal static class PhraseTable
{
    private static readonly SpokenCommand[] Everywhere = [Person, Repeat, Slower, Back, Wait, DontKnow, Hello, End];

    private static readonly Dictionary<string, SpokenCommand[]> Steps = new(StringComparer.Ordinal)
    {
        ["confirm"] = [Yes, No],
        ["menu"] = [Parcel, Status, Cancel, Payment, Return, Complaint, Invoice, OtherOrder],
        ["parcel"] = [Tracking, Extend, ChangeAddress],
        ["payment"] = [PaymentLink, Transfer, CashOnDelivery],
        ["kind"] = [Return, Complaint, Wrong],
        ["whole"] = [Yes, Whole, No, Part],
        ["way"] = [Courier, Packeta, OwnWay],
        ["remedy"] = [Repair, Replace, Discount, Refund],
        ["invoice"] = [InvoiceAgain, ToCompany],
        ["pin"] = [HaveIt, Yes, SendCode, No, OtherOrder],
        ["code"] = [HaveIt, NewCode, OtherOrder],
        ["mismatch"] = [TryAgain, SendCode, FixNumber],
        ["callback"] = [Yes, No, OtherNumber],
        ["closed"] = [Yes, OtherTime, Cancel],
        ["queue"] = [CallMeBack, KeepWaiting],
        ["nobody"] = [Yes, OtherTime, KeepWaiting],
        ["restore"] = [Restore, Keep],
        ["send"] = [Yes, Send, No],
        ["first"] = [SpeakEnglish, SpeakCzech, SpeakSlovak],
    };

    /// <summary>The rows of a table: step, phrase, command or null.</summary>
    public static TheoryData<string, string, SpokenCommand?> Read(string table)
    {
        var rows = new TheoryData<string, string, SpokenCommand?>();
        var step = "";
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.EndsWith(':'))
            {
                step = line[..^1];
                continue;
            }

            var equals = line.LastIndexOf('=');
            var meaning = line[(equals + 1)..].Trim();
            rows.Add(step, line[..equals].Trim(), meaning == "-" ? null : Enum.Parse<SpokenCommand>(meaning));
        }

        return rows;
    }

    /// <summary>What the phrase means in the step.</summary>
    public static SpokenCommand? Command(SpokenLanguage language, string step, string phrase)
        => language.Command(phrase, new HashSet<SpokenCommand>([.. Everywhere, .. Steps[step]]));
}
