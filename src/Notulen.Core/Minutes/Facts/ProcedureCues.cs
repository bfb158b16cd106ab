using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds where the chair opens, suspends, reopens and closes the meeting, and tells it in the fixed formulas.</summary>
internal static class ProcedureCues
{
    private const int OpeningSentences = 20;

    public static IReadOnlyList<Statement> Find(ItemScene scene)
    {
        var found = new List<Statement>();
        var closed = scene.Sentences.LastOrDefault(sentence => Says(scene, sentence, scene.Cues.Closing))?.Index;
        var opened = scene.Sentences.Take(OpeningSentences).FirstOrDefault(sentence => Says(scene, sentence, scene.Cues.Opening))?.Index;
        foreach (var sentence in scene.Sentences)
        {
            if (Says(scene, sentence, scene.Cues.Resumption))
                found.Add(Tell(scene, sentence, "resumed"));
            else if (Says(scene, sentence, scene.Cues.Suspension))
                found.Add(Tell(scene, sentence, "suspended"));
            else if (sentence.Index == closed)
                found.Add(Tell(scene, sentence, "closed"));
            else if (sentence.Index == opened)
                found.Add(Tell(scene, sentence, "opened"));
        }
        return found;
    }

    private static bool Says(ItemScene scene, Sentence sentence, IReadOnlyList<CuePhrase> phrases) =>
        !sentence.IsQuestion && !scene.IsNotChair(sentence) && CueBook.Find(phrases, sentence) is not null && CueBook.Find(scene.Cues.NoDecision, sentence) is null;

    private static Statement Tell(ItemScene scene, Sentence sentence, string what) => new()
    {
        Text = MinutesTexts.Say(scene.Language, "procedure." + what),
        Evidence = sentence.Segments,
        Origin = Origin.Cue,
    };
}
