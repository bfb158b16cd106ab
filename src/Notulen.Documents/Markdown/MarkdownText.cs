using System.Text;

namespace Notulen.Documents.Markdown;

/// <summary>Makes spoken words harmless in Markdown: they are never markup, and never HTML in what is made of it.</summary>
internal static class MarkdownText
{
    /// <summary>
    /// Escapes text for inside a line (https://spec.commonmark.org/0.31.2/#backslash-escapes). Angle brackets and
    /// ampersands become entities, which even a renderer without escapes shows as text.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' or '#': escaped.Append('\\').Append(c); break;
                default: escaped.Append(c); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Escapes text that begins a line, where a number, a dash or a plus would begin a list or a heading.</summary>
    public static string EscapeLine(string text)
    {
        var escaped = Escape(text);
        if (escaped.Length == 0)
            return escaped;
        if (escaped[0] is '-' or '+' or '=' or ':')
            return "\\" + escaped;
        var digits = escaped.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 10 && digits < escaped.Length && escaped[digits] is ('.' or ')')
            ? escaped[..digits] + "\\" + escaped[digits..]
            : escaped;
    }
}
