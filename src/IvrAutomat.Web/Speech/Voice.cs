namespace IvrAutomat.Web.Speech;

/// <summary>The automat's voice for whoever wants to hear a text before callers do.</summary>
internal sealed class Voice(Synthesis synthesis)
{
    /// <summary>One text as callers would hear it.</summary>
    /// <param name="language">The language's tag.</param>
    /// <param name="text">Plain words, numbers spelled out.</param>
    /// <param name="slow">For a caller who asked to be spoken to slowly.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A whole WAV file, 8 kHz mu-law; null when the carrier speaks the language itself or the engine is in trouble.</returns>
    public Task<byte[]?> HearAsync(string language, string text, bool slow, CancellationToken cancellationToken)
        => synthesis.RenderAsync(new SpokenLine(language, text, slow), isAhead: false, cancellationToken);
}
