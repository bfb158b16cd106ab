using System.Net;
using System.Net.Http.Headers;
using Notulen.Core.Problems;

namespace Notulen.Engines.Models;

/// <summary>
/// Downloads over HTTP that go on where they stopped: what came in is kept beside the target as <c>.part</c>, and the
/// rest is asked for by Range. Redirects are followed only to hosts of the catalogue.
/// </summary>
/// <param name="http">Must not follow redirects by itself: see <see cref="CreateClient"/>.</param>
/// <param name="allows">Which addresses may be spoken to.</param>
/// <param name="time">For the deadlines and the pauses between attempts.</param>
public sealed class ResumableDownload(HttpClient http, Func<Uri, bool> allows, TimeProvider time)
{
    private const int Attempts = 5;
    private const int Redirects = 6;

    /// <summary>Longest silence of the other side. The default is 30 seconds.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pause before the second attempt, doubled each time. The default is one second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait for an answer when only asking whether an address can be reached. The default is 3 seconds.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(3);

    public static HttpClient CreateClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Asks whether a file is offered at an address, and does not wait long for the answer.</summary>
    /// <param name="address">Where it should be.</param>
    /// <param name="bytes">Its size: an answer of another size is not the file but a page about it, such as a network's "blocked".</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SourceAnswer> ProbeAsync(Uri address, long bytes, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Probe, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, Checked(address));
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var offered = (int)response.StatusCode switch
            {
                < 300 => response.Content.Headers is var headers && (headers.ContentLength ?? bytes) == bytes && headers.ContentType?.MediaType != "text/html",
                < 400 => response.Headers.Location is { } location && allows(new Uri(address, location)),
                _ => false,
            };
            return offered ? SourceAnswer.Offered : SourceAnswer.Refused;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return SourceAnswer.Silent;
        }
    }

    /// <summary>Fetches a file to <paramref name="part"/>.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="part">File to write; what is in it already is not fetched again.</param>
    /// <param name="limit">Most bytes that are accepted.</param>
    /// <param name="progress">Bytes so far.</param>
    /// <param name="cancellationToken">Stops it; what came in stays.</param>
    /// <exception cref="NotulenException">
    /// "setup.network" when it cannot be had, "setup.size" when it is larger than the limit, "setup.host" when it is elsewhere.
    /// </exception>
    public async Task FetchAsync(Uri address, string part, long limit, Action<long> progress, CancellationToken cancellationToken)
    {
        var furthest = Length(part);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await AttemptAsync(address, part, limit, progress, cancellationToken);
                File.Delete(part + ".etag");
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or EndOfStreamException or TimeoutException)
            {
                // A connection that brings something new each time may break as often as it likes.
                if (Length(part) > furthest)
                    (furthest, attempt) = (Length(part), 1);
                if (attempt >= Attempts || exception is HttpRequestException { StatusCode: { } status } && IsFinal(status))
                    throw NotulenException.Engine(exception, "setup.network", address.Host);
                await Task.Delay(Pause * Math.Pow(2, attempt - 1), time, cancellationToken);
            }
        }
    }

    private async Task AttemptAsync(Uri address, string part, long limit, Action<long> progress, CancellationToken cancellationToken)
    {
        using var stalled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var file = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        try
        {
            using var guard = time.CreateTimer(_ => stalled.Cancel(), null, Stall, Timeout.InfiniteTimeSpan);
            using var response = await AskAsync(address, part, file.Length, stalled.Token);
            if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                if (response.Content.Headers.ContentRange?.Length == file.Length)
                    return;
                file.SetLength(0);
                throw new EndOfStreamException();
            }
            response.EnsureSuccessStatusCode();

            var resumes = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == file.Length;
            if (!resumes)
                file.SetLength(0);
            file.Position = file.Length;
            if (response.Headers.ETag is { IsWeak: false } tag)
                await File.WriteAllTextAsync(part + ".etag", tag.Tag, stalled.Token);
            var whole = response.Content.Headers.ContentLength is { } rest ? file.Length + rest : (long?)null;
            if (whole > limit)
                throw NotulenException.Engine("setup.size", address.Host);

            await using var body = await response.Content.ReadAsStreamAsync(stalled.Token);
            var buffer = new byte[1 << 16];
            for (int read; (read = await ReadAsync(body, buffer, stalled.Token)) > 0;)
            {
                guard.Change(Stall, Timeout.InfiniteTimeSpan);
                if (file.Position + read > limit)
                    throw NotulenException.Engine("setup.size", address.Host);
                await file.WriteAsync(buffer.AsMemory(0, read), stalled.Token);
                progress(file.Position);
            }
            if (whole is not null && file.Position < whole)
                throw new EndOfStreamException();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    // What goes wrong with the connection is tried again, unlike what goes wrong with the disk.
    private static async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new EndOfStreamException(exception.Message, exception);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, string part, long have, CancellationToken cancellationToken)
    {
        for (var hop = 0; ; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Checked(address));
            if (have > 0)
            {
                request.Headers.Range = new RangeHeaderValue(have, null);
                if (File.Exists(part + ".etag"))
                    request.Headers.IfRange = new RangeConditionHeaderValue(await File.ReadAllTextAsync(part + ".etag", cancellationToken));
            }
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode is < 300 or >= 400 || response.Headers.Location is not { } location)
                return response;
            response.Dispose();
            if (hop >= Redirects)
                throw NotulenException.Engine("setup.network", address.Host);
            address = new Uri(address, location);
        }
    }

    private static bool IsFinal(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 and not ((int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.TooManyRequests);

    private Uri Checked(Uri address) =>
        allows(address) ? address : throw NotulenException.Input("setup.host", address.Host);

    private static long Length(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
