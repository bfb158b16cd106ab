using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Reads "motie H.1", "amendement A2" or "motie 3".</summary>
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
            var letter = tokens[at].Text.Length <= 2 && tokens[at].Text.All(char.IsUpper) && char.IsLetter(tokens[at].Text[0]);
            if (letter && at + 1 < end && tokens[at + 1].IsDigits && tokens[at + 1].Start - tokens[at].End <= 1)
                return (kind, $"{tokens[at].Text}.{tokens[at + 1].Text}");
            if (tokens[at].IsDigits && tokens[at].Norm.Length <= 3)
                return (kind, tokens[at].Text);
            return (kind, letter ? tokens[at].Text : null);
        }
        return (null, null);
    }

    public static string? Kind(Token token) => token.Norm switch
    {
        "motie" or "moties" or "motion" or "motions" => "motion",
        "amendement" or "amendementen" or "amendment" or "amendments" => "amendment",
        _ => null,
    };
}
