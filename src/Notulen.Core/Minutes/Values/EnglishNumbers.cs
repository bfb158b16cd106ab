namespace Notulen.Core.Minutes.Values;

/// <summary>English numbers spoken as a row of words: "one hundred and fifty-four thousand", "twenty twenty-seven" (a year).</summary>
internal static class EnglishNumbers
{
    private static readonly Dictionary<string, int> Words = DutchNumbers.Table(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 0, 1)
        .Concat(DutchNumbers.Table("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)).ToDictionary();

    private static readonly Dictionary<string, int> Ordinals = DutchNumbers.Table(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 1, 1);

    public static bool TryOrdinal(string word, out decimal value)
    {
        value = Ordinals.GetValueOrDefault(word);
        return value > 0;
    }

    /// <summary>Reads as many words as belong to one number below a million.</summary>
    /// <returns>How many words were used; 0 when the first is no number.</returns>
    public static int Read(Func<int, string> word, int count, out decimal value)
    {
        value = 0;
        decimal total = 0, group = 0;
        var last = 1000;
        var used = 0;
        for (var i = 0; i < count; i++)
        {
            var next = word(i);
            if (Words.TryGetValue(next, out var small))
            {
                // "twenty twenty-seven" and "nineteen ninety" are years; "three four" is two numbers.
                if (i == 1 && group is 19 or 20 && small >= 10 && last is 19 or 20)
                    group *= 100;
                else if (!(small < last && (last >= 20 || last == 100)) && used > 0)
                    break;
                group += small;
                last = small is >= 20 ? 20 : small == 0 ? 0 : 1;
                if (i == 0 && small == 19)
                    last = 19;
            }
            else if (next == "hundred" && group is > 0 and < 100)
            {
                group *= 100;
                last = 100;
            }
            else if (next == "thousand" && group > 0 && total == 0)
            {
                total = group * 1000;
                group = 0;
                last = 1000;
            }
            else if (next == "and" && last is 100 or 1000 && used > 0 && i + 1 < count && Words.ContainsKey(word(i + 1)))
            {
                continue;
            }
            else
            {
                break;
            }
            used = i + 1;
        }
        value = total + group;
        return used;
    }
}
