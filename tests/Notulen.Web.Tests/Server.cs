using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Notulen.EndToEnd;
using Xunit;

namespace Notulen.Web.Tests;

/// <summary>The real <c>notulen serve</c> on a data folder of its own, and a client that keeps its cookies.</summary>
public sealed partial class Server : IAsyncDisposable
{
    private IReadOnlyDictionary<string, string> _environment = new Dictionary<string, string>();
    private NotulenProcess _process = null!;

    public TestFolder Folder { get; } = new();

    public HttpClient Http { get; private init; } = null!;

    public string Address => Http.BaseAddress!.ToString().TrimEnd('/');

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="language">What the browser asks for.</param>
    /// <param name="variables">Of its environment ("NOTULEN__Processing__MaximumMegabytes").</param>
    public static async Task<Server> StartAsync(string language = "nl", params (string Name, string Value)[] variables)
    {
        var server = new Server
        {
            _environment = variables.ToDictionary(variable => variable.Name, variable => variable.Value),
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

    /// <summary>Stops and starts again on the same data, as after a power cut ("KILL") or a restart of the machine ("TERM").</summary>
    public async Task RestartAsync(string signal)
    {
        await StopAsync(signal);
        await BeginAsync();
    }

    /// <summary>Asks it to stop and waits.</summary>
    public Task<int> StopAsync(string signal = "INT")
    {
        _process.Signal(signal);
        return _process.ExitAsync();
    }

    /// <summary>Hands in a recording as the form does without script.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string name, byte[] recording, params (string Field, string Value)[] fields)
    {
        using var form = await FormAsync(name, new ByteArrayContent(recording), fields);
        return await Http.PostAsync("/vergaderingen", form, Token);
    }

    /// <summary>What the form sends, with any content in the place of the recording.</summary>
    public async Task<MultipartFormDataContent> FormAsync(string name, HttpContent recording, params (string Field, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent(await TokenAsync("/vergaderingen/nieuw")), "__RequestVerificationToken" } };
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        form.Add(recording, "opname", name);
        return form;
    }

    /// <summary>Presses the button of a form that has nothing but a button.</summary>
    /// <param name="page">Where the button is.</param>
    /// <param name="action">Where the form goes.</param>
    public async Task<HttpResponseMessage> PressAsync(string page, string action)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(page))]);
        return await Http.PostAsync(action, form, Token);
    }

    /// <summary>Waits until a page shows something.</summary>
    public async Task<string> UntilAsync(string path, string text)
    {
        for (var wait = 0; ; wait++)
        {
            var page = await Http.GetStringAsync(path, Token);
            if (page.Contains(text, StringComparison.Ordinal))
                return page;
            Assert.True(wait < 1500, $"'{text}' never came on {path}\n{Folder.Log()}");
            await Task.Delay(200, Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Http.Dispose();
        Folder.Dispose();
    }

    private async Task<string> TokenAsync(string page) => Antiforgery().Match(await Http.GetStringAsync(page, Token)).Groups[1].Value;

    private async Task BeginAsync()
    {
        _process = NotulenProcess.Start(Folder, ["serve", "--port", Http.BaseAddress!.Port.ToString()], _environment);
        for (var wait = 0; wait < 1200; wait++)
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
