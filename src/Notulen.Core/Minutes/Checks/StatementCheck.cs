using Notulen.Core.Minutes.Cues;
using Notulen.Core.Minutes.Facts;
using Notulen.Core.Minutes.People;
using Notulen.Core.Minutes.Words;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Checks;

/// <summary>
/// Holds every statement, whoever made it, against the segments it names: they exist and lie in the item; numbers, dates, names
/// and parties were said there; nothing is turned round; and enough of its words are covered. Whatever fails is marked with
/// a reason that a clerk understands.
/// </summary>
public sealed class StatementCheck
{
    /// <summary>Share of the words that say something which must be found in the evidence.</summary>
    private const double EnoughCovered = 0.6;
    private const int ShortSentence = 12;

    private readonly string _language;
    private readonly CueBook _cues;
    private readonly HashSet<string> _title;
    private readonly Roster _roster;
    private readonly Dictionary<int, Segment> _segments;
    private readonly ValueCheck _values;
    private readonly NameCheck _names;
    private readonly PolarityCheck _polarity;
    private readonly PromiseCheck _promises;
    private readonly OutcomeCheck _outcomes;
    private readonly string? _chair;

    /// <summary>Segment in which figures were said that the speaker then took back, with the segment of the correction.</summary>
    private readonly Dictionary<int, int> _corrected;

    public StatementCheck(ItemInput item)
    {
        _language = item.Language;
        _roster = new Roster(item.Agenda.Participants);
        _segments = item.Segments.ToDictionary(segment => segment.Id);
        _values = new ValueCheck(item.Language, item.Agenda.Date);
        _names = new NameCheck(item.Language, _roster);
        _cues = CueBook.Of(item.Cues);
        _title = [.. StopWords.ContentStems(Tokens.Of(item.Title), item.Language).Select(word => word.Stem)];
        _polarity = new PolarityCheck(item.Language, _cues);
        _promises = new PromiseCheck(_cues);
        _chair = item.Chair;
        _outcomes = new OutcomeCheck(item.Language, _cues, _roster, item.Chair);
        var sentences = SentenceCutter.Cut(item.Segments, item.Language);
        _corrected = Corrections.Find(sentences, _cues).Select(pair => (Said: sentences[pair.Key].Segments[^1], By: sentences[pair.Value].Segments[0]))
            .Where(pair => pair.Said != pair.By).DistinctBy(pair => pair.Said).ToDictionary(pair => pair.Said, pair => pair.By);
    }

    /// <summary>The statement with the result of the check and the time of its first proof.</summary>
    public T Apply<T>(T statement)
        where T : Statement
    {
        var finding = Find(statement);
        return statement with { Support = finding is null ? Support.Supported : Support.Unsupported, Reason = finding?.Say(_language), At = At(statement) };
    }

    /// <summary>A fixed formula that says no more than its phrase ("de voorzitter schorst de vergadering"): finding the phrase was the check.</summary>
    public Statement Vouch(Statement formula) => formula with { Support = Support.Supported, At = At(formula) };

    private double? At(Statement statement) =>
        statement.Evidence.Where(_segments.ContainsKey).Select(id => (double?)_segments[id].Start).Min();

    private Finding? Find(Statement statement)
    {
        if (string.IsNullOrWhiteSpace(statement.Text) || statement.Evidence.Count == 0)
            return new Finding("check.no-evidence");
        if (!statement.Evidence.All(_segments.ContainsKey))
            return new Finding("check.outside-item");
        var evidence = new Evidence([.. statement.Evidence.Distinct().Order().Select(id => _segments[id])], _roster, _language);
        var tokens = Tokens.Of(statement.Text);
        return (statement.Origin == Origin.Model ? LanguageCheck.Check(tokens, _language) : null)
            ?? Corrected(statement, tokens)
            ?? _values.Check(WithoutSpeakers(statement.Text, tokens, evidence), evidence)
            ?? _names.Check(statement.Text, tokens, evidence)
            ?? OfficeCheck.Check(tokens, evidence, _chair)
            ?? _polarity.Check(tokens, evidence)
            ?? _promises.Check(tokens, evidence)
            ?? (statement.Origin == Origin.Model ? _outcomes.Check(statement.Text, evidence) : null)
            ?? Coverage(statement, tokens, evidence)
            ?? ClauseCheck.Check(statement.Text, tokens, evidence, _language);
    }

    /// <summary>The number in "Spreker 2" is nobody's figure.</summary>
    private static IReadOnlyList<Token> WithoutSpeakers(string text, IReadOnlyList<Token> tokens, Evidence evidence)
    {
        var labels = evidence.Speakers.Where(speaker => speaker.Any(char.IsDigit)).ToList();
        return labels.Count == 0 ? tokens : [.. tokens.Where(token => !labels.Any(label => Within(label, token)))];

        bool Within(string label, Token token)
        {
            for (var at = text.IndexOf(label, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(label, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (token.Start >= at && token.End <= at + label.Length)
                    return true;
            }
            return false;
        }
    }

    /// <summary>A figure that was taken back proves nothing, unless the correction is named with it.</summary>
    private Finding? Corrected(Statement statement, IReadOnlyList<Token> tokens)
    {
        var stale = statement.Evidence.Where(id => _corrected.TryGetValue(id, out var by) && !statement.Evidence.Any(other => other >= by)).ToHashSet();
        if (stale.Count == 0)
            return null;
        var standing = new Evidence([.. statement.Evidence.Except(stale).Distinct().Order().Select(id => _segments[id])], _roster, _language);
        return _values.Check(WithoutSpeakers(statement.Text, tokens, standing), standing) is null ? null : new Finding("check.corrected");
    }

    private Finding? Coverage(Statement statement, IReadOnlyList<Token> tokens, Evidence evidence)
    {
        var stems = StopWords.ContentStems(tokens, _language).Select(word => word.Stem).Distinct().ToList();
        if (stems.Count == 0 || statement.Origin == Origin.Model && SaysNothing(stems, tokens))
            return new Finding("check.empty");
        return stems.Count(evidence.Covers) < EnoughCovered * stems.Count ? new Finding("check.coverage") : null;
    }

    /// <summary>A model that has nothing to say repeats the title, or minutes a greeting.</summary>
    private bool SaysNothing(List<string> stems, IReadOnlyList<Token> tokens) =>
        stems.All(_title.Contains) || tokens.Count <= ShortSentence
        && (CueBook.Find(_cues.Filler, tokens, _language) is not null || CueBook.Find(_cues.AgendaItem, tokens, _language) is not null);
}
