using System.Security.Cryptography;
using System.Text;

namespace Notulen.Core.Processing;

/// <summary>Hash of inputs and settings, so that work is done again exactly when one of them changed.</summary>
public static class Fingerprint
{
    /// <summary>SHA-256 over the parts, each with its length so that no two lists give the same text; lower-case hexadecimal.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part?.Length ?? -1).Append(':').Append(part).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
