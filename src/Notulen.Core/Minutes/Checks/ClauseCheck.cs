using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>
/// No clause may stand there that nobody spoke: "verwijst naar een brief, waarin om schadevergoeding wordt gevraagd" is well
/// covered as a whole, and its second half is invented.
/// </summary>
internal static class ClauseCheck
{
    /// <summary>Fewer words that say something may be another way of saying it.</summary>
    private const int FewestWords = 2;

    /// <summary>A word this long is rarely said in another way.</summary>
    private const int LongWord = 10;

    private static readonly HashSet<string> Beginnings =
        ["en", "maar", "waarin", "waarbij", "waardoor", "waarmee", "waarvan", "zodat", "omdat", "want", "and", "but", "which", "whose", "because", "while"];

    public static Finding? Check(string text, IReadOnlyList<Token> statement, Evidence evidence, string language)
    {
        var from = 0;
        for (var i = 1; i <= statement.Count; i++)
        {
            if (i < statement.Count && !Beginnings.Contains(statement[i].Norm) && !text.AsSpan(statement[i - 1].End, statement[i].Start - statement[i - 1].End).ContainsAny(",;"))
                continue;
            var stems = StopWords.ContentStems([.. statement.Skip(from).Take(i - from)], language).Select(word => word.Stem).Distinct().ToList();
            if ((stems.Count >= FewestWords || stems is [{ Length: >= LongWord }]) && !stems.Any(evidence.Covers))
                return new Finding("check.clause", text[statement[from].Start..statement[i - 1].End]);
            from = i;
        }
        return null;
    }
}
