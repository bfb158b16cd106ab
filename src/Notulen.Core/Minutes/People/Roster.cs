using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.People;

/// <summary>The people of the agenda file, found again in what was said: with titles, misspelled, by first name or by office.</summary>
public sealed class Roster
{
    private const double AlikeEnough = 0.75;

    private readonly IReadOnlyList<Entry> _entries;

    public Roster(IReadOnlyList<Participant> participants)
    {
        _entries = [.. participants.Where(person => !string.IsNullOrWhiteSpace(person.Name)).Select(Entry.Of)];
        Parties = [.. participants.Select(person => person.Party).OfType<string>().Where(party => party.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public IReadOnlyList<string> Parties { get; }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Who chairs the meeting according to the roster; null when it does not say.</summary>
    public Participant? Chair => ByOffice(["voorzitter", "chair", "chairman", "chairwoman"]);

    /// <summary>The person of that name as the roster spells it.</summary>
    public Participant? ByName(string? name) =>
        name is null ? null : _entries.FirstOrDefault(entry => string.Equals(entry.Person.Name, name, StringComparison.OrdinalIgnoreCase))?.Person;

    /// <summary>Everybody who is named in a sentence, in order.</summary>
    public IReadOnlyList<Mention> Mentions(Sentence sentence) => Mentions(sentence.Tokens, sentence.Slice);

    /// <summary>Everybody who is named in a row of words.</summary>
    public IReadOnlyList<Mention> Mentions(IReadOnlyList<Token> tokens, Func<int, int, string> slice)
    {
        var mentions = new List<Mention>();
        for (var i = 0; i < tokens.Count;)
        {
            var found = FullName(tokens, i, slice) ?? Titled(tokens, i, slice) ?? Bare(tokens, i, slice);
            if (found is not null)
                mentions.Add(found);
            i = found?.End ?? i + 1;
        }
        return mentions;
    }

    private Mention? FullName(IReadOnlyList<Token> tokens, int at, Func<int, int, string> slice)
    {
        foreach (var entry in _entries)
        {
            var count = entry.Sounds.Count;
            if (count < 2 || at + count > tokens.Count || tokens[at].Sound != entry.Sounds[0])
                continue;
            var same = Enumerable.Range(0, count).All(i => tokens[at + i].Sound == entry.Sounds[i]);
            if (same)
                return new Mention(entry.Person, slice(at, at + count), at, at + count);
        }
        return null;
    }

    private Mention? Titled(IReadOnlyList<Token> tokens, int first, Func<int, int, string> slice)
    {
        var at = first;
        if (tokens[at].Norm is "de" or "the" && at + 1 < tokens.Count)
            at++;
        var office = NameWords.IsOffice(tokens[at]);
        var title = NameWords.IsTitle(tokens[at]);
        if (!office && !title)
            return null;
        var name = at + 1;
        var prefixed = name;
        while (name < tokens.Count && NameWords.IsPrefix(tokens[name]))
            name++;
        if (title && name < tokens.Count && !tokens[name].IsDigits)
        {
            if (BySurname(tokens, prefixed, name) is { } person)
                return new Mention(person, slice(first, name + 1), first, name + 1);
            if (tokens[name].IsCapitalised && tokens[name].Text.Length > 1)
                return new Mention(null, slice(first, name + 1), first, name + 1);
        }
        // An office without a name: "de griffier"; without the article only as a call ("Wethouder, aan u het woord").
        return office ? new Mention(ByOffice([tokens[at].Norm]), slice(first, at + 1).ToLowerInvariant(), first, at + 1) : null;
    }

    private Mention? Bare(IReadOnlyList<Token> tokens, int at, Func<int, int, string> slice)
    {
        var token = tokens[at];
        if (!token.IsCapitalised || token.Norm.Length < 3 || StopWords.Contains(token.Norm, "nl") || StopWords.Contains(token.Norm, "en"))
            return null;
        // At the start of a sentence every word has a capital: there only a first name, which is rarely another word.
        var byGiven = _entries.Where(entry => entry.Given == token.Sound).ToList();
        if (byGiven.Count == 1)
            return new Mention(byGiven[0].Person, token.Text, at, at + 1);
        var bySurname = at == 0 ? [] : _entries.Where(entry => entry.Surname == token.Sound).ToList();
        return bySurname.Count == 1 ? new Mention(bySurname[0].Person, token.Text, at, at + 1) : null;
    }

    private Participant? BySurname(IReadOnlyList<Token> tokens, int prefixed, int name)
    {
        var sound = tokens[name].Sound;
        var exact = _entries.Where(entry => entry.Surname == sound).ToList();
        if (exact.Count > 1)
        {
            var prefix = string.Concat(Enumerable.Range(prefixed, name - prefixed).Select(i => tokens[i].Norm));
            exact = [.. exact.Where(entry => entry.Prefix == prefix)];
        }
        if (exact.Count > 0)
            return exact.Count == 1 ? exact[0].Person : null;
        var alike = _entries.Select(entry => (entry, likeness: Likeness.Of(entry.Surname, sound)))
            .Where(pair => pair.likeness >= AlikeEnough && pair.entry.Surname.Length >= 4)
            .OrderByDescending(pair => pair.likeness).ToList();
        // Two names that are nearly as close: nobody, rather than the wrong one.
        return alike.Count == 1 || alike.Count > 1 && alike[0].likeness > alike[1].likeness + 0.1 ? alike[0].entry.Person : null;
    }

    private Participant? ByOffice(string[] names)
    {
        var holders = _entries.Where(entry => entry.Person.Role is { } role && Tokens.Of(role).Any(token => names.Contains(token.Norm))).ToList();
        return holders.Count == 1 ? holders[0].Person : null;
    }

    private sealed record Entry(Participant Person, IReadOnlyList<string> Sounds, string? Given, string Prefix, string Surname)
    {
        public static Entry Of(Participant person)
        {
            var tokens = Tokens.Of(person.Name).Where(token => !NameWords.IsTitle(token)).ToList();
            if (tokens.Count == 0)
                tokens = [.. Tokens.Of(person.Name)];
            if (tokens.Count == 0)
                return new Entry(person, [], null, "", "");
            var prefix = tokens.FindIndex(1, Math.Max(0, tokens.Count - 2), NameWords.IsPrefix);
            var surname = tokens.Count - 1;
            var particles = prefix < 0 ? "" : string.Concat(tokens[prefix..surname].TakeWhile(NameWords.IsPrefix).Select(token => token.Norm));
            if (prefix >= 0)
                surname = Math.Min(surname, prefix + tokens[prefix..].TakeWhile(NameWords.IsPrefix).Count());
            return new Entry(person, [.. tokens.Select(token => token.Sound)], tokens.Count > 1 ? tokens[0].Sound : null, particles, tokens[surname].Sound);
        }
    }
}
