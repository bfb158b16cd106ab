namespace Notulen.Core.Minutes.Cues;

/// <summary>A part of a phrase: what the words at a position must be.</summary>
internal abstract record CueElement
{
    /// <summary>One word, by how it sounds.</summary>
    internal sealed record Literal(string Sound) : CueElement;

    /// <summary>"…": up to six words.</summary>
    internal sealed record Gap : CueElement;

    /// <summary>"{number}".</summary>
    internal sealed record Number : CueElement;

    /// <summary>"{name}": a title and a name, or capitalised words.</summary>
    internal sealed record Name : CueElement;

    /// <summary>"{rest}": everything up to the end of the sentence.</summary>
    internal sealed record Rest : CueElement;

    /// <summary>"(a|b)", and "[a]" with an empty second choice.</summary>
    internal sealed record Choice(IReadOnlyList<IReadOnlyList<CueElement>> Branches) : CueElement;
}
