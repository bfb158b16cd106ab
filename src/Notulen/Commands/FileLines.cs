namespace Notulen.App.Commands;

/// <summary>A file in a report: its path and hash on lines of their own, because together they are wider than a screen.</summary>
internal static class FileLines
{
    public static void Write(string path, string? sha256)
    {
        Console.Out.WriteLine("    " + path);
        if (sha256 is not null)
            Console.Out.WriteLine("    sha256 " + sha256);
    }
}
