using System.Buffers;
using System.Collections.Immutable;
using IvrAutomat.Language;

namespace IvrAutomat.Calls;

/// <summary>
/// Turns what the carrier heard into what it means in the present step. Pure; whatever comes, however long or odd,
/// gives a value and never an exception.
/// </summary>
public static class Hearing
{
    private static readonly SearchValues<char> Keypad = SearchValues.Create("0123456789*#");

    private static readonly Dictionary<SpokenCommand, GlobalCommand> Globals = new()
    {
        [SpokenCommand.Person] = GlobalCommand.Person,
        [SpokenCommand.Repeat] = GlobalCommand.Repeat,
        [SpokenCommand.Slower] = GlobalCommand.Slower,
        [SpokenCommand.Back] = GlobalCommand.Back,
        [SpokenCommand.Wait] = GlobalCommand.Wait,
        [SpokenCommand.DontKnow] = GlobalCommand.Help,
        [SpokenCommand.Hello] = GlobalCommand.Hello,
        [SpokenCommand.End] = GlobalCommand.End,
    };

    private static readonly ImmutableHashSet<SpokenCommand> GlobalWords = [.. Globals.Keys];

    private static readonly MenuListen NoOptions = new([]);

    /// <summary>Characters; what is longer tells something and is no command.</summary>
    private const int LongestCommand = 24;

    /// <summary>Interprets one input.</summary>
    /// <param name="listen">What the step listens for.</param>
    /// <param name="keys">The keys as the carrier gives them; null or empty for none.</param>
    /// <param name="words">The recogniser's text; null or empty for none.</param>
    /// <param name="collected">What an entry had collected after a <c>*</c>; empty otherwise.</param>
    /// <param name="tongue">The language spoken, the words it is heard by, and today.</param>
    public static Heard Interpret(Listen listen, string? keys, string? words, string collected, Tongue tongue)
    {
        ArgumentNullException.ThrowIfNull(listen);
        ArgumentNullException.ThrowIfNull(tongue);
        return (string.IsNullOrEmpty(keys), string.IsNullOrWhiteSpace(words)) switch
        {
            (false, _) when listen is MenuListen menu => Menu(menu, keys!),
            (false, _) when listen is WordsListen => Menu(NoOptions, keys!),
            (false, _) => Entry(listen, keys!, collected),
            (true, false) when !listen.Speech => new Meaning(new NotUnderstood(words!.Length)),
            (true, false) when listen is MenuListen menu => Words(menu, words!, tongue),
            (true, false) when listen is WordsListen => OwnWords(words!, tongue),
            (true, false) => SpokenEntry(listen, words!, tongue),
            _ => new Meaning(new Silence()),
        };
    }

    // Own words are whatever is said; only a caller who says nothing but a command means the command.
    private static Heard OwnWords(string words, Tongue tongue)
        => tongue.Command(words, GlobalWords) is { } command && words.Length <= LongestCommand
            ? new Meaning(new CommandGiven(Globals[command]))
            : new WordsHeard(words.Trim());

    private static Meaning Menu(MenuListen menu, string keys) => new(keys.Length != 1 ? new NotUnderstood(keys.Length) : keys[0] switch
    {
        '0' => new CommandGiven(GlobalCommand.Person),
        '*' => new CommandGiven(GlobalCommand.Repeat),
        '#' => new HabitHash(),
        >= '1' and <= '9' and var key => Option(menu, key - '0'),
        _ => new NotUnderstood(1),
    });

    private static CallerInput Option(MenuListen menu, int key)
    {
        foreach (var option in menu.Options)
        {
            if (option.Key == key)
            {
                return new OptionChosen(option.Name);
            }
        }

        return key == 9 ? new CommandGiven(GlobalCommand.Back) : new OtherKey();
    }

