using Notulen.Core.Meetings;

namespace Notulen.Core.Minutes.People;

/// <summary>Somebody named in a sentence.</summary>
/// <param name="Person">Who it is on the roster; null for somebody who is not on it, or when two people could be meant.</param>
/// <param name="Text">As said ("de heer Kuiper", "de griffier").</param>
/// <param name="First">First token.</param>
/// <param name="End">Token after the last.</param>
public sealed record Mention(Participant? Person, string Text, int First, int End)
{
    /// <summary>The name of the roster, or what was said.</summary>
    public string Name => Person?.Name ?? Text;
}
