namespace Notulen.Core.Minutes.Words;

/// <summary>One word, number or sign of a text.</summary>
/// <param name="Text">As written.</param>
/// <param name="Norm">Lower case, without accents and apostrophes.</param>
/// <param name="Sound">How it sounds, roughly; see <see cref="Sounds"/>.</param>
/// <param name="Start">Position of the first character in the text.</param>
public readonly record struct Token(string Text, string Norm, string Sound, int Start)
{
    /// <summary>Position after the last character.</summary>
    public int End => Start + Text.Length;

    public bool IsCapitalised => char.IsUpper(Text[0]);

    public bool IsDigits => char.IsAsciiDigit(Text[0]);
}
