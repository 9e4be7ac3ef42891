using System.ComponentModel;
using System.Diagnostics;

namespace IvrAutomat.Web.Speech.Engines;

/// <summary>Runs a program that reads text and writes sound. No shell is involved and no file: what is said lies nowhere.</summary>
internal static class SpeechProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int MostBytes = 200 * 1024 * 1024;

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">A name on the path, or a path.</param>
    /// <param name="arguments">Each as it is.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="request">Whether somebody waits for it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<SpeechOutcome> RunAsync(
        string program, IEnumerable<string> arguments, byte[] input, SpeechRequest request, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new SpeechOutcome.Failed($"The program {Path.GetFileName(program)} cannot be started. Install it, or set where it is.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            Yield(process, request);
            return await TalkAsync(process, program, input, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SpeechOutcome.Failed($"{Path.GetFileName(program)} did not end within {Patience.TotalSeconds:0} seconds.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<SpeechOutcome> TalkAsync(Process process, string program, byte[] input, CancellationToken cancellationToken)
    {
        using var sound = new MemoryStream();
        var reading = ReadAsync(process.StandardOutput.BaseStream, sound, cancellationToken);
        var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading: its exit code says the rest.
        }

        await reading;
        await complaints;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 && sound.Length > 0
            ? new SpeechOutcome.Spoken(sound.ToArray())
            : new SpeechOutcome.Failed($"{Path.GetFileName(program)} ended with {process.ExitCode} and made no sound. Check that its voice is installed.");
    }

    private static async Task ReadAsync(Stream from, MemoryStream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0 && to.Length < MostBytes)
        {
            to.Write(buffer, 0, read);
        }
    }

    private static void Yield(Process process, SpeechRequest request)
    {
        if (!request.IsAhead)
        {
            return;
        }

        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            // It is over already, or this system does not allow it: then it runs like any other.
        }
    }
}
