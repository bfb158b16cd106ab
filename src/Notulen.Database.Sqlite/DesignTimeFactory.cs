using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Notulen.Core.Storage;

namespace Notulen.Database.Sqlite;

/// <summary>For <c>dotnet ef migrations add NAME --project src/Notulen.Database.Sqlite</c>.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<NotulenDb>
{
    public NotulenDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<NotulenDb>();
        SqliteDatabase.Configure(options, "design.db");
        return new NotulenDb(options.Options);
    }
}
