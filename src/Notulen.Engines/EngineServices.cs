using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Engines;
using Notulen.Core.Recordings;
using Notulen.Core.Settings;
using Notulen.Core.Storage;
using Notulen.Engines.Audio;
using Notulen.Engines.Language;
using Notulen.Engines.Speech;
using Notulen.Engines.Supervision;

namespace Notulen.Engines;

/// <summary>Registers what turns sound into text and text into facts.</summary>
public static class EngineServices
{
    /// <summary>
    /// Registers <see cref="IAudioDecoder"/>, <see cref="ISpeechDetector"/>, <see cref="ISpeechEngine"/> and
    /// <see cref="ILanguageEngine"/>. Needs <see cref="IEngineFiles"/>, <see cref="NotulenFolders"/> and logging from elsewhere.
    /// </summary>
    /// <param name="services">Where they go.</param>
    /// <param name="configuration">Holds the sections "Audio" and "Engines".</param>
    public static IServiceCollection AddNotulenEngines(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AudioOptions>(configuration, AudioOptions.Section);
        services.AddSettings<EngineOptions>(configuration, EngineOptions.Section);
        services.AddSingleton<IValidateOptions<EngineOptions>, EngineOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IAudioDecoder, FfmpegDecoder>();
        services.AddSingleton<ISpeechDetector, SileroDetector>();
        services.AddSingleton<RunFiles>();
        services.AddKeyedSingleton<EngineSupervisor>(WhisperServer.Name);
        services.AddKeyedSingleton<EngineSupervisor>(LlamaServer.Name);
        services.AddKeyedSingleton<IEngineService>(WhisperServer.Name, (provider, _) => Speech(provider));
        services.AddKeyedSingleton<IEngineService>(LlamaServer.Name, (provider, _) => Language(provider));
        services.AddSingleton<ISpeechEngine>(provider => new WhisperServerEngine(Client(provider, WhisperServer.Name), Options(provider)));
        services.AddSingleton<ILanguageEngine>(provider => new LlamaServerEngine(Client(provider, LlamaServer.Name), Options(provider)));
        return services;
    }

    private static EngineOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<EngineOptions>>().Value;

    private static EngineClient Client(IServiceProvider provider, string engine) => new(
        provider.GetRequiredKeyedService<IEngineService>(engine),
        Options(provider),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<EngineClient>>());

    private static IEngineService Speech(IServiceProvider provider)
    {
        var options = Options(provider);
        if (options.Speech.Url is not null)
            return new RemoteEngine(options, options.Speech, options.Speech.WindowsInFlight);
        var files = provider.GetRequiredService<IEngineFiles>();
        return new LocalEngine(
            WhisperServer.Name,
            options.Speech.WindowsInFlight,
            Supervisor(provider, WhisperServer.Name),
            async (model, ct) => WhisperServer.Launch(await files.SpeechServerAsync(ct), await files.ModelAsync(model, ct), options.EffectiveThreads));
    }

    private static IEngineService Language(IServiceProvider provider)
    {
        var options = Options(provider);
        if (options.Language.Url is not null)
            return new RemoteEngine(options, options.Language, options.Language.RequestsInFlight);
        var files = provider.GetRequiredService<IEngineFiles>();
        return new LocalEngine(
            LlamaServer.Name,
            inFlight: 1,
            Supervisor(provider, LlamaServer.Name),
            async (model, ct) => LlamaServer.Launch(await files.LanguageServerAsync(ct), await files.ModelAsync(model, ct), options));
    }

    // The first engine of this process ends those that an earlier, killed one left behind.
    private static EngineSupervisor Supervisor(IServiceProvider provider, string engine)
    {
        provider.GetRequiredService<RunFiles>().Sweep();
        return provider.GetRequiredKeyedService<EngineSupervisor>(engine);
    }
}
