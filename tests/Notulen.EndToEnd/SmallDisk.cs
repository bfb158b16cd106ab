using System.Diagnostics;
using Xunit;

namespace Notulen.EndToEnd;

/// <summary>A small disk of its own in a folder, which only root can mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <param name="path">Made when it does not exist.</param>
    /// <param name="options">As for <c>mount -o</c>: "size=6m", "ro".</param>
    public static SmallDisk Mount(string path, string options)
    {
        Directory.CreateDirectory(path);
        if (Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path) != 0)
            Assert.Skip("Only root can mount a small disk.");
        return new SmallDisk(path);
    }

    /// <summary>Leaves so much room and no more.</summary>
    public void FillUp(int kilobytesFree)
    {
        var filling = System.IO.Path.Combine(Path, "vulling");
        File.Delete(filling);
        using var file = File.Create(filling);
        file.Write(new byte[Math.Max(0, new DriveInfo(Path).AvailableFreeSpace - kilobytesFree * 1024L)]);
    }

    public void MakeRoom() => File.Delete(System.IO.Path.Combine(Path, "vulling"));

    public void Dispose() => Run("umount", "-l", Path);

    /// <summary>The exit code of a program.</summary>
    public static int Run(string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardError = true } };
        process.Start();
        process.WaitForExit();
        return process.ExitCode;
    }
}
