using System.Globalization;
using System.Text.RegularExpressions;

namespace Notulen.Engines.Setup;

/// <summary>Reads from the lines of a build how far it is: ninja's "[12/345]" or make's "[ 42%]".</summary>
public sealed partial class BuildProgress(Action<double> progress)
{
    public void Read(string line)
    {
        var match = Steps.Match(line);
        if (!match.Success)
            return;
        var done = int.Parse(match.Groups["done"].Value, CultureInfo.InvariantCulture);
        var whole = match.Groups["whole"].Success ? int.Parse(match.Groups["whole"].Value, CultureInfo.InvariantCulture) : 100;
        if (whole > 0)
            progress(Math.Clamp(done / (double)whole, 0, 1));
    }

    [GeneratedRegex(@"^\[\s*(?<done>\d{1,6})(?:/(?<whole>\d{1,6})|%)\]")]
    private static partial Regex Steps { get; }
}
