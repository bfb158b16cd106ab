using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Notulen.Tests.Engines;

/// <summary>An engine server that does what a test tells it: answers well, wrongly, slowly, half, or not at all.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();

    private FakeEngine(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>What was asked, in order: path, and the body as text.</summary>
    public ConcurrentQueue<(string Path, string Body, string? Key)> Requests { get; } = new();

    /// <summary>What it does when the script is at its end.</summary>
    public Func<HttpContext, Task> Otherwise { get; set; } = context => Answer(context, 404, "{}");

    public static async Task<FakeEngine> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var engine = new FakeEngine(app);
        app.Run(engine.HandleAsync);
        await app.StartAsync();
        engine.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return engine;
    }

    public FakeEngine Then(Func<HttpContext, Task> step)
    {
        _script.Enqueue(step);
        return this;
    }

    public FakeEngine ThenAnswer(string json, int status = 200) => Then(context => Answer(context, status, json));

    /// <summary>Ends the connection without a word, as a process that dies does.</summary>
    public FakeEngine ThenDie() => Then(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Promises an answer and breaks off in the middle.</summary>
    public FakeEngine ThenBreakOff() => Then(async context =>
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("{\"segments\":[");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>Takes the request and never answers.</summary>
    public FakeEngine ThenHang() => Then(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

    /// <summary>Sends letters without end.</summary>
    public FakeEngine ThenFlood() => Then(async context =>
    {
        var letters = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(letters, context.RequestAborted);
    });

    public static async Task Answer(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue((context.Request.Path, body, context.Request.Headers.Authorization));
        var step = _script.TryDequeue(out var next) ? next : Otherwise;
        try
        {
            await step(context);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has gone.
        }
    }
}
