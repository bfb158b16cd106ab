using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Notulen.Core.Meetings;
using Notulen.Core.Processing;
using Notulen.Core.Processing.Stages;
using Notulen.Core.Settings;
using Notulen.Core.Storage;

namespace Notulen.Core;

/// <summary>Registers what is in this project. Ports (engines, decoder, database, pipelines) are registered by those who implement them.</summary>
public static class CoreServices
{
    public static IServiceCollection AddNotulenCore(this IServiceCollection services, NotulenFolders folders, IConfiguration configuration)
    {
        services.AddSettings<ProcessingOptions>(configuration, "Processing");
        services.AddSingleton(folders);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<MediaStore>();
        services.AddSingleton<MeetingPipeline>();
        services.AddSingleton<DecodeStage>();
        services.AddSingleton<DetectSpeechStage>();
        services.AddSingleton<TranscribeStage>();
        services.AddSingleton<AttributeSpeakersStage>();
        services.AddSingleton<SplitAgendaStage>();
        services.AddSingleton<ExtractFactsStage>();
        services.AddSingleton<ComposeStage>();
        services.AddSingleton<MeetingPlanner>();
        services.AddSingleton<StageShares>();
        services.AddSingleton<StageRunner>();
        services.AddSingleton<DueWork>();
        services.AddSingleton<MeetingIntake>();
        services.AddSingleton<MeetingWithdrawal>();
        services.AddSingleton<MeetingResults>();
        return services;
    }
}
