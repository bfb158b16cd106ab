using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Notulen.Engines.Supervision;
using Notulen.Tests.Setup;
using Xunit;

namespace Notulen.Tests.Engines;

public sealed class RunFilesTests : IDisposable
{
    private readonly TemporaryHome _home = new();
    private readonly Process _engine = new() { StartInfo = new ProcessStartInfo("/bin/sleep", ["600"]) };

    public RunFilesTests() => _engine.Start();

    private RunFiles Files => new(_home.Folders, NullLogger<RunFiles>.Instance);

    [Fact]
    public void An_engine_of_a_process_that_still_lives_is_left_alone()
    {
        var file = Files.Add(_engine, "/bin/sleep");
        Assert.Equal(0, Files.Sweep());
        Assert.True(File.Exists(file));
        Assert.False(_engine.HasExited);
    }

    [Fact]
    public void An_engine_that_outlived_its_parent_is_ended()
    {
        Orphan(Files.Add(_engine, "/bin/sleep"));
        Assert.Equal(1, Files.Sweep());
        Assert.True(_engine.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Empty(Directory.GetFiles(_home.Folders.Run));
    }

    [Fact]
    public void Another_program_that_got_the_same_number_is_not_ended()
    {
        Orphan(Files.Add(_engine, "/opt/whisper-server"));
        Assert.Equal(0, Files.Sweep());
        Assert.False(_engine.HasExited);
        Assert.Empty(Directory.GetFiles(_home.Folders.Run));
    }

    [Fact]
    public void A_file_that_is_half_written_is_cleared_away()
    {
        Directory.CreateDirectory(_home.Folders.Run);
        File.WriteAllText(Path.Combine(_home.Folders.Run, "engine-1.json"), "{\"process\":");
        Assert.Equal(0, Files.Sweep());
        Assert.Empty(Directory.GetFiles(_home.Folders.Run));
    }

    public void Dispose()
    {
        _engine.Kill();
        _engine.Dispose();
        _home.Dispose();
    }

    /// <summary>As if the process that started it was killed: no process has this number.</summary>
    private static void Orphan(string file) =>
        File.WriteAllText(file, File.ReadAllText(file).Replace($"\"parent\":{Environment.ProcessId}", $"\"parent\":{int.MaxValue}", StringComparison.Ordinal));
}
