using Notulen.Core.Engines;
using Notulen.Core.Recordings;

namespace Notulen.Core.Transcripts;

/// <summary>Recognises one window: greedy first, and only when that is hopeless or passes over speech again at higher temperatures, a few times at most.</summary>
/// <param name="engine">The speech engine.</param>
/// <param name="model">Name of the model.</param>
/// <param name="language">ISO 639-1 code.</param>
/// <param name="prompt">Vocabulary, or null.</param>
/// <param name="fallbacks">Most extra decodings per window.</param>
public sealed class WindowRecogniser(ISpeechEngine engine, string model, string language, string? prompt, int fallbacks)
{
    private const double TemperatureStep = 0.4;

    /// <param name="file">Working audio of the window's channel.</param>
    /// <param name="spans">The stretches to send.</param>
    /// <param name="gain">Factor for quiet recordings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RecognisedWindow> RecogniseAsync(
        string file, IReadOnlyList<WindowSpan> spans, double gain, CancellationToken cancellationToken)
    {
        var samples = PcmFile.Read(file, spans, gain);
        var seconds = WindowPacker.Length(spans);
        SpeechResult? best = null;
        var temperature = 0.0;
        var used = 0.0;
        var attempt = 0;
        while (true)
        {
            // The prompt itself can send a weak model into a loop: a second try goes without it.
            var result = await engine.TranscribeAsync(
                new SpeechRequest(model, samples, language, attempt == 0 ? prompt : null, temperature), cancellationToken);
            if (best is null || IsBetter(result, best, seconds))
                (best, used) = (result, temperature);
            // What was passed over gets one more chance; there may really be nothing to hear in it.
            var again = RecognitionQuality.IsPoor(result) || (attempt == 0 && RecognitionQuality.Omitted(result, seconds) > 0);
            if (attempt >= fallbacks || !again)
                return new RecognisedWindow(best.Segments, used, attempt);
            attempt++;
            temperature = Math.Min(1, temperature + TemperatureStep);
        }
    }

    private static bool IsBetter(SpeechResult candidate, SpeechResult best, double seconds)
    {
        if (RecognitionQuality.Repeats(candidate) != RecognitionQuality.Repeats(best))
            return RecognitionQuality.Repeats(best);
        var less = RecognitionQuality.Omitted(best, seconds) - RecognitionQuality.Omitted(candidate, seconds);
        return less != 0 ? less > 0 : RecognitionQuality.LogProbability(candidate) > RecognitionQuality.LogProbability(best);
    }
}
