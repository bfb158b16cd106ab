namespace Notulen.Core.Minutes.Model;

/// <summary>What a language model had to read and write.</summary>
/// <param name="Transcript">Tokens of what was said, without names and numbers.</param>
/// <param name="Read">Tokens of prompts that the engine evaluated; what it still had from an earlier prompt is not counted.</param>
/// <param name="Written">Tokens of answers.</param>
public sealed record TokenUse(long Transcript, long Read, long Written)
{
    public static readonly TokenUse None = new(0, 0, 0);

    public static TokenUse operator +(TokenUse a, TokenUse b) => new(a.Transcript + b.Transcript, a.Read + b.Read, a.Written + b.Written);
}
