using System.Net.Http.Headers;

namespace Notulen.Engines.Supervision;

/// <summary>An engine on another machine, with OpenAI's API.</summary>
internal sealed class RemoteEngine : IEngineService, IDisposable
{
    private readonly HttpClient _http;

    public RemoteEngine(EngineOptions engines, RemoteEngineOptions options, int inFlight)
    {
        Name = options.Url!.Host;
        InFlight = inFlight;
        _http = new HttpClient(new KeyHandler(options, new SocketsHttpHandler
        {
            UseProxy = false,
            // A redirect could lead past the allow-list.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ConnectCallback = (context, ct) => PrivateAddresses.ConnectAsync(context.DnsEndPoint, engines.AllowPublicHosts, ct),
        }))
        {
            BaseAddress = new Uri(options.Url.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public string Name { get; }

    public int InFlight { get; }

    public Task<EngineSession> OpenAsync(string model, CancellationToken cancellationToken) =>
        Task.FromResult(new EngineSession(_http, model: null, local: false, _ => ValueTask.CompletedTask));

    public Task ReleaseAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    private sealed class KeyHandler(RemoteEngineOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (options.Key() is { Length: > 0 } key)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
