using System.Globalization;
using System.Text;

namespace Notulen.Documents;

/// <summary>File names that every system takes and that cannot lead out of their folder.</summary>
public static class SafeName
{
    /// <summary>Bytes of UTF-8 that leave room for the longest extension within the usual 255.</summary>
    private const int MaxBytes = 180;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>
    /// A base name for the files of a meeting: folders go off, letters and digits of any script, blanks, dots, hyphens
    /// and underscores stay, everything else becomes a hyphen; "meeting" when nothing is left.
    /// </summary>
    public static string Of(string name)
    {
        name = name.Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        var safe = new StringBuilder();
        var bytes = 0;
        foreach (var rune in PlainText.Clean(name).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var kept = Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or '-' or '_'
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            var next = kept ? rune : new Rune('-');
            if (bytes + next.Utf8SequenceLength > MaxBytes)
                break;
            bytes += next.Utf8SequenceLength;
            safe.Append(next.ToString());
        }

        // A leading dot hides a file, a leading hyphen looks like an option, and Windows drops trailing dots and blanks.
        var result = safe.ToString().Trim(' ', '.', '-');
        if (result.Length == 0)
            return "meeting";
        return Reserved.Contains(result.Split('.')[0].TrimEnd()) ? "_" + result : result;
    }
}
