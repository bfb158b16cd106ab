using System.Net;
using System.Text;
using System.Text.Json;
using Notulen.Core.Problems;

namespace Notulen.Engines.Supervision;

/// <summary>Reads answers of engines with suspicion: limited in size, tolerant of broken UTF-8, never quoted in an error.</summary>
internal static class EngineAnswer
{
    /// <summary>Reads a JSON object.</summary>
    /// <exception cref="EngineAnswerException">Too long, not JSON, an error of the server's own: asking again may help.</exception>
    /// <exception cref="NotulenException">"engine.refused": the request itself is not accepted. "engine.context": it is too long for the model.</exception>
    public static async Task<JsonDocument> ReadAsync(string engine, HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        var bytes = await BytesAsync(response, limit, cancellationToken);
        var refused = (int)response.StatusCode is >= 300 and < 500 and not (408 or 425 or 429);
        JsonDocument document;
        try
        {
            // Tokens of speech models may be halves of letters; as a string these become U+FFFD instead of an exception.
            document = JsonDocument.Parse(Encoding.UTF8.GetString(bytes));
        }
        catch (JsonException)
        {
            throw refused ? Refused(engine, response) : new EngineAnswerException($"Answered {(int)response.StatusCode}, not as JSON.");
        }
        if (response.StatusCode == HttpStatusCode.OK && document.RootElement.ValueKind == JsonValueKind.Object && !document.RootElement.TryGetProperty("error", out _))
            return document;
        using (document)
        {
            if (TooLong(document.RootElement) is { } tooLong)
                throw tooLong;
            throw refused ? Refused(engine, response) : new EngineAnswerException($"Answered {(int)response.StatusCode} with an error.");
        }
    }

    /// <summary>A finite number, or <paramref name="missing"/>. Engines write null for a number that is none.</summary>
    public static double Number(this JsonElement element, string name, double missing) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : missing;

    /// <summary>A text without broken letters and control characters.</summary>
    public static string Text(this JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            throw new EngineAnswerException($"Without a text '{name}'.");
        try
        {
            var text = value.GetString()!;
            return text.Any(Unwanted) ? string.Concat(text.Select(letter => letter is '\n' or '\r' or '\t' ? ' ' : letter).Where(letter => !Unwanted(letter))) : text;
        }
        catch (InvalidOperationException)
        {
            throw new EngineAnswerException($"With half a letter in '{name}'.");
        }
    }

    public static JsonElement.ArrayEnumerator List(this JsonElement element, string name, int limit)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Array)
            throw new EngineAnswerException($"Without a list '{name}'.");
        return value.GetArrayLength() <= limit ? value.EnumerateArray() : throw new EngineAnswerException($"With more than {limit} in '{name}'.");
    }

    private static bool Unwanted(char letter) => letter == '\uFFFD' || char.IsControl(letter);

    private static async Task<byte[]> BytesAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > limit)
            throw new EngineAnswerException($"Longer than {limit} bytes.");
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var got)
        {
            if (bytes.Length + got > limit)
                throw new EngineAnswerException($"Longer than {limit} bytes.");
            bytes.Write(buffer, 0, got);
        }
        return bytes.ToArray();
    }

    private static NotulenException Refused(string engine, HttpResponseMessage response) =>
        NotulenException.Engine("engine.refused", engine, ((int)response.StatusCode).ToString());

    // llama-server tells both figures.
    private static NotulenException? TooLong(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.Number("n_prompt_tokens", -1) is >= 0 and var prompt && error.Number("n_ctx", -1) is >= 0 and var context
            ? NotulenException.Engine("engine.context", prompt.ToString("0"), context.ToString("0"))
            : null;
}
