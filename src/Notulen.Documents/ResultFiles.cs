using Notulen.Core.Problems;
using Notulen.Documents.Captions;
using Notulen.Documents.Json;
using Notulen.Documents.Markdown;
using Notulen.Documents.Pdf;
using Notulen.Documents.Word;

namespace Notulen.Documents;

/// <summary>Writes the files of a meeting into a folder: each one whole or not at all.</summary>
/// <param name="writers">What is written, in this order.</param>
public sealed class ResultFiles(IReadOnlyList<IResultWriter> writers)
{
    /// <summary>Every kind of file that there is.</summary>
    public static readonly IReadOnlyList<IResultWriter> Writers =
    [
        new TranscriptJsonWriter(), new VttWriter(), new SrtWriter(),
        new MinutesJsonWriter(), new MarkdownWriter(), new WordWriter(), new PdfWriter(),
    ];

    public ResultFiles() : this(Writers)
    {
    }

    /// <summary>Full path of the file that a writer makes of a meeting.</summary>
    public static string PathOf(IResultWriter writer, string folder, string baseName) =>
        Path.Combine(Path.GetFullPath(folder), SafeName.Of(baseName) + writer.Extension);

    /// <summary>
    /// Writes all files beside their final names, flushes them to the disk and only then gives them their names, so
    /// that a reader never sees half a file and a failure leaves what was there before. What a killed run left beside
    /// them goes.
    /// </summary>
    /// <param name="result">What is written.</param>
    /// <param name="folder">Made when it does not exist.</param>
    /// <param name="baseName">Name of the recording or any other; made safe by <see cref="SafeName.Of"/>.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>Full paths in the order of the writers.</returns>
    /// <exception cref="NotulenException">"output.folder", "output.file" or "disk.full".</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(
        MeetingResult result, string folder, string baseName, CancellationToken cancellationToken)
    {
        folder = Path.GetFullPath(folder);
        var files = new List<(string Temporary, string Final)>();
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var writer in writers)
            {
                var final = PathOf(writer, folder, baseName);
                var temporary = Path.Combine(folder, $".{Path.GetFileName(final)}.part");
                if (Directory.Exists(final))
                    throw NotulenException.Input("output.file", final);
                files.Add((temporary, final));
                await WriteAsync(writer, result, temporary, cancellationToken);
            }

            foreach (var (temporary, final) in files)
                Replace(temporary, final);
            return [.. files.Select(file => file.Final)];
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw NotulenException.Engine(e, "disk.full", folder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw NotulenException.Input("output.folder", folder);
        }
        finally
        {
            foreach (var (temporary, _) in files)
                Remove(temporary);
        }
    }

    private static async Task WriteAsync(IResultWriter writer, MeetingResult result, string path, CancellationToken cancellationToken)
    {
        File.Delete(path);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65_536, FileOptions.Asynchronous);
        await writer.WriteAsync(result, file, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
    }

    private static void Replace(string temporary, string final)
    {
        try
        {
            File.Move(temporary, final, overwrite: true);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException io && !DiskFull.Is(io)))
        {
            throw NotulenException.Input("output.file", final);
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The problem that brought us here is the one to tell.
        }
    }
}
