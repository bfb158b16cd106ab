using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Meetings;
using Notulen.Core.Pipelines;
using Notulen.Core.Storage;

namespace Notulen.Core.Processing;

/// <summary>What a stage gets to work with: its meeting, the database, a folder, and the lease that lets it write.</summary>
public sealed class StageContext(
    IDbContextFactory<NotulenDb> databases,
    StageLease lease,
    string stage,
    Meeting meeting,
    PipelineDefinition pipeline,
    string workFolder)
{
    private double _progress;

    public Meeting Meeting => meeting;
    public PipelineDefinition Pipeline => pipeline;

    /// <summary>Folder for working audio of this meeting; exists.</summary>
    public string WorkFolder => workFolder;

    /// <summary>Share done, 0 to 1; written to the database at most once a second.</summary>
    public double Progress => Volatile.Read(ref _progress);

    /// <summary>Says how far the stage is. Never goes back.</summary>
    /// <param name="share">0 to 1.</param>
    public void Report(double share)
    {
        share = Math.Clamp(share, 0, 1);
        if (share > Progress)
            Volatile.Write(ref _progress, share);
    }

    /// <summary>A progress for a part of the stage.</summary>
    /// <param name="from">Share of the stage at which the part begins.</param>
    /// <param name="to">Share of the stage at which it ends.</param>
    public IProgress<double> Part(double from, double to) => new PartProgress(this, from, to);

    /// <summary>For reading what earlier stages stored.</summary>
    public Task<NotulenDb> OpenAsync(CancellationToken cancellationToken) => databases.CreateDbContextAsync(cancellationToken);

    /// <summary>Writes results in one transaction, if the lease still holds; it is renewed with it.</summary>
    /// <exception cref="LeaseLostException">Somebody else works on the stage now: nothing was written.</exception>
    public async Task CommitAsync(Func<NotulenDb, Task> write, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await lease.FenceAsync(database, cancellationToken);
        await write(database);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A part that was done before on the same input; null when it must be done (again).</summary>
    public async Task<T?> FindCheckpointAsync<T>(string part, string key, CancellationToken cancellationToken)
        where T : class
    {
        await using var database = await OpenAsync(cancellationToken);
        var json = await database.Checkpoints
            .Where(checkpoint => checkpoint.MeetingId == meeting.Id && checkpoint.Stage == stage && checkpoint.Part == part && checkpoint.Key == key)
            .Select(checkpoint => checkpoint.Json)
            .SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<T>(json, NotulenJson.Compact);
    }

    /// <summary>Parts that were done before on the same input for another meeting: an earlier version of the same transcript.</summary>
    /// <returns>Results by key; keys for which there is none are left out.</returns>
    public async Task<IReadOnlyDictionary<string, T>> FindElsewhereAsync<T>(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
        where T : class
    {
        await using var database = await OpenAsync(cancellationToken);
        var found = await database.Checkpoints
            .Where(checkpoint => checkpoint.MeetingId != meeting.Id && checkpoint.Stage == stage && keys.Contains(checkpoint.Key))
            .Select(checkpoint => new { checkpoint.Key, checkpoint.Json })
            .ToListAsync(cancellationToken);
        return found.DistinctBy(checkpoint => checkpoint.Key).ToDictionary(checkpoint => checkpoint.Key, checkpoint => JsonSerializer.Deserialize<T>(checkpoint.Json, NotulenJson.Compact)!);
    }

    /// <summary>What another stage kept, on whatever input; null when it kept nothing.</summary>
    public async Task<T?> FindResultAsync<T>(string otherStage, string part, CancellationToken cancellationToken)
        where T : class
    {
        await using var database = await OpenAsync(cancellationToken);
        var json = await database.Checkpoints
            .Where(checkpoint => checkpoint.MeetingId == meeting.Id && checkpoint.Stage == otherStage && checkpoint.Part == part)
            .Select(checkpoint => checkpoint.Json)
            .SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<T>(json, NotulenJson.Compact);
    }

    /// <summary>Keeps a part that is done.</summary>
    public Task SaveCheckpointAsync<T>(string part, string key, T result, CancellationToken cancellationToken) =>
        SaveCheckpointsAsync([(part, key, result)], cancellationToken);

    /// <summary>Keeps parts that are done, in one transaction.</summary>
    public Task SaveCheckpointsAsync<T>(IReadOnlyList<(string Part, string Key, T Result)> parts, CancellationToken cancellationToken) =>
        CommitAsync(
            async database =>
            {
                foreach (var (part, key, result) in parts)
                {
                    var json = JsonSerializer.Serialize(result, NotulenJson.Compact);
                    var existing = await database.Checkpoints.FindAsync([meeting.Id, stage, part], cancellationToken);
                    if (existing is null)
                        database.Checkpoints.Add(new Checkpoint { MeetingId = meeting.Id, Stage = stage, Part = part, Key = key, Json = json });
                    else
                        (existing.Key, existing.Json) = (key, json);
                }
            },
            cancellationToken);

    private sealed class PartProgress(StageContext context, double from, double to) : IProgress<double>
    {
        public void Report(double value) => context.Report(from + (to - from) * Math.Clamp(value, 0, 1));
    }
}
