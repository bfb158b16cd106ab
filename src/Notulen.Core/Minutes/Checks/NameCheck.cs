using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>Every person, party and other name of a statement must be spoken in its evidence, or be who speaks there.</summary>
internal sealed class NameCheck(string language, Roster roster)
{
    private const int LongestShortened = 6;

    public Finding? Check(string text, IReadOnlyList<Token> statement, Evidence evidence)
    {
        var mentions = roster.Mentions(statement, (first, end) => text[statement[first].Start..statement[end - 1].End]);
        foreach (var mention in mentions)
        {
            if (mention.Person is { } person ? !evidence.People.Contains(person.Name) && !evidence.Heard(statement[mention.End - 1].Sound) : !evidence.Heard(statement[mention.End - 1].Sound))
                return new Finding("check.name", mention.Text);
        }
        foreach (var party in roster.Parties)
        {
            var words = Tokens.Of(party).Select(token => token.Sound).ToList();
            if (Contains([.. statement.Select(token => token.Sound)], words) && !Contains([.. evidence.Tokens.Select(token => token.Sound)], words) && !SpeaksFor(party, evidence))
                return new Finding("check.party", party);
        }
        var dates = DateReader.Read(statement, language);
        for (var i = 0; i < statement.Count; i++)
        {
            var token = statement[i];
            if (!token.IsCapitalised || token.Norm.Length < 2 || StartsSentence(text, token) || StopWords.Contains(token.Norm, language)
                || dates.Any(date => i >= date.First && i < date.End) || mentions.Any(mention => i >= mention.First && i < mention.End))
                continue;
            if (!evidence.Heard(token.Sound) && !evidence.Covers(Stems.Of(token.Norm, language)) && !IsShortened(statement, i, evidence))
                return new Finding("check.name", token.Text);
        }
        return null;
    }

    /// <summary>"Hart voor Den Haag" where "HvDH" was said: a row of words whose first letters are a word of the evidence.</summary>
    private static bool IsShortened(IReadOnlyList<Token> statement, int at, Evidence evidence)
    {
        for (var first = Math.Max(0, at - LongestShortened + 1); first <= at; first++)
        {
            for (var end = Math.Max(at + 1, first + 2); end <= Math.Min(statement.Count, first + LongestShortened); end++)
            {
                var initials = string.Concat(statement.Skip(first).Take(end - first).Select(token => token.Norm[0]));
                if (evidence.Tokens.Any(token => token.Norm == initials && token.Text.Any(char.IsUpper)))
                    return true;
            }
        }
        return false;
    }

    private bool SpeaksFor(string party, Evidence evidence) =>
        evidence.Speakers.Any(speaker => string.Equals(roster.ByName(speaker)?.Party, party, StringComparison.OrdinalIgnoreCase));

    private static bool Contains(IReadOnlyList<string> sounds, IReadOnlyList<string> wanted) =>
        wanted.Count > 0 && Enumerable.Range(0, Math.Max(0, sounds.Count - wanted.Count + 1)).Any(at => !wanted.Where((word, i) => sounds[at + i] != word).Any());

    private static bool StartsSentence(string text, Token token)
    {
        for (var i = token.Start - 1; i >= 0; i--)
        {
            if (char.IsLetterOrDigit(text[i]) || text[i] is ',' or ')')
                return false;
            if (text[i] is '.' or '?' or '!' or ':' or '“' or '"')
                return true;
        }
        return true;
    }
}
