using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Cues;

/// <summary>Reads a phrase as a clerk writes it: <c>(dan|nu) [gaan we] naar agendapunt {number} … {rest}</c>.</summary>
internal static class CueSyntax
{
    public const int LongestPhrase = 600;

    /// <summary>The fault of a phrase without a word or number to hold on to.</summary>
    public const string NoWord = "";
    private const int DeepestNesting = 4;
    private const int MostElements = 150;

    /// <summary>The code of the problem that tells a fault.</summary>
    public static string ProblemOf(string? fault) => fault switch
    {
        NoWord => "pipeline.phrase-word",
        ")?" or "]?" => "pipeline.phrase-open",
        _ => "pipeline.phrase",
    };

    /// <summary>Parses a phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="elements">Its parts; empty when it is wrong.</param>
    /// <param name="fault">What is wrong with it: the place ("]", "{nummer}"), what is missing (")?"), <see cref="NoWord"/>, or null.</param>
    public static bool TryParse(string phrase, out IReadOnlyList<CueElement> elements, out string? fault)
    {
        elements = [];
        fault = null;
        if (phrase.Length > LongestPhrase)
        {
            fault = $"> {LongestPhrase}";
            return false;
        }
        var reader = new Reader(phrase);
        var result = reader.Sequence(0, null);
        fault = reader.Fault ?? (reader.AtEnd ? null : phrase[reader.At].ToString());
        if (fault is null && (result.Count == 0 || !HasWord(result)))
            fault = NoWord;
        if (fault is null && reader.Elements > MostElements)
            fault = $"> {MostElements}";
        elements = fault is null ? result : [];
        return fault is null;
    }

    private static bool HasWord(IEnumerable<CueElement> elements) =>
        elements.Any(element => element is CueElement.Literal or CueElement.Number || element is CueElement.Choice choice && choice.Branches.Any(HasWord));

    private sealed class Reader(string phrase)
    {
        public int At { get; private set; }

        public int Elements { get; private set; }

        public string? Fault { get; private set; }

        public bool AtEnd => At >= phrase.Length;

        public List<CueElement> Sequence(int depth, char? end)
        {
            var elements = new List<CueElement>();
            while (!AtEnd && Fault is null)
            {
                var letter = phrase[At];
                if (letter == end || letter == '|' && depth > 0)
                    return elements;
                if (letter is '(' or '[')
                    elements.Add(Choice(depth + 1, letter == '(' ? ')' : ']'));
                else if (letter == '{')
                    elements.Add(Slot());
                else if (letter == '…' || string.CompareOrdinal(phrase, At, "...", 0, 3) == 0)
                    elements.Add(Gap());
                else if (char.IsLetterOrDigit(letter) || letter is '€' or '%')
                    elements.AddRange(Word());
                else if (letter is ')' or ']' or '}' or '|')
                    Fault = letter.ToString();
                else
                    At++;
                Elements++;
            }
            return elements;
        }

        private CueElement.Choice Choice(int depth, char end)
        {
            var branches = new List<IReadOnlyList<CueElement>>();
            if (depth > DeepestNesting)
                Fault = phrase[At].ToString();
            do
            {
                At++;
                branches.Add(Sequence(depth, end));
            }
            while (Fault is null && !AtEnd && phrase[At] == '|');
            if (AtEnd)
                Fault ??= end + "?";
            At++;
            if (end == ']')
                branches.Add([]);
            return new CueElement.Choice(branches);
        }

        private CueElement Slot()
        {
            var end = phrase.IndexOf('}', At);
            var name = end < 0 ? phrase[At..] : phrase[At..(end + 1)];
            At += name.Length;
            switch (name)
            {
                case "{number}": return new CueElement.Number();
                case "{name}": return new CueElement.Name();
                case "{rest}": return new CueElement.Rest();
                default:
                    Fault = name;
                    return new CueElement.Gap();
            }
        }

        private CueElement.Gap Gap()
        {
            At += phrase[At] == '…' ? 1 : 3;
            return new CueElement.Gap();
        }

        private IEnumerable<CueElement> Word()
        {
            var start = At;
            while (!AtEnd && (char.IsLetterOrDigit(phrase[At]) || phrase[At] is '\'' or '’' or '€' or '%'))
                At++;
            return Tokens.Of(phrase[start..At]).Select(token => new CueElement.Literal(token.Sound));
        }
    }
}
