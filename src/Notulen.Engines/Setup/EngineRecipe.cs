namespace Notulen.Engines.Setup;

/// <summary>How a native engine is built from its source package.</summary>
/// <param name="Name">Name of its folder ("whisper.cpp").</param>
/// <param name="Version">Version of the source in the package.</param>
/// <param name="Package">Name in the lock file of packages.</param>
/// <param name="PackedBytes">Size of the package, for progress.</param>
/// <param name="SourcePath">Path in the package: a folder with the source, or a git bundle with it.</param>
/// <param name="SourceLimit">Most bytes that are unpacked.</param>
/// <param name="RoomBytes">Room that source and build take together.</param>
/// <param name="Flags">Arguments for cmake.</param>
/// <param name="Programs">The programs that come out, the one that Notulen cannot do without first.</param>
public sealed record EngineRecipe(
    string Name,
    string Version,
    string Package,
    long PackedBytes,
    string SourcePath,
    long SourceLimit,
    long RoomBytes,
    IReadOnlyList<string> Flags,
    IReadOnlyList<string> Programs)
{
    private static readonly string[] CommonFlags = ["-DCMAKE_BUILD_TYPE=Release", "-DBUILD_SHARED_LIBS=OFF", "-DGGML_NATIVE=ON"];

    /// <summary>whisper.cpp: the server that transcribes, and the command line tool that the benchmark compares with.</summary>
    /// <remarks>
    /// Without OpenMP: the server takes each request on another thread, libgomp then keeps a team of workers for each of
    /// them and throttles all, and every request after the first is slower by a third. ggml's own threads have no such memory.
    /// </remarks>
    public static readonly EngineRecipe Speech = new(
        "whisper.cpp", "1.9.1", "nodejs-whisper", 5_700_000, "package/cpp/whisper.cpp/", 100_000_000, 300_000_000,
        [.. CommonFlags, "-DGGML_OPENMP=OFF", "-DWHISPER_BUILD_TESTS=OFF", "-DWHISPER_BUILD_EXAMPLES=ON"],
        ["whisper-server", "whisper-cli"]);

    /// <summary>llama.cpp: the server that answers a chat under a grammar.</summary>
    public static readonly EngineRecipe Language = new(
        "llama.cpp", "0.5.0", "node-llama-cpp", 35_800_000, "package/llama/gitRelease.bundle", 200_000_000, 900_000_000,
        [
            .. CommonFlags, "-DLLAMA_BUILD_TESTS=OFF", "-DLLAMA_BUILD_EXAMPLES=OFF", "-DLLAMA_CURL=OFF", "-DLLAMA_OPENSSL=OFF",
            "-DLLAMA_BUILD_UI=OFF", "-DLLAMA_BUILD_WEBUI=OFF",
        ],
        ["llama-server"]);

    public static readonly IReadOnlyList<EngineRecipe> All = [Speech, Language];

    /// <summary>Whether the source is a git bundle and not a folder.</summary>
    public bool IsBundle => SourcePath.EndsWith(".bundle", StringComparison.Ordinal);
}
