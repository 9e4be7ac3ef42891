using System.Collections.Immutable;
using System.Text;

namespace IvrAutomat.Web.Prompts.Editing;

/// <summary>
/// Puts new contents in the place of files, each by a rename, so that nobody ever reads half of one; if one of them fails, those before
/// it get their old content back.
/// </summary>
internal static class FileSwap
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SaveOutcome Write(ImmutableArray<FileChange> changes)
    {
        var ready = new List<(string Temporary, string Path, byte[] Before)>();
        var swapped = 0;
        try
        {
            foreach (var change in changes)
            {
                var before = File.ReadAllBytes(change.File.Path);
                var mark = before.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
                if (!before.AsSpan(mark).SequenceEqual(Utf8.GetBytes(change.Before)))
                {
                    return SaveOutcome.Conflict;
                }

                ready.Add((Prepare(change.File.Path, [.. before.AsSpan(0, mark), .. Utf8.GetBytes(change.After)]), change.File.Path, before));
            }

            for (; swapped < ready.Count; swapped++)
            {
                File.Move(ready[swapped].Temporary, ready[swapped].Path, overwrite: true);
            }

            return SaveOutcome.Saved;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            foreach (var (_, path, before) in ready.Take(swapped))
            {
                File.Move(Prepare(path, before), path, overwrite: true);
            }

            return SaveOutcome.Unwritable;
        }
        finally
        {
            foreach (var (temporary, _, _) in ready.Skip(swapped))
            {
                File.Delete(temporary);
            }
        }
    }

    // Its name begins with a dot, so that no reader takes it for a prompt file; it stands beside the file, because only there a rename is one step.
    private static string Prepare(string path, byte[] content)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.new");
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        }

        return temporary;
    }
}
