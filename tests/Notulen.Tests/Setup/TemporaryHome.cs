using Notulen.Core.Storage;

namespace Notulen.Tests.Setup;

/// <summary>An empty home folder that is gone after the test.</summary>
public sealed class TemporaryHome : IDisposable
{
    public NotulenFolders Folders { get; }

    public string Path { get; } = Directory.CreateTempSubdirectory("notulen-").FullName;

    public TemporaryHome() => Folders = new NotulenFolders(Path, System.IO.Path.Combine(Path, "data"));

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
