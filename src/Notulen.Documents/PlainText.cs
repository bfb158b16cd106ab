using System.Text;
using System.Xml;

namespace Notulen.Documents;

/// <summary>Text from outside, fit to be printed on one line of any document.</summary>
internal static class PlainText
{
    /// <summary>
    /// Joins lines, and removes what XML cannot hold and what would make a text read other than it is written
    /// (control characters, halves of surrogate pairs, marks that turn the direction of writing).
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        var blank = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                Blank();
                clean.Append(c).Append(text[++i]);
            }
            else if (c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                blank = true;
            }
            else if (!char.IsControl(c) && XmlConvert.IsXmlChar(c) && c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'))
            {
                Blank();
                clean.Append(c);
            }
        }

        return clean.ToString();

        void Blank()
        {
            if (blank && clean.Length > 0)
                clean.Append(' ');
            blank = false;
        }
    }
}
