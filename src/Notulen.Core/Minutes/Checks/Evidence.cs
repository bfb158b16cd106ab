using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Checks;

/// <summary>The segments that a statement names as its proof, made ready for comparing.</summary>
internal sealed class Evidence
{
    public Evidence(IReadOnlyList<Segment> segments, Roster roster, string language)
    {
        Sentences = SentenceCutter.Cut(segments, language);
        Tokens = [.. Sentences.SelectMany(sentence => sentence.Tokens)];
        Speakers = [.. segments.Select(segment => segment.Speaker).OfType<string>().Distinct()];
        // Who speaks, and for which party, is part of the proof.
        var spoken = Speakers.SelectMany(speaker => Words.Tokens.Of($"{speaker} {roster.ByName(speaker)?.Role} {roster.ByName(speaker)?.Party}"));
        Sounds = [.. Tokens.Select(token => token.Sound), .. spoken.Select(token => token.Sound)];
        for (var i = 0; i + 1 < Tokens.Count; i++)
            Sounds.Add(Words.Sounds.Key(Tokens[i].Norm + Tokens[i + 1].Norm));
        People = [.. Sentences.SelectMany(roster.Mentions).Select(mention => mention.Person?.Name).OfType<string>(), .. Speakers];
        Dates = [.. Sentences.SelectMany(sentence => DateReader.Read(sentence.Tokens, language))];
        Times = [.. Sentences.SelectMany(sentence => ClockReader.Read(sentence.Tokens, language, loose: true))];
        Numbers = [.. Sentences.SelectMany(sentence => sentence.Numbers)];
        Stems = [.. StopWords.ContentStems(Tokens, language).Select(word => word.Stem), .. StopWords.ContentStems([.. spoken], language).Select(word => word.Stem)];
    }

    public IReadOnlyList<Sentence> Sentences { get; }
    public IReadOnlyList<Token> Tokens { get; }
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>How every word and every pair of words sounds.</summary>
    public HashSet<string> Sounds { get; }

    /// <summary>Names on the roster of who speaks or is named.</summary>
    public HashSet<string> People { get; }
    public IReadOnlyList<SpokenValue> Dates { get; }
    public IReadOnlyList<SpokenValue> Times { get; }
    public IReadOnlyList<SpokenValue> Numbers { get; }
    public HashSet<string> Stems { get; }

    /// <summary>Whether a word was said, allowing for how recognition spells names.</summary>
    public bool Heard(string sound) =>
        Sounds.Contains(sound) || sound.Length >= 5 && Sounds.Any(other => Likeness.Of(sound, other) >= 0.8);

    public bool Covers(string stem) => Stems.Contains(stem) || Stems.Any(other => Words.Stems.AreKin(stem, other));
}