    private static Meaning Words(MenuListen menu, string words, Tongue tongue)
    {
        var expected = GlobalWords.Union(menu.Options.SelectMany(option => option.Words));
        var command = tongue.Command(words, expected);
        if (command is { } wanted && menu.Options.FirstOrDefault(option => option.Words.Contains(wanted)) is { } option)
        {
            return new Meaning(new OptionChosen(option.Name));
        }

        // "Monday, thank you, goodbye" chooses Monday; a wish of its own ("again", "a person") goes first.
        if (command is null or SpokenCommand.Hello or SpokenCommand.Wait or SpokenCommand.End
            && ListedOptions.Find(menu.Options, words, tongue) is { } listed)
        {
            return new Meaning(new OptionChosen(listed.Name));
        }

        return command is { } global ? new Meaning(new CommandGiven(Globals[global])) : tongue.Language.Key(words) switch
        {
            0 => new Meaning(new CommandGiven(GlobalCommand.Person)),
            { } key => new Meaning(Option(menu, key)),
            null => new Meaning(new NotUnderstood(words.Length)),
        };
    }

    private static Heard Entry(Listen listen, string keys, string collected)
    {
        if (keys.AsSpan().ContainsAnyExcept(Keypad))
        {
            return new Meaning(new NotUnderstood(keys.Length));
        }

        var typed = collected + keys.TrimEnd('#');
        var star = typed.LastIndexOf('*');
        var digits = typed[(star + 1)..];
        if (digits.Contains('#', StringComparison.Ordinal))
        {
            return new Meaning(new NotUnderstood(keys.Length));
        }

        if (digits.Length > 0 && !digits.AsSpan().ContainsAnyExcept('0'))
        {
            return new Meaning(new CommandGiven(GlobalCommand.Person));
        }

        return Complete(listen, digits) is { } whole ? whole
            : star >= 0 ? new Restarted(digits)
            : digits.Length == 0 ? new Meaning(new Silence())
            : digits == "9" ? new Meaning(new CommandGiven(GlobalCommand.Back))
            : listen.Languages.FirstOrDefault(each => digits == $"{each.Key}") is { } offered ? new Meaning(new LanguageChosen(offered.Tag))
            : digits is "7" or "8" && listen.First ? new Meaning(new CommandGiven(GlobalCommand.Hello))
            : digits.Length > Longest(listen) ? new Meaning(new NotUnderstood(digits.Length))
            : new Meaning(new TooShort(digits.Length));
    }

    private static DigitsHeard? Complete(Listen listen, string digits) => listen switch
    {
        NumberListen number when number.Lengths.Contains(digits.Length) => new DigitsHeard([digits], Spoken: false),
        SecretListen secret when secret.Lengths.Contains(digits.Length) => new DigitsHeard([digits], Spoken: false),
        _ => null,
    };

    private static Heard SpokenEntry(Listen listen, string words, Tongue tongue)
    {
        var candidates = tongue.Language.DigitCandidates(words);
        ImmutableArray<string> whole = [.. candidates.Where(digits => Complete(listen, digits) is not null)];

        // A command may contain a number word ("nula"), so commands come first; but a greeting or a "moment" before a whole number is only
        // how people begin to speak.
        if (tongue.Command(words, GlobalWords.Union(listen.Languages.Select(each => each.Word))) is { } command
            && (whole.IsEmpty || command is not (SpokenCommand.Hello or SpokenCommand.Wait)))
        {
            return new Meaning(
                listen.Languages.FirstOrDefault(each => each.Word == command) is { } offered ? new LanguageChosen(offered.Tag) : new CommandGiven(Globals[command]));
        }

        if (!whole.IsEmpty)
        {
            return whole[0].AsSpan().ContainsAnyExcept('0')
                ? new DigitsHeard(whole, Spoken: true)
                : new Meaning(new CommandGiven(GlobalCommand.Person));
        }

        return candidates.Count == 0 || candidates[0].Length > Longest(listen) ? new Meaning(new NotUnderstood(words.Length))
            : candidates[0].AsSpan().ContainsAnyExcept('0') ? new Meaning(new TooShort(candidates[0].Length))
            : new Meaning(new CommandGiven(GlobalCommand.Person));
    }

    private static int Longest(Listen listen) => listen switch
    {
        NumberListen number => number.Lengths.Max(),
        SecretListen secret => secret.Lengths.Max(),
        _ => 1,
    };
}
