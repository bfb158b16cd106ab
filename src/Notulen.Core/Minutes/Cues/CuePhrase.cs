using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Cues;

/// <summary>A phrase of a pipeline file, ready to be looked for.</summary>
public sealed class CuePhrase
{
    private const int LongestGap = 6;
    private const int SplittableLength = 6;
    private const int LongestName = 6;
    private const int MostSteps = 4000;

    private readonly IReadOnlyList<CueElement> _elements;
    private readonly double _likeness;
    private readonly HashSet<string>? _firstSounds;
    private readonly string[] _longFirst;

    private CuePhrase(IReadOnlyList<CueElement> elements, double likeness)
    {
        _elements = elements;
        _likeness = likeness;
        var first = new HashSet<string>();
        _firstSounds = likeness >= 1 && CollectFirst(elements, first) ? first : null;
        _longFirst = [.. first.Where(sound => sound.Length >= SplittableLength)];
    }

    /// <summary>Prepares a phrase.</summary>
    /// <param name="phrase">As in a pipeline file.</param>
    /// <param name="likeness">How alike long words must sound, 0 to 1; 1 for phrases where a near miss would be a mistake.</param>
    /// <exception cref="ArgumentException">The phrase is wrong: pipeline files are checked before they come here.</exception>
    public static CuePhrase Of(string phrase, double likeness = 1) =>
        CueSyntax.TryParse(phrase, out var elements, out var fault)
            ? new CuePhrase(elements, likeness)
            : throw new ArgumentException(fault, nameof(phrase));

    /// <summary>The first place where the phrase stands, or null.</summary>
    public CueMatch? Find(Sentence sentence) => Find(sentence.Tokens, sentence.Language);

    /// <summary>The first place where the phrase stands, or null.</summary>
    public CueMatch? Find(IReadOnlyList<Token> tokens, string language, int from = 0)
    {
        for (var first = from; first < tokens.Count; first++)
        {
            if (_firstSounds is not null && !CanBegin(tokens[first].Sound))
                continue;
            var search = new Search(tokens, language, _likeness);
            if (search.Match(_elements, 0, first, null))
                return new CueMatch(first, search.End, [.. search.Numbers], search.Name, search.Rest);
        }
        return null;
    }

    /// <summary>Whether a word, or the first half of a word that recognition cut in two, can begin the phrase.</summary>
    private bool CanBegin(string sound) =>
        _firstSounds!.Contains(sound) || _longFirst.Any(first => sound.Length > 2 && first.AsSpan().StartsWith(sound.AsSpan(0, sound.Length - 1)));

    /// <summary>Sounds that the phrase can begin with; false when it can begin with anything.</summary>
    private static bool CollectFirst(IReadOnlyList<CueElement> elements, HashSet<string> first)
    {
        foreach (var element in elements)
        {
            switch (element)
            {
                case CueElement.Literal literal:
                    first.Add(literal.Sound);
                    return true;
                case CueElement.Choice choice:
                    var optional = false;
                    foreach (var branch in choice.Branches)
                    {
                        if (branch.Count == 0)
                            optional = true;
                        else if (!CollectFirst(branch, first))
                            return false;
                    }
                    if (!optional)
                        return true;
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    private sealed class Search(IReadOnlyList<Token> tokens, string language, double likeness)
    {
        private int _steps;

        public List<SpokenValue> Numbers { get; } = [];

        public Range? Name { get; private set; }

        public int? Rest { get; private set; }

        public int End { get; private set; }

        /// <summary>Backtracking over gaps and choices; what follows a choice is the continuation.</summary>
        public bool Match(IReadOnlyList<CueElement> elements, int index, int at, Func<int, bool>? then)
        {
            if (++_steps > MostSteps)
                return false;
            if (index == elements.Count)
            {
                if (then is not null)
                    return then(at);
                End = at;
                return true;
            }
            switch (elements[index])
            {
                case CueElement.Literal literal:
                    return MatchLiteral(literal.Sound, at) is var used and > 0 && Match(elements, index + 1, at + used, then);
                case CueElement.Gap:
                    for (var skip = 0; skip <= LongestGap && at + skip <= tokens.Count; skip++)
                    {
                        if (Match(elements, index + 1, at + skip, then))
                            return true;
                    }
                    return false;
                case CueElement.Number:
                    return MatchNumber(at, out var value) && WithNumber(value, () => Match(elements, index + 1, value.End, then));
                case CueElement.Name:
                    return MatchName(elements, index, at, then);
                case CueElement.Rest:
                    var rest = Rest;
                    Rest = at;
                    if (at < tokens.Count && Match(elements, index + 1, tokens.Count, then))
                        return true;
                    Rest = rest;
                    return false;
                case CueElement.Choice choice:
                    return choice.Branches.Any(branch => Match(branch, 0, at, end => Match(elements, index + 1, end, then)));
                default:
                    return false;
            }
        }

        /// <returns>How many tokens the word takes: 1, 2 when recognition cut it in two, 0 when it is not there.</returns>
        private int MatchLiteral(string sound, int at)
        {
            if (at >= tokens.Count)
                return 0;
            if (Same(sound, tokens[at].Sound))
                return 1;
            return sound.Length >= SplittableLength && sound[0] == tokens[at].Sound[0] && at + 1 < tokens.Count && tokens[at + 1].Norm.Length > 1 && Same(sound, Sounds.Key(tokens[at].Norm + tokens[at + 1].Norm)) ? 2 : 0;
        }

        private bool Same(string wanted, string heard) =>
            wanted == heard || likeness < 1 && wanted.Length >= 7 && Likeness.Of(wanted, heard) >= likeness;

        private bool MatchNumber(int at, out SpokenValue value)
        {
            value = default;
            if (at >= tokens.Count)
                return false;
            if (NumberReader.TryReadAt(tokens, at, language, out value) && value.Kind == ValueKind.Number && value.Amount % 1 == 0)
                return true;
            // Where a count is expected, the article and "no" are numbers too: "één stem tegen", "geen stemmen tegen".
            var small = tokens[at].Norm switch { "een" or "a" or "one" => 1, "geen" or "no" or "none" or "niemand" => 0, _ => -1 };
            value = new SpokenValue(ValueKind.Number, small, at, at + 1);
            return small >= 0;
        }

        private bool WithNumber(SpokenValue value, Func<bool> match)
        {
            Numbers.Add(value);
            if (match())
                return true;
            Numbers.RemoveAt(Numbers.Count - 1);
            return false;
        }

        private bool MatchName(IReadOnlyList<CueElement> elements, int index, int at, Func<int, bool>? then)
        {
            for (var length = Math.Min(LongestName, tokens.Count - at); length > 0; length--)
            {
                if (!NameWords.CanBeName(tokens, at, at + length))
                    continue;
                var before = Name;
                Name = at..(at + length);
                if (Match(elements, index + 1, at + length, then))
                    return true;
                Name = before;
            }
            return false;
        }
    }
}
