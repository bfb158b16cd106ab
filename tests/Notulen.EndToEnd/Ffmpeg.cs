using System.Diagnostics;

namespace Notulen.EndToEnd;

/// <summary>Makes recordings for tests.</summary>
internal static class Ffmpeg
{
    public static void Make(params string[] arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo("ffmpeg", ["-nostdin", "-loglevel", "error", "-y", .. arguments]) };
        process.Start();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("ffmpeg " + string.Join(' ', arguments));
    }
}
