namespace Notulen.Core.Pipelines;

/// <summary>
/// Phrases in one language. A phrase is matched on whole words, without regard to case, accents and punctuation, and with
/// some tolerance for how recognition spells what it hears. "…" stands for up to six words, "{number}" for a number in digits
/// or words, "{name}" for a name, "{rest}" for the rest of the sentence, "(a|b)" for either, "[a]" for what may be left out.
/// </summary>
public sealed record CueSet
{
    public static readonly CueSet None = new();

    /// <summary>The chair opens the meeting.</summary>
    public IReadOnlyList<string> Opening { get; init; } = [];
    public IReadOnlyList<string> Closing { get; init; } = [];
    public IReadOnlyList<string> Suspension { get; init; } = [];
    public IReadOnlyList<string> Resumption { get; init; } = [];

    /// <summary>The chair goes to an agenda item ("dan gaan we naar agendapunt {number}").</summary>
    public IReadOnlyList<string> AgendaItem { get; init; } = [];

    /// <summary>The chair is done with an agenda item ("we stemmen hier straks over").</summary>
    public IReadOnlyList<string> ItemEnd { get; init; } = [];

    /// <summary>An item is named because it is not treated now ("agendapunt 4 is van de agenda af").</summary>
    public IReadOnlyList<string> ItemOff { get; init; } = [];

    /// <summary>The chair gives somebody the floor ("het woord is aan {name}").</summary>
    public IReadOnlyList<string> Floor { get; init; } = [];

    public IReadOnlyList<string> Present { get; init; } = [];
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Phrases per outcome: keys "adopted", "adopted-amended", "rejected", "held-over", "withdrawn", "noted".</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Outcomes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words that make an outcome in the same sentence no decision of now ("als", "destijds", "kan … worden").</summary>
    public IReadOnlyList<string> NoDecision { get; init; } = [];


    /// <summary>What is decided on ("voorstel", "motie"), and how a chair introduces a decision ("dan"); one must be there.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];

    /// <summary>Votes with numbers ("{number} stemmen voor").</summary>
    public IReadOnlyList<string> VotesFor { get; init; } = [];
    public IReadOnlyList<string> VotesAgainst { get; init; } = [];
    public IReadOnlyList<string> VotesAbstained { get; init; } = [];

    /// <summary>Both numbers at once, first for and then against ("met {number} tegen {number} stemmen").</summary>
    public IReadOnlyList<string> VotesBoth { get; init; } = [];

    /// <summary>Nobody against, without numbers ("met algemene stemmen").</summary>
    public IReadOnlyList<string> Unanimous { get; init; } = [];

    /// <summary>The chair asks who is in favour; the number in the next sentence or two is the answer.</summary>
    public IReadOnlyList<string> AskFor { get; init; } = [];
    public IReadOnlyList<string> AskAgainst { get; init; } = [];

    /// <summary>What a motion or amendment asks ("de motie vraagt het college {rest}").</summary>
    public IReadOnlyList<string> Motion { get; init; } = [];

    /// <summary>A promise to the meeting ("ik zeg toe {rest}").</summary>
    public IReadOnlyList<string> Commitment { get; init; } = [];

    /// <summary>An action, whatever else the sentence says ("actiepunt voor {name}").</summary>
    public IReadOnlyList<string> Action { get; init; } = [];

    /// <summary>Somebody will do something; an action only when the sentence also says by when ("ik stuur {rest}").</summary>
    public IReadOnlyList<string> Intention { get; init; } = [];

    /// <summary>By when ("voor {date}" is always understood; "volgende week" and the like stand here).</summary>
    public IReadOnlyList<string> Deadline { get; init; } = [];

    /// <summary>A speaker takes back what was just said ("pardon, dat zeg ik verkeerd").</summary>
    public IReadOnlyList<string> Correction { get; init; } = [];

    /// <summary>Procedure and courtesy that never goes into minutes ("aan u het woord", "dank u wel").</summary>
    public IReadOnlyList<string> Filler { get; init; } = [];

    /// <summary>What makes a sentence worth minuting ("kost", "stelt voor", "vindt dat").</summary>
    public IReadOnlyList<string> Important { get; init; } = [];

    /// <summary>Phrases that the speech engine invents in silence; dropped when the probabilities say so too.</summary>
    public IReadOnlyList<string> Invented { get; init; } = [];
}
