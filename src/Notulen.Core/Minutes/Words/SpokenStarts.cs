using Notulen.Core.Minutes.Cues;

namespace Notulen.Core.Minutes.Words;

/// <summary>
/// Where sentences begin in speech that was written down without punctuation: at the turns of phrase with which a chair
/// puts something to the vote, tells a result or gives the floor. Elsewhere nobody can tell, and nothing is cut.
/// </summary>
internal static class SpokenStarts
{
    private static readonly IReadOnlyList<CuePhrase> Dutch =
    [
        .. new[]
        {
            "in stemming (komt|komen|breng|brengen|is|zijn)",
            "[en] (dan|nu) (stemmen|gaan|komen|kom|ga|geef|breng|sluit|schors|open) (we|wij|ik)",
            "[en] (dan|nu) [is|de|het] [gewijzigde|geamendeerde] (motie|moties|amendement|amendementen|voorstel|raadsvoorstel|agendapunt|stemming)",
            "(ik|wij|we) (breng|brengen) … in stemming",
            "(motie|amendement) … … (u kunt|kunt u) stemmen",
            "(de|deze|die) [gewijzigde|geamendeerde] (motie|moties|agenda|besluitenlijst|notulen|verordening) … (is|zijn|wordt|worden) … (aangenomen|verworpen|vastgesteld|ingetrokken|aangehouden)",
            "(het|dit|dat) [aldus] [nader] [gewijzigde|geamendeerde] (amendement|voorstel|raadsvoorstel|verslag) … (is|wordt) … (aangenomen|verworpen|vastgesteld|ingetrokken|aangehouden)",
            "(daarmee|hiermee|hierbij) (is|zijn|wordt|worden|sluit|schors|open)",
            "wie (is|zijn|stemt|stemmen) [er] [dan] (voor|tegen)",
            "wie (wil|wenst|mag) … woord",
            "aan de orde (is|zijn|komt|komen)",
            "(ik|wij|we) (open|heropen|schors|sluit) … (vergadering|raadsvergadering|commissievergadering|beraadslaging)",
            "(ik geef|het) woord (is|aan)",
            "[mijnheer|meneer|mevrouw] [de] voorzitter",
            "(dank|bedankt) (u|je|voor)",
        }.Select(phrase => CuePhrase.Of(phrase)),
    ];

    private static readonly IReadOnlyList<CuePhrase> English =
    [
        .. new[]
        {
            "(we|i) (now|will now|will) (vote|move|put|proceed)",
            "(the|this) (motion|motions|amendment|proposal) … (is|are) … (adopted|carried|approved|rejected|defeated|withdrawn)",
            "(the|this) (motion|amendment|proposal) (carries|fails|passes)",
            "all (those|in) (in favour|in favor|favour|favor|against)",
            "who is (in favour|in favor|against)",
            "[mister|mr|madam] (chair|chairman|chairwoman|mayor)",
            "thank you",
            "(next|the next) (agenda item|item)",
        }.Select(phrase => CuePhrase.Of(phrase)),
    ];

    /// <summary>After these a phrase is part of what went before: "als de motie wordt aangenomen", "over het voorstel".</summary>
    private static readonly HashSet<string> Binding =
    [
        "aan", "achter", "al", "als", "alleen", "bij", "binnen", "boven", "dan", "dat", "de", "deze", "die", "dit", "doordat", "door", "een", "en", "er", "geachte", "geen", "het", "hier", "hoe", "hoewel", "in",
        "indien", "ingeval", "is", "kan", "komen", "komt", "maar", "meer", "met", "mits", "mocht", "na", "naar", "nadat", "niet", "nog", "nu", "of", "om", "omdat", "onder", "ook", "op", "over", "per", "sinds", "tegen", "tenzij",
        "terwijl", "thans", "toen", "tot", "uit", "van", "via", "volgens", "voor", "voordat", "waar", "wanneer", "want", "wat", "wel", "welke", "wie", "worden", "wordt", "zal", "zijn", "zoals", "zodra", "zonder", "zou",
        "a", "about", "after", "and", "as", "at", "because", "before", "but", "by", "for", "from", "if", "in", "of", "on", "or", "our", "over", "that", "the", "their", "this",
        "to", "under", "unless", "until", "what", "when", "where", "whether", "which", "while", "who", "with", "without", "your",
    ];

    /// <summary>Tokens at which a sentence begins for sure, ascending; the first only if it is one of them.</summary>
    public static IReadOnlyList<int> In(IReadOnlyList<Token> tokens, string language)
    {
        var starts = new SortedSet<int>();
        foreach (var phrase in language == "en" ? English : Dutch)
        {
            for (var from = 0; from < tokens.Count && phrase.Find(tokens, language, from) is { } match; from = Math.Max(match.First, from) + 1)
            {
                if (match.First == 0 || !Binding.Contains(tokens[match.First - 1].Norm))
                    starts.Add(match.First);
            }
        }
        return [.. starts];
    }
}
