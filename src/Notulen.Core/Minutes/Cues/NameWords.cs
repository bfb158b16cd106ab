using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Cues;

/// <summary>Words around names: titles, prefixes and offices.</summary>
internal static class NameWords
{
    private static readonly HashSet<string> Titles =
    [
        "heer", "meneer", "mevrouw", "dhr", "mw", "mevr", "wethouder", "burgemeester", "raadslid", "commissielid", "minister", "staatssecretaris", "directeur",
        "mr", "mrs", "ms", "miss", "sir", "madam", "alderman", "alderwoman", "councillor", "councilor", "mayor", "dr", "professor",
    ];

    private static readonly HashSet<string> Prefixes = ["van", "de", "der", "den", "ten", "ter", "te", "het", "t", "el", "al", "von", "la", "le", "di", "du", "bin", "ben"];

    private static readonly HashSet<string> Offices =
    [
        "griffier", "secretaris", "gemeentesecretaris", "notulist", "voorzitter", "wethouder", "burgemeester", "griffie", "college", "ambtenaar",
        "clerk", "secretary", "chair", "chairman", "chairwoman", "alderman", "mayor", "board", "officer",
    ];

    public static bool IsTitle(Token token) => Titles.Contains(token.Norm);

    public static bool IsPrefix(Token token) => Prefixes.Contains(token.Norm);

    public static bool IsOffice(Token token) => Offices.Contains(token.Norm);

    /// <summary>Whether tokens can be one name or office: "de heer Van Dijk", "mevrouw de graaf", "Hendrik van Dijk", "de griffier".</summary>
    public static bool CanBeName(IReadOnlyList<Token> tokens, int first, int end)
    {
        var at = first;
        if (at < end && tokens[at].Norm is "de" or "the" or "het" && at + 1 < end && (IsTitle(tokens[at + 1]) || IsOffice(tokens[at + 1])))
            at++;
        if (at == end - 1 && IsOffice(tokens[at]))
            return true;
        var titled = at < end && IsTitle(tokens[at]);
        if (titled)
            at++;
        while (at < end && IsPrefix(tokens[at]))
            at++;
        // After a title a name may be spelled small; without one the capitals must tell.
        var names = end - at;
        if (names is < 1 or > 3)
            return false;
        for (var i = at; i < end; i++)
        {
            var last = i == end - 1;
            if (tokens[i].IsDigits || !tokens[i].IsCapitalised && !(titled && names == 1) && !(IsPrefix(tokens[i]) && !last))
                return false;
        }
        return titled || !StopWords.Contains(tokens[at].Norm, "nl") && !StopWords.Contains(tokens[at].Norm, "en");
    }
}
