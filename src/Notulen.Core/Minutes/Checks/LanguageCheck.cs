using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>A model that falls into the other language: told by the small words that only one of the two has.</summary>
internal static class LanguageCheck
{
    /// <summary>Names, figures and borrowed words have no small words: a short answer needs this many to be told.</summary>
    private const int FewestWords = 2;

    public static Finding? Check(IReadOnlyList<Token> statement, string language)
    {
        var other = language == "en" ? "nl" : "en";
        var own = Only(statement, language, other);
        var foreign = Only(statement, other, language);
        return foreign >= FewestWords && foreign > 2 * own ? new Finding("check.language") : null;
    }

    private static int Only(IReadOnlyList<Token> tokens, string language, string other) =>
        tokens.Count(token => StopWords.Contains(token.Norm, language) && !StopWords.Contains(token.Norm, other));
}
