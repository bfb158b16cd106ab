using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Reads "motie H.1", "motie K punt 1", "amendement L.A", "amendement A2", "motie 3" and "de moties H.1 en H.2".</summary>
internal static class MotionNumber
{
    /// <summary>Words between two numbers of a list: "H.1 van de SP, H.2 van de VVD en H.3".</summary>
    private const int Reach = 8;

    private static readonly HashSet<string> PairWords =
    [
        "af", "al", "an", "as", "at", "be", "by", "cd", "ch", "cu", "de", "do", "en", "er", "eu", "go", "he", "if", "ik", "in", "is", "it", "je", "me", "mr", "na", "no", "nu",
        "of", "om", "on", "op", "or", "ov", "so", "sp", "te", "to", "tv", "us", "uw", "we", "ze", "zo",
    ];

    /// <summary>Kind ("motion" or "amendment") and number in a stretch of a sentence; nulls when it speaks of neither.</summary>
    public static (string? Kind, string? Number) In(Sentence sentence, int first, int end)
    {
        var tokens = sentence.Tokens;
        for (var i = first; i < end; i++)
        {
            if (Kind(tokens[i]) is not { } kind)
                continue;
            var at = i + 1;
            if (at < end && tokens[at].Norm is "nummer" or "number")
                at++;
            if (at == i + 1 && at < end && IsLowerPair(tokens[at]))
                return (kind, tokens[at].Text.ToUpperInvariant());
            return (kind, at < end ? At(tokens, at, end)?.Number : null);
        }
        return (null, null);
    }

    /// <summary>Kind and numbers behind "moties" or "amendementen"; empty when there are fewer than two.</summary>
    public static (string? Kind, IReadOnlyList<string> Numbers) List(Sentence sentence, int first, int end)
    {
        var tokens = sentence.Tokens;
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Norm is not ("moties" or "amendementen" or "motions" or "amendments"))
                continue;
            var numbers = new List<string>();
            for (var (at, last) = (i + 1, i); at < end && at - last <= Reach; at++)
            {
                if (At(tokens, at, end) is not var (number, next))
                    continue;
                numbers.Add(number);
                at = last = next - 1;
            }
            if (numbers.Count > 1)
                return (Kind(tokens[i]), [.. numbers.Distinct()]);
        }
        return (null, []);
    }

    /// <summary>"Amendement ka" as recognition without capitals writes "KA"; only right behind the word, for most pairs of letters are words.</summary>
    public static bool IsLowerPair(Token token) =>
        token.Text.Length == 2 && char.IsLower(token.Text[0]) && token.Text[1] is >= 'a' and <= 'z' && !PairWords.Contains(token.Norm);

    public static string? Kind(Token token) => token.Norm switch
    {
        "motie" or "moties" or "motion" or "motions" => "motion",
        "amendement" or "amendementen" or "amendment" or "amendments" => "amendment",
        _ => null,
    };

    private static (string Number, int Next)? At(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (tokens[at].IsDigits && tokens[at].Norm.Length <= 3)
            return (tokens[at].Text, at + 1);
        var point = at + 1 < end && tokens[at + 1].Norm is "punt" or "point" ? 1 : 0;
        var second = at + 1 + point;
        var near = second < end && (point == 1 || tokens[second].Start - tokens[at].End <= 1);
        // Without capitals a letter is only sure to be one before a number: "motie h 1", but not "motie u".
        var lower = near && tokens[at].Text.Length == 1 && char.IsLetter(tokens[at].Text[0]) && (tokens[second].IsDigits || tokens[second].Text.Length == 1);
        if (!IsLetter(tokens[at], 2) && !lower)
            return null;
        var joined = near && (tokens[second].IsDigits || IsLetter(tokens[second], 1) || lower);
        return ((joined ? $"{tokens[at].Text}.{tokens[second].Text}" : tokens[at].Text).ToUpperInvariant(), joined ? second + 1 : at + 1);
    }

    private static bool IsLetter(Token token, int longest) => token.Text.Length <= longest && token.Text.All(char.IsUpper) && char.IsLetter(token.Text[0]);
}
