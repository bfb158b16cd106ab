using Hangfire;
using Hangfire.AspNetCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Notulen.Core.Processing;
using Notulen.Core.Settings;

namespace Notulen.Web.Processing;

/// <summary>Hangfire as the one who runs stages. Its <see cref="JobStorage"/> is registered by whoever composes the program.</summary>
internal static class ProcessingServices
{
    // Within the host's own time for stopping; a stage lets go at the next window or sentence.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(12);

    public static IServiceCollection AddStageWorkers(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSettings<WorkerOptions>(settings, "Workers");
        services.AddSingleton<QueuedStages>();
        services.AddSingleton<HangfireDispatcher>();
        services.AddSingleton<IStageDispatcher>(provider => provider.GetRequiredService<HangfireDispatcher>());
        services.AddSingleton<StageJob>();
        services.AddSingleton<WorkPace>();

        // Hangfire's own registration would take these from statics, which two hosts in one process would share.
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        foreach (var queue in Queues.All)
        {
            services.AddHangfireServer((provider, options) =>
            {
                options.ServerName = $"notulen-{queue}";
                options.Queues = [queue];
                options.WorkerCount = provider.GetRequiredService<IOptions<WorkerOptions>>().Value.Of(queue);
                options.ShutdownTimeout = StopTime;
                // Nothing is scheduled or recurring here, so its watchers would have nothing to watch.
                options.IsLightweightServer = true;
            });
        }
        services.AddHostedService<Reconciler>();
        return services;
    }
}
