namespace Notulen.Core.Meetings;

/// <summary>A value in an agenda file with the line on which it stands, whichever format it was written in.</summary>
/// <param name="Line">Line in the file, from 1.</param>
internal abstract record AgendaFileNode(int Line)
{
    /// <summary>Deeper than any agenda; keeps a hostile file from exhausting the stack.</summary>
    public const int MaxDepth = 32;
}

/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Text">The value as written; null for null.</param>
internal sealed record AgendaFileScalar(int Line, string? Text) : AgendaFileNode(Line);

/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Values">In the order of the file.</param>
internal sealed record AgendaFileSequence(int Line, IReadOnlyList<AgendaFileNode> Values) : AgendaFileNode(Line);

/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Fields">By name, whatever its case; the last one counts where a name is repeated.</param>
internal sealed record AgendaFileObject(int Line, IReadOnlyDictionary<string, AgendaFileNode> Fields) : AgendaFileNode(Line);
