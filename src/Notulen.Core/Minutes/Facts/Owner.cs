using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Who promises something or is put to work: whoever is named, or the speaker where that is known. Nobody is guessed.</summary>
internal static class Owner
{
    private static readonly HashSet<string> FirstPerson = ["ik", "i", "ill"];

    public static string? Of(ItemScene scene, Sentence sentence, CueMatch match)
    {
        if (match.Name is { } range)
        {
            var said = scene.Roster.Mentions(sentence).FirstOrDefault(mention => mention.First >= range.Start.Value && mention.First < range.End.Value);
            return said?.Name ?? sentence.Slice(range.Start.Value, range.End.Value);
        }
        if (CueWords(sentence, match).Any(token => FirstPerson.Contains(token.Norm)))
            return sentence.Speaker;
        return scene.Roster.Mentions(sentence).FirstOrDefault(mention => mention.First >= match.First && mention.End <= (match.Rest ?? match.End))?.Name;
    }

    /// <summary>The words of the phrase itself, without what stood for its rest.</summary>
    public static IEnumerable<Token> CueWords(Sentence sentence, CueMatch match) =>
        sentence.Tokens.Skip(match.First).Take((match.Rest ?? match.End) - match.First);
}
