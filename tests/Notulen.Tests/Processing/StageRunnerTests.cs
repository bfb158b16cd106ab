using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Notulen.Core.Processing;
using Xunit;

namespace Notulen.Tests.Processing;

public class StageRunnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_who_claim_a_stage_one_gets_it()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync();
        var started = 0;
        var release = new TaskCompletionSource();
        var stage = new ScriptedStage(async (_, _) =>
        {
            Interlocked.Increment(ref started);
            await release.Task;
        });

        var runs = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Runner(home, stage).RunAsync(meeting.Id, "test", Token))).ToList();
        while (started == 0 || runs.Count(run => run.IsCompleted) < 3)
            await Task.Delay(5, Token);
        release.SetResult();

        var outcomes = await Task.WhenAll(runs);
        Assert.Equal(1, outcomes.Count(outcome => outcome == StageOutcome.Done));
        Assert.Equal(3, outcomes.Count(outcome => outcome == StageOutcome.NotDue));
        Assert.Equal(1, started);
    }

    [Fact]
    public async Task A_stage_whose_worker_fell_silent_is_taken_over_and_the_old_worker_writes_nothing()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync();
        var old = await home.ContextAsync(meeting);
        home.Clock.Advance(TimeSpan.FromMinutes(2));

        var outcome = await Runner(home, new ScriptedStage((_, _) => Task.CompletedTask)).RunAsync(meeting.Id, "test", Token);

        Assert.Equal(StageOutcome.Done, outcome);
        await Assert.ThrowsAsync<LeaseLostException>(() => old.CommitAsync(
            database => database.Meetings.ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, "stale"), Token), Token));
        await using var database = home.CreateDbContext();
        Assert.Equal("Commissie Ruimte", (await database.Meetings.SingleAsync(Token)).Title);
    }

    [Fact]
    public async Task A_stage_that_is_killed_again_and_again_without_getting_anywhere_is_parked_with_its_reason()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync();
        for (var kill = 0; kill < 3; kill++)
            await KillDuringAsync(home, meeting, (_, _) => Task.CompletedTask);

        var outcome = await Runner(home, new ScriptedStage((_, _) => Task.CompletedTask)).RunAsync(meeting.Id, "test", Token);

        Assert.Equal(StageOutcome.NotDue, outcome);
        var run = await home.RunOfAsync(meeting);
        Assert.Equal(StageState.Failed, run.State);
        Assert.Equal("stage.parked", run.Problem!.Code);
    }

    [Fact]
    public async Task A_person_who_starts_again_gets_a_new_chance_however_often_the_stage_was_killed()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync();
        var stage = new ScriptedStage((_, _) => Task.CompletedTask);
        await Planner(home, stage).PlanAsync(meeting.Id, retryFailed: false, Token);
        for (var kill = 0; kill < 3; kill++)
            await KillDuringAsync(home, meeting, (_, _) => Task.CompletedTask);

        await Planner(home, stage).PlanAsync(meeting.Id, retryFailed: true, Token);

        Assert.Equal(StageOutcome.Done, await Runner(home, stage).RunAsync(meeting.Id, "test", Token));
    }

    [Fact]
    public async Task A_stage_that_gets_further_after_each_kill_is_never_parked()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync();
        for (var kill = 0; kill < 8; kill++)
            await KillDuringAsync(home, meeting, (context, token) => context.SaveCheckpointAsync($"{kill}", "", "done", token));

        Assert.Equal(StageOutcome.Done, await Runner(home, new ScriptedStage((_, _) => Task.CompletedTask)).RunAsync(meeting.Id, "test", Token));
    }

    [Fact]
    public async Task An_interrupted_stage_waits_again_and_it_does_not_count_as_an_attempt()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync();
        for (var round = 0; round < 5; round++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var stage = new ScriptedStage(async (_, token) =>
            {
                await stop.CancelAsync();
                token.ThrowIfCancellationRequested();
            });
            Assert.Equal(StageOutcome.Interrupted, await Runner(home, stage).RunAsync(meeting.Id, "test", stop.Token));
        }

        var run = await home.RunOfAsync(meeting);
        Assert.Equal(StageState.Waiting, run.State);
        Assert.Equal(0, run.Attempt);
        Assert.Null(run.LeaseToken);
    }

    [Fact]
    public async Task A_problem_is_kept_for_the_person_who_can_solve_it_and_planning_again_gives_a_new_chance()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync();
        var stage = new ScriptedStage((_, _) => throw NotulenException.Input("audio.noSpeech", "opname.wav"));

        Assert.Equal(StageOutcome.Failed, await Runner(home, stage).RunAsync(meeting.Id, "test", Token));
        Assert.Equal("audio.noSpeech", (await home.RunOfAsync(meeting)).Problem!.Code);

        await Planner(home, stage).PlanAsync(meeting.Id, retryFailed: true, Token);
        Assert.Equal(StageState.Waiting, (await home.RunOfAsync(meeting)).State);
    }

    [Fact]
    public async Task A_later_stage_is_not_due_before_the_earlier_one_is_done()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync("first");
        var first = new ScriptedStage((_, _) => Task.CompletedTask) { Name = "first" };
        var second = new ScriptedStage((_, _) => Task.CompletedTask) { Name = "second" };
        await Planner(home, first, second).PlanAsync(meeting.Id, retryFailed: false, Token);
        var due = new DueWork(home, home.Clock);

        Assert.Equal(StageOutcome.NotDue, await Runner(home, first, second).RunAsync(meeting.Id, "second", Token));
        Assert.Equal("first", await due.NextAsync(meeting.Id, Token));
        Assert.Equal(StageOutcome.Done, await Runner(home, first, second).RunAsync(meeting.Id, "first", Token));
        Assert.Equal("second", await due.NextAsync(meeting.Id, Token));
        Assert.Equal(StageOutcome.Done, await Runner(home, first, second).RunAsync(meeting.Id, "second", Token));
        Assert.Null(await due.NextAsync(meeting.Id, Token));
    }

    [Fact]
    public async Task A_changed_setting_does_that_stage_and_the_later_ones_again_and_not_the_earlier()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync("first");
        ScriptedStage[] stages = [.. new[] { "first", "second", "third" }.Select(name => new ScriptedStage((_, _) => Task.CompletedTask) { Name = name })];
        await Planner(home, stages).PlanAsync(meeting.Id, retryFailed: false, Token);
        foreach (var stage in stages)
            await Runner(home, stages).RunAsync(meeting.Id, stage.Name, Token);

        stages[1].Setting = "other";
        await Planner(home, stages).PlanAsync(meeting.Id, retryFailed: false, Token);

        await using var database = home.CreateDbContext();
        var states = await database.StageRuns.OrderBy(run => run.Order).Select(run => run.State).ToListAsync(Token);
        Assert.Equal([StageState.Done, StageState.Waiting, StageState.Waiting], states);
    }

    [Fact]
    public async Task Progress_is_written_once_a_second_at_most()
    {
        await using var home = await TestHome.CreateAsync();
        var meeting = await home.AddMeetingAsync();
        var stage = new ScriptedStage(async (context, token) =>
        {
            context.Report(0.4);
            while ((await home.RunOfAsync(meeting)).Progress < 0.4)
            {
                home.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(10, token);
            }
            context.Report(0.2);
            Assert.Equal(0.4, context.Progress);
        });

        Assert.Equal(StageOutcome.Done, await Runner(home, stage).RunAsync(meeting.Id, "test", Token));
        Assert.Equal(1, (await home.RunOfAsync(meeting)).Progress);
    }

    // A kill leaves the row as it is: running, under a lease that nobody renews.
    private static async Task KillDuringAsync(TestHome home, Meeting meeting, Func<StageContext, CancellationToken, Task> work)
    {
        var killed = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        var stage = new ScriptedStage(async (context, token) =>
        {
            await work(context, token);
            reached.SetResult();
            await killed.Task;
        });
        var run = Runner(home, stage).RunAsync(meeting.Id, "test", Token);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
        await new DueWork(home, home.Clock).ReclaimAllAsync(Token);
        killed.SetResult();
        await run;
    }

    private static StageRunner Runner(TestHome home, params ScriptedStage[] stages) => new(
        home, new MeetingPipeline(stages), new OnePipeline(), home.Folders, home.Clock,
        Options.Create(new ProcessingOptions()), NullLogger<StageRunner>.Instance);

    private static MeetingPlanner Planner(TestHome home, params ScriptedStage[] stages) =>
        new(home, new MeetingPipeline(stages), new OnePipeline(), home.Folders);

    private sealed class OnePipeline : IPipelines
    {
        public IReadOnlyList<PipelineDefinition> All => [TestHome.Pipeline];
        public PipelineDefinition Find(string name) => TestHome.Pipeline;
    }

    private sealed class ScriptedStage(Func<StageContext, CancellationToken, Task> run) : IStage
    {
        public string Name { get; init; } = "test";
        public string Queue => Queues.Decode;
        public double Weight => 1;
        public string Setting { get; set; } = "";
        public string Settings(Meeting meeting, PipelineDefinition pipeline) => Setting;
        public Task RunAsync(StageContext context, CancellationToken cancellationToken) => run(context, cancellationToken);
    }
}
