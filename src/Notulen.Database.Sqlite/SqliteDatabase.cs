using Hangfire;
using Hangfire.InMemory;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Notulen.Core.Storage;

namespace Notulen.Database.Sqlite;

/// <summary>One machine: the truth in a SQLite file, Hangfire's queue in memory. Both are made anew from the truth at each start.</summary>
public static class SqliteDatabase
{
    // Longest wait for another writer, in seconds.
    private const int BusySeconds = 30;

    /// <summary>Registers <see cref="NotulenDb"/> on the file of the data folder.</summary>
    public static IServiceCollection AddSqliteDatabase(this IServiceCollection services) =>
        services.AddPooledDbContextFactory<NotulenDb>((provider, options) =>
            Configure(options, provider.GetRequiredService<NotulenFolders>().Database));

    /// <summary>Points a context at a file.</summary>
    public static void Configure(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds, ForeignKeys = true, Pooling = true }.ToString(),
            sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name));

    /// <summary>Hangfire's storage beside it: nothing in it is needed after a restart.</summary>
    public static IServiceCollection AddEmbeddedQueue(this IServiceCollection services) =>
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { IdType = InMemoryStorageIdType.Guid }));

    /// <summary>Makes the file and brings it up to date. Write-ahead logging lets readers and the writer work at once.</summary>
    public static async Task MigrateAsync(IDbContextFactory<NotulenDb> databases, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.MigrateAsync(cancellationToken);
        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
    }
}
