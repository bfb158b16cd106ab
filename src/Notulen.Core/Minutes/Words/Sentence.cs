using Notulen.Core.Minutes.Values;

namespace Notulen.Core.Minutes.Words;

/// <summary>A spoken sentence, with the segments it was spoken in.</summary>
/// <param name="Index">Position in the list of sentences.</param>
/// <param name="Text">Exactly as recognised.</param>
/// <param name="Segments">Ids of the segments, ascending; usually one.</param>
/// <param name="Speaker">Who spoke, if known.</param>
/// <param name="Confidence">Lowest confidence of the segments, 0 to 1.</param>
/// <param name="Start">Seconds from the start of the recording.</param>
/// <param name="Language">"nl" or "en".</param>
public sealed record Sentence(
    int Index, string Text, IReadOnlyList<int> Segments, string? Speaker, double Confidence, double Start, string Language)
{
    private Token[]? _tokens;
    private IReadOnlyList<SpokenValue>? _numbers;

    public IReadOnlyList<Token> Tokens => _tokens ??= Words.Tokens.Of(Text);

    /// <summary>Bare numbers in digits or words, in order; no dates or times.</summary>
    public IReadOnlyList<SpokenValue> Numbers => _numbers ??= NumberReader.Read(Tokens, Language);

    /// <summary>As quoted in minutes: without marks of its own, for recognition writes half of a pair ("\"Nee, pardon.").</summary>
    public string Bare => Text.Trim(' ', '"', '“', '”', '„');

    public bool IsQuestion => Text.EndsWith('?');

    /// <summary>The text from one token up to, not including, another.</summary>
    public string Slice(int first, int end) =>
        first >= end ? "" : Text[Tokens[first].Start..Tokens[end - 1].End];
}
