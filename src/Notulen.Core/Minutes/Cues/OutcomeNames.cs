namespace Notulen.Core.Minutes.Cues;

/// <summary>Outcomes as they are called in pipeline files and <c>minutes.json</c>.</summary>
public static class OutcomeNames
{
    public static readonly IReadOnlyDictionary<string, Outcome> ByName = new Dictionary<string, Outcome>
    {
        ["adopted"] = Outcome.Adopted,
        ["adopted-amended"] = Outcome.AdoptedAmended,
        ["rejected"] = Outcome.Rejected,
        ["held-over"] = Outcome.HeldOver,
        ["withdrawn"] = Outcome.Withdrawn,
        ["noted"] = Outcome.Noted,
    };

    public static string Of(Outcome outcome) => ByName.First(pair => pair.Value == outcome).Key;
}
