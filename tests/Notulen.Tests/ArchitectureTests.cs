using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Notulen.Core.Storage;
using Notulen.Database.Sqlite;
using Xunit;

namespace Notulen.Tests;

public class ArchitectureTests
{
    [Theory]
    [InlineData("Notulen.Core", new string[0])]
    [InlineData("Notulen.Engines", new[] { "Notulen.Core" })]
    [InlineData("Notulen.Documents", new[] { "Notulen.Core" })]
    [InlineData("Notulen.Database.Sqlite", new[] { "Notulen.Core" })]
    [InlineData("Notulen.Web", new[] { "Notulen.Core", "Notulen.Documents" })]
    public void A_project_references_only_what_it_may(string project, string[] allowed)
    {
        var references = Assembly.Load(project).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Notulen", StringComparison.OrdinalIgnoreCase));

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void The_migrations_agree_with_the_model()
    {
        using var database = new DesignTimeFactory().CreateDbContext([]);

        Assert.False(database.Database.HasPendingModelChanges());
        Assert.NotEmpty(database.Database.GetMigrations());
    }

    [Fact]
    public void No_project_but_the_executable_names_a_database_provider()
    {
        foreach (var project in new[] { typeof(NotulenDb).Assembly, Assembly.Load("Notulen.Web"), Assembly.Load("Notulen.Engines") })
        {
            Assert.DoesNotContain(
                project.GetReferencedAssemblies(),
                reference => reference.Name!.Contains("Sqlite", StringComparison.Ordinal) || reference.Name.Contains("InMemory", StringComparison.Ordinal));
        }
    }
}
