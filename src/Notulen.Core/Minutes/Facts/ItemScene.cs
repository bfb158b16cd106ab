using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>An item made ready for looking: sentences, phrases and people.</summary>
internal sealed class ItemScene(ItemInput input)
{
    public ItemInput Input { get; } = input;

    public string Language => Input.Language;

    public DateOnly? Date => Input.Agenda.Date;

    public IReadOnlyList<Sentence> Sentences { get; } = SentenceCutter.Cut(input.Segments, input.Language);

    public CueBook Cues { get; } = CueBook.Of(input.Cues);

    public Roster Roster { get; } = new(input.Agenda.Participants);

    /// <summary>True when a sentence is known to be spoken by somebody else than the chair.</summary>
    public bool IsNotChair(Sentence sentence) =>
        Input.Chair is { } chair && sentence.Speaker is { } speaker && speaker != chair
        || Roster.Chair?.Name is { } known && Roster.ByName(sentence.Speaker) is { } person && person.Name != known;
}
