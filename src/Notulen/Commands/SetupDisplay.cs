using System.Collections.Concurrent;
using System.Globalization;
using Notulen.Engines.Setup;
using Spectre.Console;

namespace Notulen.App.Commands;

/// <summary>Shows a set-up: bars where somebody is watching, plain lines elsewhere.</summary>
public sealed class SetupDisplay(CultureInfo culture) : IProgress<SetupProgress>
{
    private readonly ConcurrentDictionary<SetupPart, ProgressTask> _bars = new();
    private readonly ConcurrentDictionary<SetupPart, (SetupState State, int Quarter)> _said = new();
    private readonly ConcurrentQueue<SetupProgress> _early = new();
    private ProgressContext? _context;

    private static bool IsInteractive => AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Profile.Out.IsTerminal;

    /// <summary>Shows the work until it ends.</summary>
    public async Task FollowAsync(Func<IProgress<SetupProgress>, Task> work)
    {
        if (!IsInteractive)
        {
            await work(this);
            return;
        }
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                _context = context;
                while (_early.TryDequeue(out var progress))
                    Report(progress);
                await work(this);
            });
    }

    /// <inheritdoc/>
    public void Report(SetupProgress value)
    {
        if (!IsInteractive)
        {
            Say(value);
        }
        else if (_context is null)
        {
            _early.Enqueue(value);
        }
        else
        {
            var bar = _bars.GetOrAdd(value.Part, _ => _context.AddTask(Markup.Escape(Describe(value)), maxValue: 1));
            bar.Description = Markup.Escape(Describe(value));
            bar.Value = value.Fraction;
            if (value.State is SetupState.Done or SetupState.AlreadyDone or SetupState.Failed)
                bar.StopTask();
        }
    }

    /// <summary>"48 s", "3 min 20 s".</summary>
    public static string Duration(CultureInfo culture, TimeSpan duration) => duration < TimeSpan.FromMinutes(1)
        ? SetupTexts.Texts[culture, "duration.seconds", duration.TotalSeconds.ToString(duration.TotalSeconds < 10 ? "0.0" : "0", culture)]
        : SetupTexts.Texts[culture, "duration.minutes", (int)duration.TotalMinutes, duration.Seconds];

    private void Say(SetupProgress value)
    {
        // A line when something begins or ends, and at each quarter of what takes long.
        var now = (value.State, (int)(value.Fraction * 4));
        if (_said.TryGetValue(value.Part, out var before) && before == now)
            return;
        _said[value.Part] = now;
        var share = value.State is SetupState.Fetching or SetupState.Building && value.Fraction > 0
            ? value.Fraction.ToString(" 0 %", culture)
            : "";
        Console.Out.WriteLine(Describe(value) + share);
    }

    private string Describe(SetupProgress value) => Describe(culture, value);

    /// <summary>One line about a part.</summary>
    public static string Describe(CultureInfo culture, SetupProgress value) =>
        $"{SetupTexts.Texts[culture, value.Part.TextKey, value.Part.Argument]}: {SetupTexts.Texts[culture, $"state.{value.State}", Duration(culture, value.Elapsed)]}";
}
