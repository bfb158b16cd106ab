using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Notulen.Core.Storage;
using Notulen.Database.Sqlite;
using Notulen.Web;

namespace Notulen.App.Serve;

/// <summary>The pages and their workers in one process, which holds the data folder for as long as it runs.</summary>
internal sealed class NotulenServer : IAsyncDisposable
{
    // Longer than the workers take to let go, shorter than the command line waits for us.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(18);

    private readonly WebApplication _app;
    private readonly DataFolderLock _held;

    private NotulenServer(WebApplication app, DataFolderLock held) => (_app, _held) = (app, held);

    public IServiceProvider Services => _app.Services;

    /// <summary>Where it listens ("http://127.0.0.1:5080").</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Takes the data folder, brings it in order and begins to listen and to work.</summary>
    /// <param name="folders">Where things are.</param>
    /// <param name="settings">See <see cref="Composition.Settings"/>.</param>
    /// <param name="port">Overrides the setting; 0 takes a free one.</param>
    /// <param name="more">Registered last, so that it wins.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NotulenException">
    /// The folder is in use, a pipeline is wrong, the address is not this machine's own, or the port is taken.
    /// </exception>
    public static async Task<NotulenServer> StartAsync(
        NotulenFolders folders, IConfiguration settings, int? port, Action<IServiceCollection>? more, CancellationToken cancellationToken)
    {
        var held = DataFolderLock.Take(folders);
        try
        {
            var app = Build(folders, settings, port, more);
            try
            {
                app.Services.GetRequiredService<IStartupValidator>().Validate();
                // Read now: a mistake in a pipeline stops the start, not the first meeting.
                app.Services.GetRequiredService<IPipelines>();
                await Composition.OpenAsync(app.Services, cancellationToken);
                await ListenAsync(app, port, cancellationToken);
                return new NotulenServer(app, held);
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Runs until it is told to stop; then what is being worked on is released, to go on at the next start.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _held.Dispose();
    }

    private static WebApplication Build(NotulenFolders folders, IConfiguration settings, int? port, Action<IServiceCollection>? more)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseKestrelCore().ConfigureKestrel((context, kestrel) =>
        {
            var web = kestrel.ApplicationServices.GetRequiredService<IOptions<WebOptions>>().Value;
            kestrel.Listen(OwnAddress(web.Address), port ?? web.Port);
        });
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = StopTime;
            // A page that is slow to go must not take the time that the workers have to let go.
            options.ServicesStopConcurrently = true;
        });
        // The command line hears Ctrl-C and tells us.
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.AddNotulen(folders, settings);
        builder.Services.AddEmbeddedQueue();
        builder.Services.AddSingleton<IOfferedModels, OfferedModels>();
        builder.Services.AddNotulenWeb(settings);
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapNotulenWeb();
        return app;
    }

    // Whoever reaches the pages may do everything, so nobody else may reach them.
    private static IPAddress OwnAddress(string address) =>
        address.ToLowerInvariant() switch
        {
            "127.0.0.1" or "localhost" => IPAddress.Loopback,
            "::1" or "[::1]" => IPAddress.IPv6Loopback,
            _ => throw NotulenException.Input("web.address", address),
        };

    private static async Task ListenAsync(WebApplication app, int? port, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception.GetBaseException() is SocketException)
        {
            // The workers begin before the pages: what they took up is let go, so that it does not count as an attempt.
            await app.StopAsync(CancellationToken.None);
            var taken = exception.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };
            var web = app.Services.GetRequiredService<IOptions<WebOptions>>().Value;
            throw NotulenException.Input(taken ? "web.port" : "web.listen", (port ?? web.Port).ToString(CultureInfo.InvariantCulture), web.Address);
        }
    }

    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
