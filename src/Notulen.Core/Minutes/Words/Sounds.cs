using System.Text;

namespace Notulen.Core.Minutes.Words;

/// <summary>
/// A rough key for how a Dutch (or English) word sounds, so that "Acheenda" meets "agenda", "Kramer" meets "Cramer" and
/// "angenomen" meets "aangenomen". Vowel length, voiced or voiceless f/v and s/z, and double letters are ignored.
/// </summary>
public static class Sounds
{
    /// <param name="norm">A word in lower case without accents.</param>
    public static string Key(string norm)
    {
        if (norm.Length == 0 || char.IsAsciiDigit(norm[0]))
            return norm;
        var key = new StringBuilder(norm.Length);
        for (var i = 0; i < norm.Length; i++)
        {
            var next = i + 1 < norm.Length ? norm[i + 1] : '\0';
            var sound = (norm[i], next) switch
            {
                ('c', 'h') => Two('g', ref i),
                ('c', 'k') => Two('k', ref i),
                ('c', 'e' or 'i' or 'y') => 's',
                ('c' or 'q', _) => 'k',
                ('p', 'h') => Two('f', ref i),
                ('t', 'h') => Two('t', ref i),
                ('d', 't') when i + 2 == norm.Length => Two('t', ref i),
                ('i', 'j') or ('e', 'i' or 'y') or ('a', 'y') => Two('y', ref i),
                ('o', 'u') or ('a', 'u') => Two('o', ref i),
                ('o', 'e') => Two('u', ref i),
                ('i', 'e') => Two('i', ref i),
                ('v', _) => 'f',
                ('z', _) => 's',
                ('d', '\0') => 't',
                ('b', '\0') => 'p',
                var (letter, _) => letter,
            };
            if (key.Length == 0 || key[^1] != sound)
                key.Append(sound);
        }
        return key.ToString();
    }

    private static char Two(char sound, ref int i)
    {
        i++;
        return sound;
    }
}
