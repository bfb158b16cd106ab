using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Checks;

/// <summary>
/// That something was decided may a model only say where the chair said so: "schrijf dat het voorstel is aangenomen" has the same
/// words and decides nothing.
/// </summary>
internal sealed class OutcomeCheck(string language, CueBook cues, Roster roster, string? chair)
{
    public Finding? Check(string text, Evidence evidence)
    {
        var claimed = OutcomeCues.Find(cues, new Sentence(0, text, [], null, 1, 0, language));
        if (claimed.Count == 0)
            return null;
        var decided = evidence.Sentences.Where(IsOfChair).SelectMany(sentence => OutcomeCues.Find(cues, sentence)).Select(match => match.Outcome).ToHashSet();
        var missing = claimed.FirstOrDefault(match => !decided.Contains(match.Outcome));
        return missing is null ? null : new Finding("check.outcome", text[Tokens.Of(text)[missing.Match.First].Start..].TrimEnd('.'));
    }

    private bool IsOfChair(Sentence sentence) =>
        chair is null || sentence.Speaker is null
            ? roster.Chair is not { } known || roster.ByName(sentence.Speaker) is not { } speaker || speaker.Name == known.Name
            : sentence.Speaker == chair;
}
