using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace IvrAutomat.Web.Prompts.Spelling;

/// <summary>
/// The spelling checker that most systems have, started as a process for a list of words: there is no package of it to be had.
/// It sees single words and no sentence.
/// </summary>
/// <param name="dictionary">The path of the dictionary without its ending.</param>
internal sealed class Hunspell(string dictionary)
{
    private const string Program = "hunspell";

    // A dictionary loads in a quarter of a second; a machine that swaps may take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The words that the dictionary does not know; null when the checker cannot be run.</summary>
    public async Task<IReadOnlySet<string>?> UnknownAsync(IReadOnlyCollection<string> words, CancellationToken cancellationToken)
    {
        if (words.Count == 0)
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        var answer = await RunAsync("-l", string.Join('\n', words) + "\n", cancellationToken);
        return answer?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What may have been meant by each word, the likeliest first; words without an idea are left out.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>> SuggestAsync(IReadOnlyCollection<string> words, CancellationToken cancellationToken)
    {
        var ideas = new Dictionary<string, string[]>(StringComparer.Ordinal);
        // The sign before a word tells the checker that it is a word and no command.
        var answer = words.Count == 0 ? null : await RunAsync("-a", string.Concat(words.Select(word => $"^{word}\n")), cancellationToken);
        foreach (var line in (answer ?? string.Empty).Split('\n').Where(line => line.StartsWith('&')))
        {
            // "& word 2 1: first, second"
            var word = line.Split(' ')[1];
            ideas.TryAdd(word, line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries));
        }

        return ideas;
    }

    private async Task<string?> RunAsync(string mode, string input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program, [mode, "-i", "utf-8", "-d", dictionary])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var answer = process.StandardOutput.ReadToEndAsync(patience.Token);
                var complaint = process.StandardError.ReadToEndAsync(patience.Token);
                await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
                process.StandardInput.Close();
                await Task.WhenAll(answer, complaint, process.WaitForExitAsync(patience.Token));
                return process.ExitCode == 0 ? await answer : null;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                process.Kill();
                return null;
            }
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            // Not installed, or gone while it was written to.
            return null;
        }
    }
}
