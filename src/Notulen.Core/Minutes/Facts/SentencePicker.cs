using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Facts;

/// <summary>
/// What an item says when no language model can be trusted: its best sentences, exactly as recognised. A sentence is good when
/// its words recur in the item, touch the title, carry figures or reasons; procedure, courtesy and doubtful hearing are left out.
/// </summary>
internal static class SentencePicker
{
    private const double LowestConfidence = 0.45;
    private const int FewestWords = 5;
    private const int LongSentence = 20;
    private const int TooLong = 35;
    private const double TooAlike = 0.6;

    public static IReadOnlyList<Statement> Pick(ItemScene scene, IReadOnlySet<int> taken)
    {
        var corrected = Corrections.Find(scene.Sentences, scene.Cues);
        var usable = scene.Sentences.Where(sentence => !corrected.ContainsKey(sentence.Index) && !corrected.Values.Contains(sentence.Index) && IsUsable(scene, sentence) && !sentence.Segments.Any(taken.Contains)).ToList();
        var stems = usable.ToDictionary(sentence => sentence.Index, sentence => StopWords.ContentStems(sentence.Tokens, scene.Language).Select(word => word.Stem).ToHashSet());
        var frequency = stems.Values.SelectMany(set => set).CountBy(stem => stem).ToDictionary();
        var title = StopWords.ContentStems(Tokens.Of(scene.Input.Title), scene.Language).Select(word => word.Stem).ToHashSet();
        var ranked = usable.OrderByDescending(sentence => Score(scene, sentence, stems[sentence.Index], frequency, title)).ThenBy(sentence => sentence.Index);
        var wanted = Wanted(scene.Input.Style, usable.Count);
        var chosen = new List<Sentence>();
        foreach (var sentence in ranked)
        {
            if (chosen.Count < wanted && !chosen.Any(other => Alike(stems[other.Index], stems[sentence.Index])))
                chosen.Add(sentence);
        }
        return [.. chosen.OrderBy(sentence => sentence.Index).Select(Quote)];
    }

    private static int Wanted(string style, int usable) => style switch
    {
        "decisions" => 0,
        "extensive" => Math.Clamp((usable + 1) / 2, 3, 14),
        _ => Math.Clamp((usable + 2) / 3, 2, 6),
    };

    private static bool IsUsable(ItemScene scene, Sentence sentence)
    {
        if (sentence.Confidence < LowestConfidence || sentence.Tokens.Count < FewestWords
            || StopWords.ContentStems(sentence.Tokens, scene.Language).Count() < 3)
            return false;
        bool Has(IReadOnlyList<CuePhrase> phrases) => CueBook.Find(phrases, sentence) is not null;
        var procedure = Has(scene.Cues.Filler) || Has(scene.Cues.AgendaItem) || Has(scene.Cues.Floor) || Has(scene.Cues.Opening) || Has(scene.Cues.Closing);
        // A long sentence that begins with "dank u wel" may still say something.
        // Who is there stands in the attendance, and the day above everything.
        var attendance = (Has(scene.Cues.Present) || Has(scene.Cues.Absent)) && scene.Roster.Mentions(sentence).Count > 0;
        return !(procedure && sentence.Tokens.Count < LongSentence) && !attendance && MeetingDay.In(sentence, scene.Cues) is null && !Has(scene.Cues.Suspension) && !Has(scene.Cues.Resumption);
    }

    private static double Score(ItemScene scene, Sentence sentence, HashSet<string> stems, Dictionary<string, int> frequency, HashSet<string> title)
    {
        var central = stems.Sum(stem => Math.Log(frequency[stem])) / Math.Sqrt(stems.Count);
        var touched = stems.Count(stem => title.Any(word => Stems.AreKin(word, stem)));
        var important = scene.Cues.Important.Count(phrase => phrase.Find(sentence) is not null);
        var figures = Math.Min(2, sentence.Numbers.Count);
        var amounts = sentence.Numbers.Any(number => number.Kind is ValueKind.Money or ValueKind.Percent) ? 1 : 0;
        var length = Math.Max(0, sentence.Tokens.Count - TooLong) * 0.05;
        return central + 0.5 * Math.Min(2, touched) + 0.6 * important + 0.4 * figures + amounts - length - (sentence.IsQuestion ? 0.8 : 0) + (sentence.Confidence - 1);
    }

    private static bool Alike(HashSet<string> a, HashSet<string> b) =>
        a.Intersect(b).Count() > TooAlike * Math.Min(a.Count, b.Count);

    private static Statement Quote(Sentence sentence) => new()
    {
        Text = sentence.Speaker is null ? $"“{sentence.Bare}”" : $"{sentence.Speaker}: “{sentence.Bare}”",
        Evidence = sentence.Segments,
        Origin = Origin.Cue,
    };
}
