using System.Globalization;
using System.Net.Http.Headers;
using Notulen.Core.Engines;
using Notulen.Core.Problems;
using Notulen.Core.Recordings;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Speech;

/// <summary>
/// Speaks <c>POST /v1/audio/transcriptions</c> as OpenAI defined it, to our own <c>whisper-server</c> or to a compatible
/// server elsewhere. Timestamps are always asked for: without them whisper.cpp silently drops speech.
/// </summary>
internal sealed class WhisperServerEngine(EngineClient client, EngineOptions options) : ISpeechEngine
{
    /// <summary>Shorter windows hold no word, and engines reject them.</summary>
    private const int ShortestWindow = DecodedAudio.SampleRate / 10;

    private const int LongestWindow = 30 * DecodedAudio.SampleRate;

    /// <summary>About 200 tokens of Dutch; a model that is given more forgets the beginning.</summary>
    private const int LongestPrompt = 800;

    public int WindowsInFlight => client.InFlight;

    public async Task<SpeechResult> TranscribeAsync(SpeechRequest request, CancellationToken cancellationToken)
    {
        if (request.Samples.Length > LongestWindow)
            throw new ArgumentException($"A window has at most {LongestWindow} samples.", nameof(request));
        if (request.Language is { } language && !SpeechLanguages.Knows(language))
            throw NotulenException.Input("language.unknown", language);
        if (request.Samples.Length < ShortestWindow)
            return new SpeechResult(request.Language ?? "", []);
        var duration = request.Samples.Length / (double)DecodedAudio.SampleRate;
        return await client.AskAsync(request.Model, TimeSpan.FromSeconds(options.Speech.RequestDeadlineSeconds), async (session, ct) =>
        {
            using var form = Form(request, session.Local);
            using var message = new HttpRequestMessage(HttpMethod.Post, WhisperServer.Path) { Content = form };
            using var response = await session.Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
            using var answer = await EngineAnswer.ReadAsync(client.Name, response, SpeechAnswer.Limit, ct);
            return SpeechAnswer.Read(answer.RootElement, duration, request.Language);
        }, cancellationToken);
    }

    public Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken) =>
        client.AskAsync(model, TimeSpan.FromSeconds(options.StartSeconds), (session, _) => Task.FromResult(session.Model is { } file
            ? new EngineIdentity(file.Name, file.Sha256, "whisper.cpp", file.Demonstration)
            : new EngineIdentity(options.Speech.Model ?? model, "", options.Speech.Url!.Host, options.Speech.Demonstration)), cancellationToken);

    public Task ReleaseAsync() => client.ReleaseAsync();

    private MultipartFormDataContent Form(SpeechRequest request, bool local)
    {
        var form = new MultipartFormDataContent();
        Add("model", options.Speech.Model ?? request.Model);
        Add("response_format", "verbose_json");
        Add("temperature", request.Temperature.ToString("0.0#", CultureInfo.InvariantCulture));
        if ((request.Language ?? (local ? "auto" : null)) is { } language)
            Add("language", language);
        if (request.Prompt is { Length: > 0 } prompt)
            Add("prompt", prompt.Length > LongestPrompt ? prompt[..LongestPrompt] : prompt);
        if (local)
        {
            // No fallback of its own: it would be uncounted and can triple the time of a hopeless window.
            Add("temperature_inc", "0");
        }
        else
        {
            Add("timestamp_granularities[]", "segment");
            Add("timestamp_granularities[]", "word");
        }
        var wav = new WavContent(request.Samples);
        wav.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = "\"window.wav\"" };
        form.Add(wav);
        return form;

        void Add(string name, string value)
        {
            var part = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(value));
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"" };
            form.Add(part);
        }
    }
}
