using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds how many members are there, as the chair or the clerk counts them: "er zijn 43 leden aanwezig".</summary>
internal static class MemberCount
{
    // "21 van de 23 raadsleden"
    private const int Reach = 4;
    private const int MostMembers = 1000;

    private static readonly HashSet<string> Members =
        ["leden", "raadsleden", "commissieleden", "statenleden", "aanwezigen", "members", "councillors"];

    private static readonly HashSet<string> Here = ["aanwezig", "aanwezigen", "present", "attendance"];

    private static readonly HashSet<string> Negations = ["niet", "geen", "afwezig", "not", "absent"];

    /// <returns>Null when nobody counts them.</returns>
    public static int? Find(IEnumerable<Sentence> opening)
    {
        foreach (var sentence in opening.Where(sentence => !sentence.IsQuestion))
        {
            if (!sentence.Tokens.Any(token => Here.Contains(token.Norm)) || sentence.Tokens.Any(token => Negations.Contains(token.Norm)))
                continue;
            foreach (var number in sentence.Numbers.Where(number => number is { Kind: ValueKind.Number, Amount: > 0 and <= MostMembers } && number.Amount % 1 == 0))
            {
                if (sentence.Tokens.Skip(number.End).Take(Reach).Any(token => Members.Contains(token.Norm)))
                    return (int)number.Amount;
            }
        }
        return null;
    }
}
