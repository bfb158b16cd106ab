using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Notulen.Core;
using Notulen.Core.Engines;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Splitting;
using Notulen.Core.Processing;
using Notulen.Core.Processing.Stages;
using Notulen.Core.Transcripts;
using Notulen.Tests.Minutes;
using Xunit;

namespace Notulen.Tests.Processing;

public class ExtractFactsStageTests
{
    private const string Pool = "Het dak van het zwembad lekt al jaren en de reparatie kost twintigduizend euro in totaal.";
    private const string Bridge = "De fietsbrug over het kanaal is te smal en een bredere brug kost dertigduizend euro.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_twice_the_model_is_asked_once()
    {
        await using var home = await TestHome.CreateAsync();
        var engine = new Engine();
        var meeting = await AddAsync(home, Pool, Bridge);
        await RunAsync(home, engine, meeting);
        Assert.Equal(2, engine.Model.Prompts.Count);
        await RunAsync(home, engine, meeting);
        Assert.Equal(2, engine.Model.Prompts.Count);
    }

    [Fact]
    public async Task After_a_correction_of_the_transcript_only_the_items_that_it_touches_are_put_to_the_model_again()
    {
        await using var home = await TestHome.CreateAsync();
        var engine = new Engine();
        await RunAsync(home, engine, await AddAsync(home, Pool, Bridge));
        var corrected = await AddAsync(home, Pool, Bridge.Replace("dertigduizend", "veertigduizend", StringComparison.Ordinal));
        await RunAsync(home, engine, corrected);
        Assert.Equal(3, engine.Model.Prompts.Count);
        Assert.Contains("veertigduizend", engine.Model.Prompts[^1][^1].Text);
        await using var database = home.CreateDbContext();
        Assert.Equal(2, await database.Checkpoints.CountAsync(checkpoint => checkpoint.MeetingId == corrected.Id && checkpoint.Part.StartsWith("item"), Token));
    }

    private static Task RunAsync(TestHome home, Engine engine, Meeting meeting) => RunAsync(home, new ExtractFactsStage(new MeetingResults(home), engine, NullLogger<ExtractFactsStage>.Instance), meeting);

    private static async Task RunAsync(TestHome home, ExtractFactsStage stage, Meeting meeting) =>
        await stage.RunAsync(await home.ContextAsync(meeting, ExtractFactsStage.StageName), Token);

    /// <summary>A meeting of two items of one sentence each, divided already.</summary>
    private static async Task<Meeting> AddAsync(TestHome home, string first, string second)
    {
        var meeting = await home.AddMeetingAsync(ExtractFactsStage.StageName);
        await using var database = home.CreateDbContext();
        await database.Meetings.Where(row => row.Id == meeting.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LanguageModel, "taal"), Token);
        database.Transcripts.Add(new TranscriptRecord { MeetingId = meeting.Id, Language = "nl", Duration = 60 });
        database.Segments.AddRange(new[] { first, second }.Select((text, index) => SegmentRecord.From(meeting.Id, index, null, new Segment(index, index * 10, index * 10 + 9, null, text))));
        var split = new AgendaSplit([new AgendaSpan(null, "1", "Zwembad", false, 0, 0), new AgendaSpan(null, "2", "Fietsbrug", false, 1, 1)], true, []);
        database.Checkpoints.Add(new Checkpoint
        {
            MeetingId = meeting.Id,
            Stage = SplitAgendaStage.StageName,
            Part = "",
            Key = "",
            Json = JsonSerializer.Serialize(split, NotulenJson.Compact),
        });
        await database.SaveChangesAsync(Token);
        return meeting;
    }

    private sealed class Engine : ILanguageEngine
    {
        public ScriptedModel Model { get; } = ScriptedModel.Saying("""{"points":[]}""");

        public IChatClient Client(string model) => Model;

        public Task<EngineIdentity> IdentifyAsync(string model, CancellationToken cancellationToken) => Task.FromResult(new EngineIdentity(model, "hash", "test", false));

        public Task<int> ContextTokensAsync(string model, CancellationToken cancellationToken) => Task.FromResult(4000);

        public Task<int> CountTokensAsync(string model, string text, CancellationToken cancellationToken) => Task.FromResult(text.Length / 4);

        public Task ReleaseAsync() => Task.CompletedTask;
    }
}
