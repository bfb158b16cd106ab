using Notulen.App.Eval.Formats;
using Notulen.App.Eval.Report;
using Notulen.App.Eval.Scores;
using Notulen.Core.Minutes;

namespace Notulen.App.Eval.Runs;

/// <summary>Runs every set and adds up its figures.</summary>
/// <param name="meetings">Makes minutes.</param>
/// <param name="judge">Labels single cases.</param>
/// <param name="engine">Counts tokens.</param>
/// <param name="clock">Tells how long it takes.</param>
/// <param name="folder">Keeps what was said.</param>
/// <param name="say">Is told what is being worked on.</param>
internal sealed class EvalRun(MeetingRun meetings, Judge judge, CountingLanguageEngine engine, TimeProvider clock, PredictionFolder folder, Action<string> say)
{
    private readonly FigureList _figures = new();

    /// <param name="sets">What to evaluate with.</param>
    /// <param name="languageModel">Name, "none", or null for the best on this machine.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyList<Figure>> RunAsync(EvalSets sets, string? languageModel, CancellationToken cancellationToken)
    {
        foreach (var (set, cases) in sets.Councils)
            await TimedAsync(set, () => CouncilAsync(set, cases, languageModel, cancellationToken));
        foreach (var (set, cases) in sets.Conversations)
            await TimedAsync(set, () => ConversationsAsync(set, cases, languageModel, cancellationToken));
        foreach (var (set, cases) in sets.Faithfulness)
        {
            var labels = await LabelAsync(set, cases, judge.Check, cancellationToken);
            _figures.Add(set, FaithfulnessScore.Of(cases, labels));
        }
        foreach (var (set, cases) in sets.Commitments)
        {
            var labels = await LabelAsync(set, cases, judge.FindCommitment, cancellationToken);
            _figures.Add(set, CommitmentScore.Of(cases, labels));
        }
        return _figures.All;
    }

    private async Task CouncilAsync(string set, IReadOnlyList<CouncilMeeting> cases, string? languageModel, CancellationToken cancellationToken)
    {
        var scores = new List<(string Id, MinutesScore Score)>();
        var made = new List<MinutesDocument>();
        foreach (var (id, input, gold) in cases)
        {
            say($"{set}/{id}");
            var (minutes, turns) = await meetings.RunAsync($"{set}/{id}", MeetingRun.Council, input.Agenda, input.Turns, language: null, languageModel, cancellationToken);
            var said = Prediction.Of(minutes, turns);
            await folder.MeetingAsync(id, said, cancellationToken);
            scores.Add((id, MinutesScorer.Score(gold, said)));
            made.Add(minutes);
        }
        _figures.Add(set, MinutesScore.Of([.. scores.Select(pair => pair.Score)]));
        AddSupported(set, made);
        foreach (var (id, score) in scores.Where(_ => scores.Count > 1))
            _figures.Add($"{set}/{id}", score);
    }

    private async Task ConversationsAsync(string set, IReadOnlyList<Conversation> cases, string? languageModel, CancellationToken cancellationToken)
    {
        var summaries = new List<Rouge>();
        var topics = new List<MinutesScore>();
        var made = new List<MinutesDocument>();
        foreach (var one in cases)
        {
            say($"{set}/{one.Id}");
            var (minutes, turns) = await meetings.RunAsync($"{set}/{one.Id}", MeetingRun.Work, [], one.Turns, one.Lang, languageModel, cancellationToken);
            var (said, summary) = (Prediction.Of(minutes, turns), Summary.Of(minutes));
            await folder.MeetingAsync(one.Id, said, cancellationToken);
            await folder.SummaryAsync(one.Id, summary, cancellationToken);
            summaries.Add(Rouge.Of(one.Summary, summary));
            if (one.TopicBoundaries is { } boundaries)
                topics.Add(Topics(boundaries, said, one.Turns.Count));
            made.Add(minutes);
        }
        _figures.Add(set, Rouge.Mean(summaries));
        if (topics.Count > 0)
            _figures.AddBoundaries(set, "topics", MinutesScore.Of(topics));
        AddSupported(set, made);
    }

    private static MinutesScore Topics(IReadOnlyList<int> gold, PredictedMeeting said, int turns)
    {
        var found = said.Items.Select(item => item.StartTurn).OfType<int>().Distinct().ToList();
        var (pk, difference) = Boundaries.Disagreement(gold, found, turns);
        return new MinutesScore { Boundaries = Boundaries.Match(gold, found), Pk = pk, WindowDiff = difference };
    }

    private async Task<IReadOnlyDictionary<string, string>> LabelAsync<T>(string set, IReadOnlyList<T> cases, Func<T, LabelLine> judged, CancellationToken cancellationToken)
    {
        say(set);
        var labels = cases.Select(judged).ToList();
        await folder.LabelsAsync(set, labels, cancellationToken);
        return labels.ToDictionary(line => line.Id, line => line.Label);
    }

    private void AddSupported(string set, IReadOnlyList<MinutesDocument> made)
    {
        var all = made.Sum(minutes => minutes.Provenance.Statements);
        _figures.Add(set, "statements", new Share(all - made.Sum(minutes => minutes.Provenance.Unsupported), all));
    }

    private async Task TimedAsync(string set, Func<Task> work)
    {
        var (started, before) = (clock.GetTimestamp(), engine.Tokens);
        await work();
        _figures.AddCount(set, "seconds", "s", (long)Math.Ceiling(clock.GetElapsedTime(started).TotalSeconds));
        if (engine.Tokens is var (read, written) && read + written > before.Read + before.Written)
        {
            _figures.AddCount(set, "tokens", "read", read - before.Read);
            _figures.AddCount(set, "tokens", "written", written - before.Written);
        }
    }
}
