using Notulen.Core.Pipelines;

namespace Notulen.Tests.Pipelines;

/// <summary>The pipelines of this checkout, and temporary folders with others.</summary>
internal static class PipelineFolder
{
    private static readonly Lazy<PipelineFiles> Files = new(() => PipelineFiles.Load(OfCheckout()));

    public static PipelineDefinition Find(string name) => Files.Value.Find(name);

    public static string OfCheckout()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Notulen.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Notulen.sln");
        return Path.Combine(folder, "pipelines");
    }

    public static string With(params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("notulen-pipelines-").FullName;
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(folder, name), text);
        return folder;
    }
}
