using BenchmarkDotNet.Attributes;
using IvrAutomat.Calls;
using IvrAutomat.Dialogue;
using IvrAutomat.Prompts;

namespace IvrAutomat.Benchmarks.Decisions;

/// <summary>One decision, alone and with its words. It holds no I/O: the prompts are read before.</summary>
public class DecisionBenchmarks
{
    private PromptCatalogue _prompts = null!;
    private Call _call = null!;
    private CallerInput _input = null!;

    /// <summary>Which decision.</summary>
    [ParamsAllValues]
    public Moment Moment { get; set; }

    /// <summary>Brings a call to the moment.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _prompts = ShippedPrompts.Read();
        (_call, _input) = Moments.Of(Moment);
    }

    /// <summary>Decides.</summary>
    [Benchmark]
    public Turn Decide() => ShopDialogue.Handle(_call, _input, Moments.Facts);

    /// <summary>Decides, and makes the words of everything that is said.</summary>
    /// <returns>How many characters are said: something that depends on all of them.</returns>
    [Benchmark]
    public int DecideAndSpeak()
    {
        var turn = ShopDialogue.Handle(_call, _input, Moments.Facts);
        var length = 0;
        foreach (var utterance in turn.Say)
        {
            length += _prompts.Speak(turn.Call.Language, utterance, Moments.Facts.Today).Length;
        }

        return length;
    }
}
