using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Words that a speaker reads out from somebody else ("zij schrijft: 'Ik zeg toe dat…'") promise nothing.</summary>
internal static class Quoted
{
    private const string Opening = "'‘“\"„";
    private const string Closing = "'’”\"";

    /// <summary>Whether a token stands in a quotation: opened before it and not closed, or closed behind it and opened in an earlier sentence.</summary>
    public static bool Contains(Sentence sentence, int token)
    {
        var text = sentence.Text;
        var start = sentence.Tokens[token].Start;
        var open = false;
        for (var i = 0; i < start; i++)
            open = Opens(text, i) || open && !Closes(text, i);
        for (var i = start; !open && i < text.Length && !Opens(text, i); i++)
            open = Closes(text, i) && (text[i] is '”' or '"' || text[i - 1] is '.' or '?' or '!' or ',');
        return open;
    }

    /// <summary>Behind a blank and before a letter; "'s avonds" and "'t Zand" begin with an apostrophe.</summary>
    private static bool Opens(string text, int at) =>
        Opening.Contains(text[at]) && (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] == '(')
        && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])
        && !(text[at] is '\'' or '‘' && at + 2 < text.Length && text[at + 2] == ' ');

    private static bool Closes(string text, int at) =>
        Closing.Contains(text[at]) && at > 0 && !char.IsWhiteSpace(text[at - 1]) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
