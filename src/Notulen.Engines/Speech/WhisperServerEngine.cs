using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Engines;
using Notulen.Engines.Supervision;

namespace Notulen.Engines.Speech;

/// <summary>whisper.cpp's <c>whisper-server</c> on this machine, through OpenAI's transcription API.</summary>
public sealed class WhisperServerEngine : ISpeechEngine, IAsyncDisposable
{
    private const string Name = "whisper-server";
    private const string Path = "/v1/audio/transcriptions";
    private readonly IEngineFiles _files;
    private readonly EngineOptions _options;
    private readonly EngineSupervisor _supervisor;

    public WhisperServerEngine(IEngineFiles files, IOptions<EngineOptions> options, TimeProvider clock, ILogger<WhisperServerEngine> log)
    {
        (_files, _options) = (files, options.Value);
        _supervisor = new EngineSupervisor(Name, LaunchAsync, _options, clock, log);
    }

    public int WindowsInFlight => _options.Speech.WindowsInFlight;

    public async Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken)
    {
        var file = await _files.ModelAsync(model, cancellationToken);
        await _files.SpeechServerAsync(cancellationToken);
        return new EngineIdentity(file.Name, file.Sha256, "whisper.cpp", file.Demonstration);
    }

    public Task<SpeechResult> TranscribeAsync(SpeechRequest request, CancellationToken cancellationToken)
    {
        var seconds = request.Samples.Length / 16_000.0;
        var wave = WaveForm.Of(request.Samples.Span);
        return _supervisor.UseAsync(
            request.Model,
            TimeSpan.FromSeconds(_options.Speech.RequestDeadlineSeconds),
            async (http, address, token) =>
            {
                using var form = Form(wave, request);
                using var answer = await http.PostAsync(new Uri(address, Path), form, token);
                var body = await answer.Content.ReadAsByteArrayAsync(token);
                if (!answer.IsSuccessStatusCode)
                    throw new EngineAnswerException($"status {(int)answer.StatusCode}");
                return TranscriptionAnswer.Read(body, seconds, request.Language);
            },
            cancellationToken);
    }

    public Task ReleaseAsync() => _supervisor.ReleaseAsync();

    public ValueTask DisposeAsync() => _supervisor.DisposeAsync();

    private static MultipartFormDataContent Form(byte[] wave, SpeechRequest request)
    {
        var file = new ByteArrayContent(wave);
        file.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        var form = new MultipartFormDataContent { { file, "file", "window.wav" } };
        Add("model", request.Model);
        Add("response_format", "verbose_json");
        Add("language", request.Language ?? "auto");
        Add("temperature", request.Temperature.ToString("0.0#", CultureInfo.InvariantCulture));
        // Falling back to higher temperatures is ours, and capped.
        Add("temperature_inc", "0");
        // Segments as the model cut them, not every 60 letters.
        Add("max_len", "100000");
        if (request.Prompt is not null)
            Add("prompt", request.Prompt);
        return form;

        void Add(string name, string value) => form.Add(new StringContent(value), name);
    }

    private async Task<EngineLaunch> LaunchAsync(string model, CancellationToken cancellationToken)
    {
        var file = await _files.ModelAsync(model, cancellationToken);
        return new EngineLaunch(
            Name,
            await _files.SpeechServerAsync(cancellationToken),
            [
                "-m", file.Path, "-t", _options.EffectiveThreads.ToString(CultureInfo.InvariantCulture), "-l", "auto",
                "--inference-path", Path, "-nlp", "-bs", "1", "-bo", "1", "-nf",
            ],
            // Without a cap, each thread keeps memory of its own that it never gives back.
            new Dictionary<string, string> { ["MALLOC_ARENA_MAX"] = "2", ["MALLOC_TRIM_THRESHOLD_"] = "131072" },
            "/health");
    }
}
