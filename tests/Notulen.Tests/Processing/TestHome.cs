using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Time.Testing;
using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Processing;
using Notulen.Core.Recordings;
using Notulen.Core.Storage;
using Notulen.Database.Sqlite;
using Xunit;

namespace Notulen.Tests.Processing;

/// <summary>A data folder of its own with a real database in it.</summary>
public sealed class TestHome : IAsyncDisposable, IDbContextFactory<NotulenDb>
{
    private readonly string _root = Directory.CreateTempSubdirectory("notulen-test-").FullName;

    // EF Core builds its two models lazily and does not like it when homes do so at the same moment.
    static TestHome()
    {
        using var database = new DesignTimeFactory().CreateDbContext([]);
        _ = database.Model;
        _ = database.GetService<IDesignTimeModel>().Model;
    }

    private TestHome() => Folders = new NotulenFolders(_root, Path.Combine(_root, "data"));

    public NotulenFolders Folders { get; }
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 10, 14, 19, 30, 0, TimeSpan.Zero));

    public static PipelineDefinition Pipeline { get; } = new()
    {
        Name = "test",
        Title = "Test",
        Cues = new Dictionary<string, CueSet> { ["nl"] = new() { Invented = ["Ondertiteling door vrijwilligers"] } },
    };

    public static async Task<TestHome> CreateAsync()
    {
        var home = new TestHome();
        Directory.CreateDirectory(home.Folders.Data);
        await SqliteDatabase.MigrateAsync(home, TestContext.Current.CancellationToken);
        return home;
    }

    public NotulenDb CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<NotulenDb>();
        SqliteDatabase.Configure(options, Folders.Database);
        return new NotulenDb(options.Options);
    }

    /// <summary>A meeting with one recording and one stage that waits.</summary>
    public async Task<Meeting> AddMeetingAsync(string stage = "test", string language = "nl")
    {
        await using var database = CreateDbContext();
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        var meeting = new Meeting
        {
            Id = id,
            Title = "Commissie Ruimte",
            Pipeline = "test",
            Language = language,
            SpeechModel = "klein",
            SourceSha256 = new string('a', 64),
            CreatedAt = Clock.GetUtcNow(),
            Recording = new Recording { Id = Guid.NewGuid(), MeetingId = id, FileName = "opname.wav", Sha256 = new string('a', 64), Size = 1 },
        };
        database.Meetings.Add(meeting);
        database.StageRuns.Add(new StageRun { Id = Guid.NewGuid(), MeetingId = id, Stage = stage, Order = 0, Fingerprint = "" });
        await database.SaveChangesAsync();
        return meeting;
    }

    public async Task<StageRun> RunOfAsync(Meeting meeting)
    {
        await using var database = CreateDbContext();
        return await database.StageRuns.AsNoTracking().SingleAsync(run => run.MeetingId == meeting.Id);
    }

    /// <summary>The context of a stage under a lease of its own; a second one takes the first one's lease away.</summary>
    public async Task<StageContext> ContextAsync(Meeting meeting, string stage = "test")
    {
        await using var database = CreateDbContext();
        var token = Guid.NewGuid();
        var run = await database.StageRuns.SingleAsync(run => run.MeetingId == meeting.Id);
        (run.State, run.LeaseToken, run.LeaseUntil) = (StageState.Running, token, Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        await database.SaveChangesAsync();
        var work = Path.Combine(Folders.Work, meeting.Id.ToString("N"));
        Directory.CreateDirectory(work);
        var stored = await database.Meetings.AsNoTracking().Include(row => row.Recording).SingleAsync(row => row.Id == meeting.Id);
        return new StageContext(this, new StageLease(run.Id, token, TimeSpan.FromMinutes(1), Clock), stage, stored, Pipeline, work);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
