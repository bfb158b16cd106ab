using System.Runtime.CompilerServices;

namespace Notulen.Tests;

/// <summary>The sample recordings of the checkout.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "samples"));

    private static string Here([CallerFilePath] string path = "") => path;
}
