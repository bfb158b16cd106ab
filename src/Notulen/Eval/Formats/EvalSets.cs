namespace Notulen.App.Eval.Formats;

/// <summary>What there is to evaluate with: each set by its name.</summary>
internal sealed record EvalSets
{
    /// <summary>By the folder that holds the meetings ("denhaag").</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<CouncilMeeting>> Councils { get; init; }

    /// <summary>By the name of the file ("faithfulness.nl").</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<FaithfulnessCase>> Faithfulness { get; init; }

    /// <summary>By the name of the file ("commitments.nl").</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<CommitmentCase>> Commitments { get; init; }

    /// <summary>By the folder that holds the files ("qmsum").</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Conversation>> Conversations { get; init; }

    public bool IsEmpty => Councils.Count + Faithfulness.Count + Commitments.Count + Conversations.Count == 0;
}
