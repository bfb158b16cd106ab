using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>Finds who was present and absent: what the agenda file says, what is said at the opening, and who speaks.</summary>
internal static class AttendanceCues
{
    private const int OpeningSentences = 60;

    private static readonly HashSet<string> Negations = ["niet", "geen", "not"];
    private static readonly HashSet<string> Selves = ["ikzelf", "mijzelf", "ondergetekende", "myself"];

    public static Attendance Find(ItemScene scene)
    {
        var present = new Dictionary<string, (Participant? Person, List<int> Evidence)>();
        var absent = new Dictionary<string, (Participant? Person, List<int> Evidence)>();
        foreach (var sentence in scene.Sentences.Take(OpeningSentences).Where(sentence => !sentence.IsQuestion))
            Read(scene, sentence, present, absent);
        foreach (var segment in scene.Input.Segments)
        {
            if (scene.Roster.ByName(segment.Speaker) is { } speaker && !present.ContainsKey(speaker.Name))
                Add(present, speaker.Name, speaker, [segment.Id]);
        }
        foreach (var person in scene.Input.Agenda.Participants.Where(person => person.Present is not null && !string.IsNullOrWhiteSpace(person.Name)))
        {
            var (to, from) = person.Present == true ? (present, absent) : (absent, present);
            from.Remove(person.Name);
            Add(to, person.Name, person, []);
        }
        foreach (var name in present.Keys)
            absent.Remove(name);
        return new Attendance { Present = List(scene, present), Absent = List(scene, absent), Members = MemberCount.Find(scene.Sentences.Take(OpeningSentences)) };
    }

    private static void Read(
        ItemScene scene, Sentence sentence, Dictionary<string, (Participant?, List<int>)> present, Dictionary<string, (Participant?, List<int>)> absent)
    {
        var here = Tightest(scene.Cues.Present, sentence);
        var away = Tightest(scene.Cues.Absent, sentence);
        if (here is null && away is null)
            return;
        var denied = here is not null && sentence.Tokens.Skip(here.First).Take(here.End - here.First).Any(token => Negations.Contains(token.Norm));
        foreach (var mention in scene.Roster.Mentions(sentence))
        {
            // Strangers are only named when there is no roster to check against.
            if (mention.Person is null && (!scene.Roster.IsEmpty || !mention.Text.Any(char.IsUpper)))
                continue;
            var isAway = here is null || denied || away is not null && NearestBefore(mention, away, here);
            Add(isAway ? absent : present, mention.Name, mention.Person, sentence.Segments);
        }
        if (here is not null && !denied && sentence.Tokens.Any(token => Selves.Contains(token.Norm))
            && (scene.Roster.ByName(sentence.Speaker) ?? scene.Roster.Chair) is { } self)
            Add(present, self.Name, self, sentence.Segments);
    }

    /// <summary>The shortest match says best where a list of names begins: "aanwezig is" rather than "is … aanwezig".</summary>
    private static CueMatch? Tightest(IReadOnlyList<CuePhrase> phrases, Sentence sentence) =>
        phrases.Select(phrase => phrase.Find(sentence)).OfType<CueMatch>().OrderBy(match => match.End - match.First).ThenBy(match => match.First).FirstOrDefault();

    /// <summary>Whether a name in a sentence with both cues belongs to the absent: to the cue that stands before it, or else to the first.</summary>
    private static bool NearestBefore(Mention mention, CueMatch away, CueMatch here)
    {
        var awayBefore = away.First <= mention.First;
        var hereBefore = here.First <= mention.First;
        return awayBefore == hereBefore ? awayBefore ? away.First > here.First : away.First < here.First : awayBefore;
    }

    private static void Add(Dictionary<string, (Participant? Person, List<int> Evidence)> list, string name, Participant? person, IReadOnlyList<int> evidence)
    {
        if (list.TryGetValue(name, out var known))
            known.Evidence.AddRange(evidence.Except(known.Evidence).ToList());
        else
            list[name] = (person, [.. evidence]);
    }

    private static IReadOnlyList<Attendee> List(ItemScene scene, Dictionary<string, (Participant? Person, List<int> Evidence)> found)
    {
        var roster = scene.Input.Agenda.Participants.Select((person, index) => (person.Name, index)).Where(pair => pair.Name is not null).DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.index);
        return [.. found.OrderBy(pair => roster.GetValueOrDefault(pair.Key, int.MaxValue))
            .Select(pair => new Attendee(pair.Key, pair.Value.Person?.Role, pair.Value.Person?.Party, pair.Value.Evidence))];
    }
}
