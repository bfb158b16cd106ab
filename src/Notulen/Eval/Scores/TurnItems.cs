using Notulen.App.Eval.Formats;

namespace Notulen.App.Eval.Scores;

/// <summary>Under which item each turn stands.</summary>
internal static class TurnItems
{
    private const string Voting = "STEMMINGEN";

    /// <summary>Share of the turns under their own item, or one that was debated with it; a part ("F.1") counts as its whole ("F").</summary>
    public static double? Accuracy(GoldMeeting gold, PredictedMeeting said)
    {
        var joint = new Dictionary<string, HashSet<string>>();
        foreach (var item in gold.Items)
            joint[Name(item.Number)] = [Name(item.Number), .. item.DebatedWith ?? []];
        var labels = Labels(said, gold.TurnItem.Count);
        var scored = gold.TurnItem.Select((item, turn) => (Item: item, Label: labels[turn])).Where(turn => turn.Item is not null and not Voting).ToList();
        return scored.Count == 0 ? null : Share.Count(scored, turn => turn.Label is { } label && (Allowed(turn.Item!).Contains(label) || label.Split('.')[0] == turn.Item)).Value;

        HashSet<string> Allowed(string item) => joint.TryGetValue(item, out var names) ? names : [item];
    }

    /// <summary>The number of an item; an item without one is never right.</summary>
    public static string Name(string? number) => number ?? "None";

    private static string?[] Labels(PredictedMeeting said, int turns)
    {
        var labels = new string?[turns];
        var starts = said.Items.Where(item => item.StartTurn is not null).Select(item => (Turn: item.StartTurn!.Value, Name: Name(item.Number)))
            .OrderBy(start => start.Turn).ThenBy(start => start.Name, StringComparer.Ordinal).ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = Math.Min(turns, i + 1 < starts.Count ? starts[i + 1].Turn : turns);
            for (var turn = Math.Max(0, starts[i].Turn); turn < end; turn++)
                labels[turn] = starts[i].Name;
        }
        return labels;
    }
}
