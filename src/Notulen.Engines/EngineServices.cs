using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notulen.Core.Engines;
using Notulen.Core.Recordings;
using Notulen.Engines.Audio;
using Notulen.Engines.Language;
using Notulen.Engines.Speech;

namespace Notulen.Engines;

/// <summary>Registers decoder, detector and engines.</summary>
public static class EngineServices
{
    public static IServiceCollection AddNotulenEngines(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EngineOptions>().Bind(configuration.GetSection("Engines")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IAudioDecoder, FfmpegDecoder>();
        services.AddSingleton<ISpeechDetector, SileroDetector>();
        services.AddSingleton<ISpeechEngine, WhisperServerEngine>();
        services.AddSingleton<ILanguageEngine, LlamaServerEngine>();
        return services;
    }
}
