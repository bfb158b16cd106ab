namespace Notulen.Core.Minutes.Facts;

/// <summary>What fixed phrases tell about one agenda item.</summary>
/// <param name="Decisions">With outcome and votes.</param>
/// <param name="Motions">Motions and amendments.</param>
/// <param name="Actions">Who does what, by when.</param>
/// <param name="Commitments">Promises to the meeting.</param>
public sealed record CueFacts(
    IReadOnlyList<Decision> Decisions, IReadOnlyList<Motion> Motions, IReadOnlyList<ActionPoint> Actions, IReadOnlyList<Commitment> Commitments)
{
    public static CueFacts Find(ItemInput input) => Find(new ItemScene(input));

    internal static CueFacts Find(ItemScene scene)
    {
        var decisions = DecisionCues.Find(scene);
        var commitments = new List<Commitment>();
        var actions = new List<ActionPoint>();
        foreach (var sentence in scene.Sentences)
        {
            if (CommitmentCues.Find(scene, sentence) is { } commitment)
                commitments.Add(commitment);
            else if (ActionCues.Find(scene, sentence) is { } action)
                actions.Add(action);
        }
        return new CueFacts([.. decisions.Select(found => found.Decision)], MotionCues.Find(scene, decisions), actions, commitments);
    }
}
