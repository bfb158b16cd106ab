using Notulen.Core.Engines;
using Notulen.Core.Processing;
using Notulen.Core.Processing.Stages;
using Notulen.Core.Recordings;

namespace Notulen.Core.Transcripts;

/// <summary>Decides the language of a recording once. Deciding it again for every window invents English in Dutch meetings.</summary>
internal sealed class LanguageChoice(ISpeechEngine engine, string model)
{
    private const int Samples = 3;

    private sealed record Decided(string Language);

    public async Task<string> DecideAsync(
        StageContext context, DecodedAudio audio, IReadOnlyList<SpeechWindow> windows, EngineIdentity identity, CancellationToken cancellationToken)
    {
        if (context.Meeting.Language != "auto")
            return context.Meeting.Language;
        var key = Fingerprint.Of(identity.Sha256, windows[0].SpansJson, windows.Count.ToString());
        if (await context.FindCheckpointAsync<Decided>("language", key, cancellationToken) is { } known)
            return known.Language;

        // The fullest windows tell most; the majority decides, and the fullest breaks a tie.
        var votes = new List<string>();
        foreach (var window in windows.OrderByDescending(window => WindowPacker.Length(TranscribeStage.Spans(window))).Take(Samples))
        {
            var samples = PcmFile.Read(Path.Combine(context.WorkFolder, audio.Files[window.Channel]), TranscribeStage.Spans(window), audio.Gain);
            votes.Add((await engine.TranscribeAsync(new SpeechRequest(model, samples, null, null, 0), cancellationToken)).Language);
        }
        var language = votes.GroupBy(vote => vote).OrderByDescending(group => group.Count()).First().Key;
        await context.SaveCheckpointAsync("language", key, new Decided(language), cancellationToken);
        return language;
    }
}
