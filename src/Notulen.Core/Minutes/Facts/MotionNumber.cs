using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Reads "motie H.1", "motie K punt 1", "amendement L.A", "amendement A2" or "motie 3".</summary>
internal static class MotionNumber
{
    /// <summary>Kind ("motion" or "amendment") and number in a stretch of a sentence; nulls when it speaks of neither.</summary>
    public static (string? Kind, string? Number) In(Sentence sentence, int first, int end)
    {
        var tokens = sentence.Tokens;
        for (var i = first; i < end; i++)
        {
            var kind = Kind(tokens[i]);
            if (kind is null)
                continue;
            var at = i + 1;
            if (at < end && tokens[at].Norm is "nummer" or "number")
                at++;
            if (at >= end)
                return (kind, null);
            if (tokens[at].IsDigits && tokens[at].Norm.Length <= 3)
                return (kind, tokens[at].Text);
            var point = at + 1 < end && tokens[at + 1].Norm is "punt" or "point" ? 1 : 0;
            var second = at + 1 + point;
            var near = second < end && (point == 1 || tokens[second].Start - tokens[at].End <= 1);
            // Without capitals a letter is only sure to be one before a number: "motie h 1", but not "motie u".
            var lower = near && tokens[at].Text.Length == 1 && char.IsLetter(tokens[at].Text[0]) && (tokens[second].IsDigits || tokens[second].Text.Length == 1);
            if (!IsLetter(tokens[at], 2) && !lower)
                return (kind, null);
            var joined = near && (tokens[second].IsDigits || IsLetter(tokens[second], 1) || lower);
            return (kind, (joined ? $"{tokens[at].Text}.{tokens[second].Text}" : tokens[at].Text).ToUpperInvariant());
        }
        return (null, null);
    }

    private static bool IsLetter(Token token, int longest) => token.Text.Length <= longest && token.Text.All(char.IsUpper) && char.IsLetter(token.Text[0]);

    public static string? Kind(Token token) => token.Norm switch
    {
        "motie" or "moties" or "motion" or "motions" => "motion",
        "amendement" or "amendementen" or "amendment" or "amendments" => "amendment",
        _ => null,
    };
}
