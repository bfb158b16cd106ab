using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Notulen.App.Inline;
using Notulen.Core;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Notulen.Core.Processing;
using Notulen.Core.Storage;
using Notulen.Database.Sqlite;
using Notulen.Engines;
using Notulen.Engines.Models;
using Notulen.Engines.Setup;

namespace Notulen.App;

/// <summary>Puts the parts together for one machine: the only place that names concrete providers.</summary>
internal static class Composition
{
    /// <summary>Settings: <c>notulen.json</c> in the data folder, then variables such as <c>NOTULEN__Engines__Threads</c>.</summary>
    /// <exception cref="NotulenException">"settings.file": the file is no JSON.</exception>
    public static IConfiguration Settings(NotulenFolders folders)
    {
        var file = Path.Combine(folders.Data, "notulen.json");
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(file, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("NOTULEN__")
                .Build();
        }
        catch (InvalidDataException exception)
        {
            var line = (exception.GetBaseException() as JsonException)?.LineNumber + 1;
            throw NotulenException.Input("settings.file", file, line?.ToString(CultureInfo.InvariantCulture) ?? "?");
        }
    }

    /// <summary>Everything that every verb needs to turn recordings into minutes.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="folders">Where things are.</param>
    /// <param name="settings">See <see cref="Settings"/>.</param>
    /// <param name="running">A set-up on its way in this process, whose parts are waited for.</param>
    public static IServiceCollection AddNotulen(
        this IServiceCollection services, NotulenFolders folders, IConfiguration settings, SetupRun? running = null)
    {
        services.AddNotulenLogging(folders, settings);
        services.AddNotulenCore(folders, settings);
        services.AddSqliteDatabase();
        services.AddEngineFiles(new SetupTools(folders, TimeProvider.System), running);
        services.AddNotulenEngines(settings);
        services.AddSingleton<IPipelines>(_ => PipelineFiles.Load(PipelineFolder(settings), ModelNames));
        return services;
    }

    /// <summary>The services of a verb that works in this process.</summary>
    /// <param name="folders">Where things are.</param>
    /// <param name="running">A set-up on its way in this process, whose parts are waited for.</param>
    /// <param name="settings">Null for those of the data folder.</param>
    /// <param name="more">What the verb adds, or puts in the place of ours.</param>
    public static ServiceProvider Build(
        NotulenFolders folders, SetupRun? running = null, IConfiguration? settings = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddNotulen(folders, settings ?? Settings(folders), running);
        services.AddSingleton<EarlyEngine>();
        services.AddSingleton<InlineStages>();
        services.AddSingleton<WrittenFiles>();
        services.AddSingleton<InlineMinutes>();
        more?.Invoke(services);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider;
    }

    /// <summary>Readies a data folder whose lock this process holds: the database up to date, what a killed process left freed.</summary>
    /// <exception cref="Core.Problems.NotulenException">A pipeline file is wrong.</exception>
    public static async Task OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<IPipelines>();
        await SqliteDatabase.MigrateAsync(services.GetRequiredService<IDbContextFactory<NotulenDb>>(), cancellationToken);
        services.GetRequiredService<MediaStore>().Sweep();
        await services.GetRequiredService<DueWork>().ReclaimAllAsync(cancellationToken);
    }

    /// <summary>The models that a pipeline file may name.</summary>
    public static ModelNames ModelNames { get; } = new(Names(ModelKind.Speech), [.. Names(ModelKind.Language), ModelChoice.None]);

    private static IReadOnlyList<string> Names(ModelKind kind) =>
        [.. ModelCatalogue.Embedded.Models.Where(model => model.Kind == kind).Select(model => model.Name)];

    /// <summary>The pipeline files: a setting, or those that came with the program.</summary>
    public static string PipelineFolder(IConfiguration settings) =>
        settings["Pipelines:Folder"] ?? Path.Combine(AppContext.BaseDirectory, "pipelines");
}
