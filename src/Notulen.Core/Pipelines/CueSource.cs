namespace Notulen.Core.Pipelines;

/// <summary>The phrases of one language in one file, by key; outcomes as "outcomes.adopted".</summary>
internal sealed class CueSource
{
    public const string OutcomesKey = "outcomes";

    /// <summary>Phrases of the extended file that are not wanted here.</summary>
    public const string WithoutKey = "without";
    public const string InventedKey = "invented";

    public static readonly string[] Keys =
    [
        "opening", "closing", "suspension", "resumption", "agendaItem", "itemEnd", "itemOff", "floor", "present", "absent", OutcomesKey, "noDecision", "subjects",
        "votesFor", "votesAgainst", "votesAbstained", "votesBoth", "unanimous", "askFor", "askAgainst", "motion", "commitment", "action", "intention",
        "deadline", "correction", "filler", "important", InventedKey, WithoutKey,
    ];

    public Dictionary<string, List<string>> Lists { get; } = [];

    /// <summary>The phrases of files that extend each other, the most general first.</summary>
    public static CueSet Merge(IEnumerable<CueSource> chain)
    {
        var lists = new Dictionary<string, List<string>>();
        foreach (var source in chain)
        {
            var without = source.Lists.GetValueOrDefault(WithoutKey, []);
            foreach (var list in lists.Values)
                list.RemoveAll(without.Contains);
            foreach (var (key, phrases) in source.Lists)
            {
                if (key != WithoutKey)
                    (lists.TryGetValue(key, out var list) ? list : lists[key] = []).AddRange(phrases);
            }
        }
        IReadOnlyList<string> Of(string key) => lists.GetValueOrDefault(key, []);
        return new CueSet
        {
            Opening = Of("opening"),
            Closing = Of("closing"),
            Suspension = Of("suspension"),
            Resumption = Of("resumption"),
            AgendaItem = Of("agendaItem"),
            ItemEnd = Of("itemEnd"),
            ItemOff = Of("itemOff"),
            Floor = Of("floor"),
            Present = Of("present"),
            Absent = Of("absent"),
            Outcomes = lists.Where(pair => pair.Key.StartsWith(OutcomesKey + ".", StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[(OutcomesKey.Length + 1)..], pair => (IReadOnlyList<string>)pair.Value),
            NoDecision = Of("noDecision"),
            Subjects = Of("subjects"),
            VotesFor = Of("votesFor"),
            VotesAgainst = Of("votesAgainst"),
            VotesAbstained = Of("votesAbstained"),
            VotesBoth = Of("votesBoth"),
            Unanimous = Of("unanimous"),
            AskFor = Of("askFor"),
            AskAgainst = Of("askAgainst"),
            Motion = Of("motion"),
            Commitment = Of("commitment"),
            Action = Of("action"),
            Intention = Of("intention"),
            Deadline = Of("deadline"),
            Correction = Of("correction"),
            Filler = Of("filler"),
            Important = Of("important"),
            Invented = Of(InventedKey),
        };
    }
}
