using Notulen.Documents;
using Notulen.Engines.Processes;
using Xunit;

namespace Notulen.Tests.Documents;

/// <summary>Opens documents in the programs that people open them in; a test is skipped where such a program is not installed.</summary>
internal static class Readers
{
    /// <summary>What a program prints when it is run in a folder with the file; it must end well and have nothing to complain of.</summary>
    /// <param name="writer">Writes the file.</param>
    /// <param name="result">What is written.</param>
    /// <param name="program">Name on PATH.</param>
    /// <param name="arguments">"FILE" stands for the file.</param>
    public static async Task<string> ReadAsync(this IResultWriter writer, MeetingResult result, string program, params string[] arguments)
    {
        Require(program);
        var folder = Directory.CreateTempSubdirectory("notulen-reader-");
        try
        {
            var files = await new ResultFiles([writer]).WriteAsync(result, folder.FullName, "commissie", TestContext.Current.CancellationToken);
            return await RunAsync(program, folder.FullName, [.. arguments.Select(argument => argument == "FILE" ? files[0] : argument)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        var run = await ProcessRunner.RunAsync(program, arguments, TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken, workingFolder: folder);
        Assert.True(run.ExitCode == 0, $"{program}: {run.Output} {run.ErrorTail}");
        Assert.DoesNotContain("Error", run.ErrorTail, StringComparison.Ordinal);
        return run.Output;
    }

    public static void Require(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
            Assert.Skip($"{program} is not on this machine.");
    }
}
