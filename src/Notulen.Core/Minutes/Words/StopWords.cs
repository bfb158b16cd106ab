namespace Notulen.Core.Minutes.Words;

/// <summary>Words that say little: grammar, and the verbs with which minutes report speech ("zegt", "vraagt").</summary>
public static class StopWords
{
    private static readonly HashSet<string> Dutch = Set("""
        de het een en of maar want dus dat die dit deze daar er hier waar wat wie welke hoe ook nog al wel niet geen nooit te om
        aan af bij door in met na naar op over per tegen tot uit van vanaf via voor tussen onder zonder tijdens binnen ongeveer
        is zijn was waren wordt worden werd werden ben bent geworden heeft hebben had hadden heb gehad kan kunnen kon konden
        zal zullen zou zouden moet moeten moest moesten mag mogen mocht wil willen wilde wilden gaat gaan ging gingen
        ik je jij u uw hij zij ze we wij ons onze hun hen haar hem mijn zich men iemand iets niets alles alle elk elke ieder iedere
        als dan toen nu zo heel veel meer meest minder eens even weer terug toch ja nee goed graag dank allemaal beide
        termijn toegezegd toezegging besloten zegt zeggen zei zeide vraagt vragen vroeg vroegen stelt stellen geeft geven gaf vindt vinden vond meldt melden merkt deelt
        licht antwoordt antwoorden reageert noemt noemen aangegeven gezegd gevraagd gesteld gemeld opgemerkt toegelicht genoemd benadrukt
        verklaart verwacht opmerking bespreekt besproken gaat waarbij waarin daarbij daarmee hiermee hierover daarover ervan erover
        heer mevrouw meneer dhr mw voorzitter wethouder raadslid lid leden burgemeester fractie college commissie raad vergadering
        """);

    private static readonly HashSet<string> English = Set("""
        the a an and or but so that this these those there here where what who whom which how also still already not no never none to
        of at by in with after on onto over per against until from via for between under without during within about as into up out
        is are was were be been being am has have had having can could will would shall should must may might do does did done
        i you he she it we they my your his her its our their them us me him one ones any all each every some many much more most less
        if then when while now very just yes well please thank thanks only both such than too again
        due promises promised undertaking says say said asks ask asked states state stated gives give gave finds find found reports report reported notes note noted
        mentions mention mentioned replies reply replied explains explain explained adds added emphasises emphasises stresses points expects
        mr ms mrs miss chair chairman chairwoman alderman councillor member members mayor group board committee council meeting
        """);

    public static bool Contains(string norm, string language) => (language == "en" ? English : Dutch).Contains(norm);

    /// <summary>Stems of the words that say something, with their positions.</summary>
    public static IEnumerable<(int Position, string Stem)> ContentStems(IReadOnlyList<Token> tokens, string language)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Norm.Length > 2 && !token.IsDigits && !Contains(token.Norm, language))
                yield return (i, Stems.Of(token.Norm, language));
        }
    }

    private static HashSet<string> Set(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
