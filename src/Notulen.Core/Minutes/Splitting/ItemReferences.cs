using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>
/// Finds the items that motions and amendments belong to by their numbers: "motie H.1", "amendement L A" and "moties 5.1 en
/// 5.2" are handed in and voted on under items H, L and 5. Who speaks of them speaks of that item.
/// </summary>
internal sealed class ItemReferences
{
    /// <summary>How far behind "moties" the numbers of a list may stand.</summary>
    private const int Reach = 24;

    private readonly Dictionary<string, int> _items = [];

    public ItemReferences(Agenda agenda)
    {
        for (var index = 0; index < agenda.Items.Count; index++)
        {
            var number = Tokens.Norm(agenda.Items[index].Number?.Trim().TrimEnd('.') ?? "");
            if (number.Length > 0)
                _items.TryAdd(number, index);
        }
    }

    /// <summary>Indexes of the items in the agenda that a sentence refers to, each once, in the order of the sentence.</summary>
    public IReadOnlyList<int> In(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var found = new List<int>();
        var from = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (MotionNumber.Kind(tokens[i]) is not null)
                from = i;
            else if (from >= 0 && i - from <= Reach && Item(tokens, i) is { } item && !found.Contains(item))
                found.Add(item);
        }
        return found;
    }

    private int? Item(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.IsDigits)
        {
            // "5.1" is one word, and "5.1.2" belongs to 5.1.
            var point = token.Norm.LastIndexOf('.');
            return point > 0 && _items.TryGetValue(token.Norm[..point], out var numbered) ? numbered : null;
        }
        if (token.Text.Length > 2 || !char.IsLetter(token.Text[0]))
            return null;
        // "FA" is amendment A on item F, unless there is an item FA.
        var pair = token.Text.Length == 2 && (token.Text.All(char.IsUpper) || MotionNumber.IsLowerPair(token) && MotionNumber.Kind(tokens[at - 1]) is not null);
        if (pair && !_items.ContainsKey(token.Norm))
            return _items.TryGetValue(token.Norm[..1], out var first) ? first : null;
        if (!_items.TryGetValue(token.Norm, out var item))
            return null;
        var next = at + 1;
        if (next < tokens.Count && tokens[next].Norm is "punt" or "point")
            next++;
        if (next >= tokens.Count || tokens[next].Start - tokens[next - 1].End > 1)
            return null;
        return tokens[next].IsDigits && tokens[next].Norm.Length <= 2 || tokens[next].Text.Length == 1 && char.IsLetter(tokens[next].Text[0]) ? item : null;
    }
}
