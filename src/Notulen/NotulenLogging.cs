using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Notulen.Core.Storage;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Notulen.App;

/// <summary>One log file a day in the data folder, bounded in size and number. Ids and figures only.</summary>
internal static class NotulenLogging
{
    private const int KeptDays = 14;
    private const long LargestFile = 20L << 20;

    public static IServiceCollection AddNotulenLogging(this IServiceCollection services, NotulenFolders folders, IConfiguration settings)
    {
        var level = Enum.TryParse<LogEventLevel>(settings["Logging:Level"], ignoreCase: true, out var set) ? set : LogEventLevel.Information;
        return services.AddLogging(logging => logging.ClearProviders().AddProvider(new LogFile(
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
                .CreateLogger())));
    }

    /// <summary>A log that cannot be written, on a full disk, stops no work and hides no other problem.</summary>
    private sealed class LogFile(Serilog.Core.Logger log) : ILoggerProvider
    {
        private readonly SerilogLoggerProvider _provider = new(log);

        public Microsoft.Extensions.Logging.ILogger CreateLogger(string categoryName) => _provider.CreateLogger(categoryName);

        public void Dispose()
        {
            _provider.Dispose();
            try
            {
                log.Dispose();
            }
            catch (IOException)
            {
                // There is nobody left to tell.
            }
        }
    }
}
