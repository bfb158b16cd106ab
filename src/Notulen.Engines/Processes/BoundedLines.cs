using System.Text;

namespace Notulen.Engines.Processes;

/// <summary>Reads a program's output line by line; what is longer than the limit is cut, so that no program can fill our memory.</summary>
internal static class BoundedLines
{
    private const int BufferSize = 4096;

    /// <param name="reader">The output. A carriage return ends a line too: programs rewrite their progress with it.</param>
    /// <param name="longest">Most characters of a line that are kept.</param>
    /// <param name="onLine">Called for every line that is not empty, without its end.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task ReadAsync(TextReader reader, int longest, Action<string> onLine, CancellationToken cancellationToken)
    {
        var buffer = new char[BufferSize];
        var line = new StringBuilder();
        while (await reader.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            foreach (var letter in buffer.AsSpan(0, read))
            {
                if (letter is '\n' or '\r')
                    End();
                else if (line.Length < longest)
                    line.Append(letter);
            }
        }
        End();

        void End()
        {
            if (line.Length == 0)
                return;
            onLine(line.ToString());
            line.Clear();
        }
    }
}
