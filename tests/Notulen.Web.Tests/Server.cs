using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Notulen.EndToEnd;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>The real <c>notulen serve</c> on a data folder of its own, and a client that keeps its cookies.</summary>
public sealed partial class Server : IAsyncDisposable
{
    private NotulenProcess _process = null!;

    public TestFolder Folder { get; } = new();

    public HttpClient Http { get; private init; } = null!;

    public string Address => Http.BaseAddress!.ToString().TrimEnd('/');

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Server> StartAsync(string language = "nl")
    {
        var server = new Server
        {
            Http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
            {
                BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}"),
                Timeout = TimeSpan.FromSeconds(60),
            },
        };
        server.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await server.BeginAsync();
        return server;
    }

    /// <summary>Stops and starts again on the same data, as after a power cut.</summary>
    public async Task RestartAsync()
    {
        await _process.KillAsync();
        await BeginAsync();
    }

    /// <summary>Asks it to stop and waits.</summary>
    public Task<int> StopAsync()
    {
        _process.Signal("INT");
        return _process.ExitAsync();
    }

    /// <summary>Hands in a recording as the form does without script.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string name, byte[] recording, params (string Field, string Value)[] fields)
    {
        var page = await Http.GetStringAsync("/vergaderingen/nieuw", Token);
        using var form = new MultipartFormDataContent { { new StringContent(Antiforgery().Match(page).Groups[1].Value), "__RequestVerificationToken" } };
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        form.Add(new ByteArrayContent(recording), "opname", name);
        return await Http.PostAsync("/vergaderingen", form, Token);
    }

    /// <summary>Waits until a page shows something.</summary>
    public async Task<string> UntilAsync(string path, string text)
    {
        for (var wait = 0; ; wait++)
        {
            var page = await Http.GetStringAsync(path, Token);
            if (page.Contains(text, StringComparison.Ordinal))
                return page;
            Assert.True(wait < 600, $"'{text}' never came on {path}\n{Folder.Log()}");
            await Task.Delay(200, Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Http.Dispose();
        Folder.Dispose();
    }

    private async Task BeginAsync()
    {
        _process = NotulenProcess.Start(Folder, ["serve", "--port", Http.BaseAddress!.Port.ToString()]);
        for (var wait = 0; wait < 300; wait++)
        {
            try
            {
                if ((await Http.GetAsync("/health/live", Token)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                Assert.False(_process.HasExited, _process.Errors);
            }
            await Task.Delay(100, Token);
        }
        Assert.Fail("The server did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
