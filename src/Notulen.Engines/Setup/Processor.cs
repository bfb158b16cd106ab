using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Notulen.Engines.Setup;

/// <summary>The processor that an engine is built for: one built for newer instructions crashes on an older machine.</summary>
/// <param name="Model">What it calls itself.</param>
/// <param name="Features">Short hash of the instructions that it knows.</param>
public sealed record Processor(string Model, string Features)
{
    public static Processor Current { get; } = Read();

    private static Processor Read()
    {
        const string File = "/proc/cpuinfo";
        var lines = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];
        var model = Value(lines, "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var features = Value(lines, "flags") ?? Value(lines, "Features") ?? "";
        var sorted = string.Join(' ', features.Split(' ').Order(StringComparer.Ordinal));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{RuntimeInformation.ProcessArchitecture} {sorted}"));
        return new Processor(model, Convert.ToHexStringLower(hash)[..16]);
    }

    private static string? Value(string[] lines, string key) =>
        lines.FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':', 2)[^1].Trim();
}
