using Notulen.Core.Engines;
using Notulen.Core.Recordings;

namespace Notulen.Core.Transcripts;

/// <summary>
/// Recognises one window: greedy first; again at higher temperatures when that is hopeless; and once more to each stretch that
/// was passed over. All of that a few times at most.
/// </summary>
/// <param name="engine">The speech engine.</param>
/// <param name="model">Name of the model.</param>
/// <param name="language">ISO 639-1 code.</param>
/// <param name="prompt">Vocabulary, or null.</param>
/// <param name="extra">How often may be listened again.</param>
public sealed class WindowRecogniser(ISpeechEngine engine, string model, string language, string? prompt, ExtraListening extra)
{
    private const double TemperatureStep = 0.4;

    // As in OpenAI's reference implementation.
    private const double NoSpeech = 0.6;

    /// <param name="file">Working audio of the window's channel.</param>
    /// <param name="spans">The stretches to send.</param>
    /// <param name="gain">Factor for quiet recordings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<RecognisedWindow> RecogniseAsync(
        string file, IReadOnlyList<WindowSpan> spans, double gain, CancellationToken cancellationToken)
    {
        var samples = PcmFile.Read(file, spans, gain);
        var best = await ListenAsync(samples, prompt, 0, cancellationToken);
        var used = 0.0;
        var again = 0;
        for (; IsHopeless(best) && extra.Take(again); again++)
        {
            // The prompt itself can send a weak model into a loop, or be read back: the next try goes without it.
            var temperature = Math.Min(1, (again + 1) * TemperatureStep);
            var result = await ListenAsync(samples, null, temperature, cancellationToken);
            if (IsBetter(result, best))
                (best, used) = (result, temperature);
        }
        foreach (var stretch in RecognitionQuality.Omitted(best, WindowPacker.Length(spans)).OrderByDescending(stretch => stretch.Length))
        {
            if (!extra.Take(again))
                break;
            again++;
            best = await CompleteAsync(best, stretch, samples, cancellationToken);
        }
        extra.Done();
        return new RecognisedWindow(best.Segments, used, again);
    }

    // What was passed over is heard when it comes first. There may really be nothing in it, so doubtful words do not count.
    private async Task<SpeechResult> CompleteAsync(SpeechResult heard, WindowSpan stretch, float[] samples, CancellationToken cancellationToken)
    {
        // The same sound asked in the same way gives the same answer.
        var everything = At(stretch.End) - At(stretch.Start) > samples.Length - DecodedAudio.SampleRate;
        var result = await ListenAsync(
            samples.AsMemory(At(stretch.Start)..At(stretch.End)),
            everything ? null : prompt,
            everything && prompt is null ? TemperatureStep : 0,
            cancellationToken);
        if (IsHopeless(result))
            return heard;
        var found = result.Segments.Where(segment => segment.NoSpeechProbability <= NoSpeech).Select(segment => Move(segment, stretch.Start)).ToList();
        var before = heard.Segments.Where(segment => segment.Start >= stretch.Start && segment.End <= stretch.End).ToList();
        return found.Sum(WordsIn) <= before.Sum(WordsIn)
            ? heard
            : heard with { Segments = [.. heard.Segments.Except(before).Concat(found).OrderBy(segment => segment.Start)] };

        int At(double seconds) => Math.Clamp((int)Math.Round(seconds * DecodedAudio.SampleRate), 0, samples.Length);
    }

    private Task<SpeechResult> ListenAsync(ReadOnlyMemory<float> sound, string? vocabulary, double temperature, CancellationToken cancellationToken) =>
        engine.TranscribeAsync(new SpeechRequest(model, sound, language, vocabulary, temperature), cancellationToken);

    private bool IsHopeless(SpeechResult result) => RecognitionQuality.IsPoor(result) || RecognitionQuality.Echoes(result, prompt);

    private bool IsBetter(SpeechResult candidate, SpeechResult best)
    {
        if (RecognitionQuality.Echoes(candidate, prompt) != RecognitionQuality.Echoes(best, prompt))
            return RecognitionQuality.Echoes(best, prompt);
        if (candidate.Segments.Count == 0)
            return false;
        return RecognitionQuality.Repeats(candidate) != RecognitionQuality.Repeats(best)
            ? RecognitionQuality.Repeats(best)
            : RecognitionQuality.LogProbability(candidate) > RecognitionQuality.LogProbability(best);
    }

    private static int WordsIn(RecognisedSegment segment) => RecognitionQuality.Words(segment.Text).Length;

    private static RecognisedSegment Move(RecognisedSegment segment, double seconds) => segment with
    {
        Start = segment.Start + seconds,
        End = segment.End + seconds,
        Words = [.. segment.Words.Select(word => word with { Start = word.Start + seconds, End = word.End + seconds })],
    };
}
