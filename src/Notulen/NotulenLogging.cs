using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notulen.Core.Storage;
using Serilog;
using Serilog.Events;

namespace Notulen.App;

/// <summary>One log file a day in the data folder, bounded in size and number. Ids and figures only.</summary>
internal static class NotulenLogging
{
    private const int KeptDays = 14;
    private const long LargestFile = 20L << 20;

    public static IServiceCollection AddNotulenLogging(this IServiceCollection services, NotulenFolders folders, IConfiguration settings)
    {
        var level = Enum.TryParse<LogEventLevel>(settings["Logging:Level"], ignoreCase: true, out var set) ? set : LogEventLevel.Information;
        return services.AddLogging(logging => logging.ClearProviders().AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Is(level)
                // Their information is about single statements and requests, with values in them.
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
                .WriteTo.File(
                    Path.Combine(folders.Logs, "notulen-.log"),
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: KeptDays,
                    fileSizeLimitBytes: LargestFile,
                    rollOnFileSizeLimit: true,
                    outputTemplate: "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}")
                .CreateLogger(),
            dispose: true));
    }
}
