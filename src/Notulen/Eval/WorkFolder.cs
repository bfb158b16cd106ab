namespace Notulen.App.Eval;

/// <summary>A folder for the database of one run, gone afterwards: what was evaluated has no place among real meetings.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("notulen-eval-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
