using Microsoft.Data.Sqlite;
using Notulen.Core.Storage;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>A folder of its own for a test, with a data folder in it; gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    /// <summary>How many files a meeting gives: transcript, two kinds of captions, and the minutes in four forms.</summary>
    public const int ResultFiles = 7;

    public string Path { get; } = Directory.CreateTempSubdirectory("notulen-e2e-").FullName;

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Out => System.IO.Path.Combine(Path, "out");

    /// <summary>Full path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A program of our own, in the place of one of the machine's.</summary>
    public string Script(string name, string body)
    {
        var path = System.IO.Path.Combine(Directory.CreateDirectory(File("bin")).FullName, name);
        System.IO.File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>A sample recording of the checkout.</summary>
    public static string Sample(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = System.IO.Path.Combine(folder.FullName, "samples", name);
            if (System.IO.File.Exists(file))
                return file;
        }
        throw new FileNotFoundException(name);
    }

    /// <summary>Skips the test where the speech engine or its model has not been set up.</summary>
    public static void RequireSpeech()
    {
        var folders = NotulenFolders.FromEnvironment();
        if (!Directory.Exists(folders.Engines) || !Directory.Exists(folders.Models))
            Assert.Skip($"No engines or models in {folders.Home}: run ./notulen setup first.");
    }

    /// <summary>What the log says, oldest first.</summary>
    public string Log() => Directory.Exists(System.IO.Path.Combine(Data, "logs"))
        ? string.Concat(Directory.EnumerateFiles(System.IO.Path.Combine(Data, "logs")).Order(StringComparer.Ordinal).Select(ReadShared))
        : "";

    /// <summary>One number out of the database, while the program may be running; 0 while there are no tables yet.</summary>
    public long Query(string sql)
    {
        var file = System.IO.Path.Combine(Data, "notulen.db");
        if (!System.IO.File.Exists(file))
            return 0;
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        // One moment for both questions: the tables may come in between.
        using var moment = connection.BeginTransaction(deferred: true);
        var result = Number("select count(*) from sqlite_master where name = 'StageRuns'") == 0 ? 0 : Number(sql);
        moment.Commit();
        return result;

        long Number(string question)
        {
            using var command = connection.CreateCommand();
            command.CommandText = question;
            return Convert.ToInt64(command.ExecuteScalar());
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
