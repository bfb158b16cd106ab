namespace Notulen.Engines.Supervision;

/// <summary>How we talk to engines: no proxy, no redirects, bounded answers. The deadline comes with each request.</summary>
internal static class EngineHttp
{
    private const int LargestAnswer = 32 * 1024 * 1024;

    public static HttpClient Create() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };
}
