using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Notulen.Tests.Setup;

/// <summary>An HTTP server on this machine that answers each request as the test says, byte for byte, and may break off anywhere.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <param name="answer">Gets the lines of the request and the stream; the connection is closed when it returns.</param>
    /// <param name="port">Where it listens; 0 for a free port.</param>
    public ScriptedServer(Func<Request, Stream, Task> answer, int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/file");
        _serving = ServeAsync(answer);
    }

    public ConcurrentQueue<Request> Requests { get; } = new();

    public Uri Address { get; }

    /// <summary>Answers with a file, and honours Range.</summary>
    public static async Task FileAsync(Request request, Stream stream, byte[] file, int? cutAfter = null)
    {
        var from = request.RangeFrom ?? 0;
        var body = file.AsMemory(from);
        await HeadAsync(stream, from > 0 ? "206 Partial Content" : "200 OK", $"Content-Length: {body.Length}",
            $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}");
        if (request.Method != "HEAD")
            await stream.WriteAsync(cutAfter is { } cut ? body[..Math.Min(cut, body.Length)] : body);
    }

    public static Task HeadAsync(Stream stream, string status, params string[] headers) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}Connection: close\r\n\r\n")).AsTask();

    /// <summary>Says nothing until the other side gives up.</summary>
    public static async Task UntilHungUpAsync(Stream stream)
    {
        while (await stream.ReadAsync(new byte[1]) > 0)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<Request, Stream, Task> answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, leaveOpen: true);
                var lines = new List<string>();
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
                    lines.Add(line);
                if (lines.Count == 0)
                    continue;
                var request = new Request(lines);
                Requests.Enqueue(request);
                try
                {
                    await answer(request, stream);
                }
                catch (IOException)
                {
                    // The other side hung up; it may ask again.
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    public sealed record Request(IReadOnlyList<string> Lines)
    {
        public string Method => Lines[0].Split(' ')[0];

        public int? RangeFrom => Lines.FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line.Split('=')[1].Split('-')[0])
            : null;
    }
}
