using System.Globalization;
using System.Text;
using Notulen.Core.Problems;

namespace Notulen.Core.Storage;

/// <summary>Reads text files of unknown origin: within a limit, in whatever encoding they were saved.</summary>
public static class TextFile
{
    private const int Looked = 4096;

    /// <summary>Signatures of files that are often handed in by mistake: recordings, archives (and Word), PDF.</summary>
    private static readonly byte[][] Signatures =
        [.. new[] { "ID3", "OggS", "fLaC", "RIFF", "PK\u0003\u0004", "%PDF" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Reads a whole text file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">Largest size in bytes.</param>
    /// <param name="subject">What it should be ("agenda", "transcript"): the first part of the problem's code.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="NotulenException">Missing, unreadable, empty, too large, or not text.</exception>
    public static async Task<string> ReadAsync(string path, long limit, string subject, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        try
        {
            await using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, FileOptions.Asynchronous | FileOptions.SequentialScan);

            // A pipe or a device has no length, so the limit is kept while reading too.
            using var content = new MemoryStream();
            var buffer = new byte[65_536];
            for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                content.Write(buffer, 0, read);
                if (content.Length > limit)
                    break;
            }

            return Decode(content.GetBuffer().AsSpan(0, (int)content.Length), name, limit, subject);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotulenException.Input($"{subject}.missing", path);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw NotulenException.Input($"{subject}.unreadable", path);
        }
    }

    /// <summary>Turns bytes into text: by byte order mark, else UTF-8 or UTF-16, else Windows-1252 (what old Dutch systems write).</summary>
    /// <exception cref="NotulenException">Empty, too large, or not text.</exception>
    public static string Decode(ReadOnlySpan<byte> content, string name, long limit, string subject)
    {
        // What a file is helps more than its size: a recording that was chosen by mistake is large too.
        if (IsBinary(content))
            throw NotulenException.Input($"{subject}.not-text", name);
        if (content.Length > limit)
            throw NotulenException.Input($"{subject}.too-large", name, (limit / 1_048_576).ToString(CultureInfo.InvariantCulture));
        var text = EncodingOf(content).GetString(content).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
            throw NotulenException.Input($"{subject}.empty", name);
        return text.Contains('\0') ? throw NotulenException.Input($"{subject}.not-text", name) : text;
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> content)
    {
        if (content is [0xFF, 0xFE, ..] || ZeroesAt(content, 1))
            return Encoding.Unicode;
        if (content is [0xFE, 0xFF, ..] || ZeroesAt(content, 0))
            return Encoding.BigEndianUnicode;
        return System.Text.Unicode.Utf8.IsValid(content) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    private static bool IsBinary(ReadOnlySpan<byte> content)
    {
        foreach (var signature in Signatures)
        {
            if (content.StartsWith(signature))
                return true;
        }

        // An MPEG-4 file names its brand after the length of its first box.
        if (content.Length > 8 && content[4..8].SequenceEqual("ftyp"u8))
            return true;
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || ZeroesAt(content, 0) || ZeroesAt(content, 1))
            return false;

        // No encoding of text that remains has control characters.
        return content[..Math.Min(content.Length, Looked)].IndexOfAnyInRange((byte)0, (byte)8) >= 0;
    }

    /// <summary>Whether nearly every even (0) or odd (1) byte, and none of the others, is zero: UTF-16 without a mark.</summary>
    private static bool ZeroesAt(ReadOnlySpan<byte> content, int parity)
    {
        var start = content[..Math.Min(content.Length & ~1, 512)];
        var zeroes = 0;
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] != 0)
                continue;
            if (i % 2 != parity)
                return false;
            zeroes++;
        }

        return start.Length >= 4 && zeroes * 10 >= start.Length / 2 * 7;
    }
}
