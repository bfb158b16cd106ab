using Notulen.Engines.Supervision;

namespace Notulen.Engines.Speech;

/// <summary>How whisper.cpp's <c>whisper-server</c> is started.</summary>
internal static class WhisperServer
{
    public const string Name = "whisper-server";
    public const string Path = "v1/audio/transcriptions";

    public static EngineLaunch Launch(string program, ModelFile model, int threads) => new(
        Name,
        model,
        program,
        (port, path) =>
        [
            "-m", model.Path,
            "--host", "127.0.0.1",
            "--port", port.ToString(),
            "--request-path", path,
            "--inference-path", "/" + Path,
            "-t", threads.ToString(),
            "-l", "auto",
            // The language is fixed or told anyway; probabilities of all others would cost another pass of the encoder.
            "-nlp",
            // 0 means 60 letters here, and cuts words in two: leave the segments as the model makes them.
            "-ml", "100000",
            // One candidate: a window that does not succeed is sent again by the caller, who can count.
            "-bo", "1",
            "-bs", "-1",
        ],
        new Dictionary<string, string>(),
        ApiKey: null);
}
