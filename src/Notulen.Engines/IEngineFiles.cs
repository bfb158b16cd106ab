using Notulen.Core.Problems;

namespace Notulen.Engines;

/// <summary>
/// Where the programs and models of this machine are. A call waits when set-up is still building or fetching the thing
/// in this process, so that transcription can start while the language engine is being built.
/// </summary>
public interface IEngineFiles
{
    /// <summary>Full path of <c>whisper-server</c>.</summary>
    /// <exception cref="NotulenException">"engine.missing": it is not there and nobody is building it.</exception>
    Task<string> SpeechServerAsync(CancellationToken cancellationToken);

    /// <summary>Full path of <c>llama-server</c>.</summary>
    /// <exception cref="NotulenException">"engine.missing": it is not there and nobody is building it.</exception>
    Task<string> LanguageServerAsync(CancellationToken cancellationToken);

    /// <summary>A model's file, whose hash was checked in this process before it is handed out the first time.</summary>
    /// <exception cref="NotulenException">"model.missing" or "model.damaged".</exception>
    Task<ModelFile> ModelAsync(string name, CancellationToken cancellationToken);

    /// <summary>The Silero voice activity model (ONNX), checked likewise.</summary>
    Task<string> VoiceActivityModelAsync(CancellationToken cancellationToken);
}

/// <param name="Name">Name in the catalogue.</param>
/// <param name="Path">Full path.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Demonstration">True for a model that is too weak for real minutes.</param>
public sealed record ModelFile(string Name, string Path, string Sha256, bool Demonstration);
