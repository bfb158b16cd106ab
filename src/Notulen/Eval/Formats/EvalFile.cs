using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Notulen.Core.Problems;
using Notulen.Core.Storage;

namespace Notulen.App.Eval.Formats;

/// <summary>Reads and writes the files of evaluation sets; what is wrong is told with its file and line.</summary>
internal static class EvalFile
{
    private const long MaxBytes = 256L << 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        Converters = { new AnyText() },
    };

    private static readonly JsonSerializerOptions Readable = new(Options) { WriteIndented = true };

    /// <exception cref="NotulenException">"eval.missing", "eval.unreadable" and so on, or "eval.syntax".</exception>
    public static async Task<T> ReadAsync<T>(string path, CancellationToken cancellationToken) =>
        Parse<T>(await TextFile.ReadAsync(path, MaxBytes, "eval", cancellationToken), path, firstLine: 1);

    /// <summary>One value a line (JSONL); empty lines count but say nothing.</summary>
    public static async Task<IReadOnlyList<T>> ReadLinesAsync<T>(string path, CancellationToken cancellationToken) =>
        [.. (await NumberedAsync<T>(path, cancellationToken)).Select(line => line.Value)];

    /// <summary>Cases with a label: every id once, and no label that the set does not have.</summary>
    /// <exception cref="NotulenException">Also "eval.twice" and "eval.label".</exception>
    public static async Task<IReadOnlyList<T>> ReadCasesAsync<T>(string path, IReadOnlyList<string> labels, CancellationToken cancellationToken)
        where T : ILabelled
    {
        var cases = await NumberedAsync<T>(path, cancellationToken);
        var ids = new HashSet<string>();
        foreach (var (line, one) in cases)
        {
            if (!ids.Add(one.Id))
                throw NotulenException.Input("eval.twice", path, Text(line), one.Id);
            if (!labels.Contains(one.Label))
                throw NotulenException.Input("eval.label", path, Text(line), one.Label, string.Join(", ", labels));
        }
        return [.. cases.Select(line => line.Value)];
    }

    public static Task WriteAsync<T>(string path, T value, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(path, JsonSerializer.Serialize(value, Readable) + "\n", cancellationToken);

    public static Task WriteLinesAsync<T>(string path, IEnumerable<T> values, CancellationToken cancellationToken) =>
        File.WriteAllLinesAsync(path, values.Select(value => JsonSerializer.Serialize(value, Options)), cancellationToken);

    private static async Task<List<(int Line, T Value)>> NumberedAsync<T>(string path, CancellationToken cancellationToken)
    {
        var lines = (await TextFile.ReadAsync(path, MaxBytes, "eval", cancellationToken)).Split('\n');
        return [.. lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)).Select(line => (line.Index + 1, Parse<T>(line.Item, path, line.Index + 1)))];
    }

    private static T Parse<T>(string json, string path, int firstLine)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException();
        }
        catch (JsonException exception)
        {
            var line = Text(firstLine + (exception.LineNumber ?? 0));
            var field = exception.Path is { Length: > 2 } at ? at[2..] : null;
            throw field is null ? NotulenException.Input("eval.syntax", path, line) : NotulenException.Input("eval.field", path, line, field);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
