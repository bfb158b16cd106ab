using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>A number belongs to what it counts: "42 sociale en 14 dure woningen" does not bear out "14 sociale woningen".</summary>
internal static class CountCheck
{
    /// <summary>How far behind a number the word stands that says what is counted.</summary>
    private const int Reach = 2;

    public static Finding? Check(IReadOnlyList<Token> statement, Evidence evidence, string language)
    {
        var said = evidence.Sentences.SelectMany(sentence => Counts(sentence.Tokens, language)).ToList();
        foreach (var (number, stem, text) in Counts(statement, language))
        {
            var same = said.Where(count => Stems.AreKin(count.Stem, stem)).ToList();
            if (same.Count > 0 && !same.Any(count => count.Number == number))
                return new Finding("check.number", text);
        }
        return null;
    }

    /// <summary>Plain numbers with the first word behind each that says something. Votes are told in too many ways for this; <see cref="PolarityCheck"/> holds them.</summary>
    private static IEnumerable<(decimal Number, string Stem, string Text)> Counts(IReadOnlyList<Token> tokens, string language)
    {
        foreach (var value in NumberReader.Read(tokens, language).Where(value => value.Kind == ValueKind.Number))
        {
            var counted = StopWords.ContentStems([.. tokens.Skip(value.End).Take(Reach)], language).FirstOrDefault();
            if (counted.Stem is not null && !counted.Stem.StartsWith("stem", StringComparison.Ordinal) && !counted.Stem.StartsWith("fot", StringComparison.Ordinal))
                yield return (value.Amount, counted.Stem, tokens[value.First].Text);
        }
    }
}
