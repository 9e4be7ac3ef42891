using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
using IvrAutomat.Web.Prompts;
using IvrAutomat.Web.Speech.Sound;
using IvrAutomat.Web.Speech.Store;

namespace IvrAutomat.Web.Speech;

/// <summary>
/// Recordings beside the prompts, <c>cs/greeting.unknown.wav</c>: heard instead of synthesis and of the carrier. One that cannot be used is
/// named with the reason, and the text is spoken.
/// </summary>
internal sealed class Recordings(AudioNames names, AudioStore store)
{
    private const long LargestFile = 100 * 1024 * 1024;
    private const double LongestSeconds = 300;

    private volatile FrozenDictionary<(string Language, string Key), string> _audio = FrozenDictionary<(string, string), string>.Empty;

    /// <summary>What is wrong with the recordings that cannot be used.</summary>
    public ImmutableArray<PromptFinding> Problems { get; private set; } = [];

    /// <summary>How many recordings are heard.</summary>
    public int Count => _audio.Count;

    /// <summary>The audio of a recording; null when there is none of this text.</summary>
    public string? Find(SpokenText said) => said.Key is { } key && _audio.TryGetValue((said.Language, key), out var audio) && store.Has(audio) ? audio : null;

    /// <summary>Takes over the recordings as they are now.</summary>
    /// <param name="files">All of them.</param>
    /// <param name="catalogue">The prompts that they stand for.</param>
    /// <param name="cancellationToken">Gives up; what was taken over before stays.</param>
    public async Task TakeAsync(IReadOnlyList<PromptFile> files, PromptCatalogue catalogue, CancellationToken cancellationToken)
    {
        var audio = new Dictionary<(string, string), string>();
        var problems = ImmutableArray.CreateBuilder<PromptFinding>();
        foreach (var file in files)
        {
            var key = Path.GetFileNameWithoutExtension(file.Name);
            var reading = Suits(file, key, catalogue) ?? await ReadAsync(file, cancellationToken);
            if (reading.Name is { } name)
            {
                audio[(file.Language, key)] = name;
            }
            else
            {
                problems.Add(new(PromptSeverity.Warning, "recording", file.Name, 0, key, reading.Problem! + " The text is spoken instead.", reading.Remedy!));
            }
        }

        _audio = audio.ToFrozenDictionary();
        Problems = problems.ToImmutable();
    }

    private static Recorded? Suits(PromptFile file, string key, PromptCatalogue catalogue)
    {
        if (!catalogue.Has(file.Language, key))
        {
            return Refuse("There is no prompt of this name.", "Name the file after its prompt's key, or delete it.");
        }

        if (!FixedPrompts.IsFixed(catalogue, file.Language, key))
        {
            return Refuse("The prompt says values, which a recording cannot.", "Delete the recording, or take the values out of the text.");
        }

        return file.Length > LargestFile
            ? Refuse($"The file has {file.Length / 1024 / 1024} MB.", $"Record at most {LongestSeconds / 60:0} minutes.")
            : null;
    }

    private async Task<Recorded> ReadAsync(PromptFile file, CancellationToken cancellationToken)
    {
        try
        {
            var content = await File.ReadAllBytesAsync(file.Path, cancellationToken);
            var name = names.OfRecording(Convert.ToHexStringLower(SHA256.HashData(content)));
            if (store.Has(name))
            {
                return new(name, null, null);
            }

            var reading = WaveReader.Read(content, LongestSeconds);
            if (reading.Sound is not { } sound)
            {
                return Refuse(reading.Problem!, reading.Remedy!);
            }

            return await store.SaveAsync(name, PhoneAudio.OfRecording(sound))
                ? new(name, null, null)
                : Refuse("The converted recording could not be stored.", "Check Speech:Folder, its rights and the free space.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse("The file cannot be read.", "Check that it is there and that the program may read it.");
        }
    }

    private static Recorded Refuse(string problem, string remedy) => new(null, problem, remedy);

    private sealed record Recorded(string? Name, string? Problem, string? Remedy);
}
