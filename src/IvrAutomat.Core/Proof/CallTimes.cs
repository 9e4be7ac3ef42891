using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Orders;
using IvrAutomat.Prompts;

namespace IvrAutomat.Proof;

/// <summary>How long callers take, in seconds as heard: every prompt to its end, every time-out waited for, typing and thinking included.</summary>
/// <param name="StatusKnown">From a number that an open order bears to the end of the status: PIN only.</param>
/// <param name="StatusByNumber">From a withheld number: order number and PIN.</param>
/// <param name="StatusSlowest">The same, with every rung of every ladder that still leads to the status, and a shop that takes four rounds.</param>
/// <param name="PersonByZero">To the queue for a person, by 0 right after the greeting.</param>
/// <param name="PersonSlowest">To the queue for a person, for a caller who never answers, by every rung on the way.</param>
public sealed record CallTimes(double StatusKnown, double StatusByNumber, double StatusSlowest, double PersonByZero, double PersonSlowest)
{
    private const double Thinking = 1;
    private const double Digit = 0.5;
    private const double Speaking = 2;
    private const double Round = 1.5;
    private const double Work = 0.5;
    private const int Rounds = 4;

    private static readonly CallerInput[] Missed = [new TooShort(3), new OtherKey(), new NotUnderstood(5), new Silence()];

    /// <summary>Measures a caller of each sort.</summary>
    /// <param name="catalogue">The prompts.</param>
    /// <param name="language">The language of the call.</param>
    /// <param name="facts">The shop and the instant; somebody must be there to connect with.</param>
    /// <param name="order">The order that is asked about.</param>
    public static CallTimes Of(PromptCatalogue catalogue, string language, Facts facts, Order order)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(order);
        var known = new Caller(HasOpenOrder: true, CanBeCalledBack: true, CalledLately: false) { Language = language };
        var withheld = Caller.Withheld with { Language = language };
        return new(
            new Walker(catalogue, facts, order, known).ToStatus(isSlow: false),
            new Walker(catalogue, facts, order, withheld).ToStatus(isSlow: false),
            new Walker(catalogue, facts, order, withheld).ToStatus(isSlow: true),
            new Walker(catalogue, facts, order, withheld).ToPerson(isSlow: false),
            new Walker(catalogue, facts, order, withheld).ToPerson(isSlow: true));
    }

    // One call, walked input by input.
    private sealed class Walker
    {
        private const int MostInputs = 100;

        private readonly PromptCatalogue _catalogue;
        private readonly Facts _facts;
        private readonly Order _order;
        private readonly HashSet<string> _states = [];
        private Turn _turn;
        private double _seconds;

        public Walker(PromptCatalogue catalogue, Facts facts, Order order, Caller caller)
        {
            (_catalogue, _facts, _order) = (catalogue, facts with { Languages = ["cs", caller.Language!] }, order);
            _turn = ShopDialogue.Handle(ShopDialogue.Begin("CA00000000000000000000000000000001"), new CallStarted(caller), _facts);
            Hear();
        }

        public double ToStatus(bool isSlow)
        {
            for (var i = 0; i < MostInputs && _turn.Call.Order is null; i++)
            {
                if (_turn.Next is WaitNext)
                {
                    Finish(new OrderRead(_order), isSlow);
                }
                else if (!isSlow || !Miss(mayLeave: false))
                {
                    Take(RightAnswer(), Typing());
                }
            }

            return _seconds;
        }

        public double ToPerson(bool isSlow)
        {
            for (var i = 0; i < MostInputs && _turn.Next is not QueueNext; i++)
            {
                if (_turn.Next is WaitNext)
                {
                    Finish(new CaseOpened("123456", _facts.Shop.DueAfter(_facts.Now), Channel.None), isSlow);
                }
                else if (!isSlow || !Miss(mayLeave: true))
                {
                    Take(new CommandGiven(GlobalCommand.Person), Thinking);
                }
            }

            return _seconds;
        }

        // The slowest way not to answer: first whatever keeps the step, then whatever leads to a help menu not heard before, then the person.
        private bool Miss(bool mayLeave)
        {
            var listen = ((ListenNext)_turn.Next).Listen;
            var ways = Missed.Where(input => input is not TooShort || listen is not MenuListen).Where(input => input is not OtherKey || listen is MenuListen)
                .Select(input => (Input: input, Turn: ShopDialogue.Handle(_turn.Call, input, _facts))).ToArray();
            foreach (var (input, turn) in ways.OrderBy(way => way.Turn.Call.State == _turn.Call.State ? 0 : 1))
            {
                var stays = turn.Call.State == _turn.Call.State;
                if (stays || (turn.Next is ListenNext && _states.Add(turn.Call.State)) || (mayLeave && turn.Next is WaitNext))
                {
                    Take(input, SecondsOf(input, listen));
                    return true;
                }
            }

            return false;
        }

        private static double SecondsOf(CallerInput input, Listen listen) => input switch
        {
            Silence => listen.Seconds,
            TooShort entry => (entry.Length * Digit) + listen.Seconds,
            NotUnderstood => Speaking + 1,
            _ => Thinking,
        };

        private CallerInput RightAnswer() => ((ListenNext)_turn.Next).Listen switch
        {
            NumberListen => new NumberOffered(_order.Id, Length: 10, Spoken: false),
            SecretListen => new PinOffered(PinVerdict.Right, [new OrderChoice(_order.Id, _order.OrderedOn)]),
            _ => new OptionChosen(Options.HaveIt.Name),
        };

        private double Typing() => Thinking + (((ListenNext)_turn.Next).Listen switch
        {
            NumberListen number => number.Lengths.Max() * Digit,
            SecretListen secret => secret.Lengths.Max() * Digit,
            _ => 0,
        });

        private void Finish(WorkResult result, bool isSlow)
        {
            for (var round = 1; isSlow && round <= Rounds; round++)
            {
                Take(new StillWorking(round), Round);
            }

            Take(new WorkFinished(result), Work);
        }

        private void Take(CallerInput input, double seconds)
        {
            _seconds += seconds;
            _turn = ShopDialogue.Handle(_turn.Call, input, _facts);
            Hear();
        }

        private void Hear()
        {
            _states.Add(_turn.Call.State);
            foreach (var said in _turn.Say)
            {
                var language = said.Language ?? _turn.Call.Language;
                _seconds += _catalogue.Seconds(language, _catalogue.Speak(language, said.Fill(_ => "2026001001"), _facts.Today));
            }
        }
    }
}
