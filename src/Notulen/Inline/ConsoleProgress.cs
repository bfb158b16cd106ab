using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Notulen.App.CommandLine;
using Notulen.Core.Minutes;
using Notulen.Core.Processing;
using Notulen.Core.Storage;

namespace Notulen.App.Inline;

/// <summary>
/// Shows on standard error how far the work is: one line that is rewritten where somebody watches, and a line per
/// tenth where the output goes to a file.
/// </summary>
internal sealed class ConsoleProgress(StageShares shares, TimeProvider clock, CultureInfo culture)
{
    private const int BarWidth = 24;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private static readonly Lock Gate = new();
    private static string _shown = "";
    private static string _aside = "";
    private TimeProvider Clock => clock;
    private CultureInfo Culture => culture;
    private StageShares Shares => shares;
    private readonly bool _live = !Console.IsErrorRedirected;

    public static ConsoleProgress Create(IServiceProvider services, CultureInfo culture) =>
        new(services.GetRequiredService<StageShares>(), services.GetRequiredService<TimeProvider>(), culture);

    /// <summary>Writes a line of its own.</summary>
    public void Say(string key, params object?[] values) => WriteLine(NotulenCommandLine.Texts[culture, key, values]);

    /// <summary>Writes a line of its own, above the line that is being rewritten.</summary>
    public static void WriteLine(string line)
    {
        lock (Gate)
        {
            Console.Error.WriteLine(_shown.Length == 0 ? line : "\r" + line.PadRight(_shown.Length));
            _shown = "";
        }
    }

    /// <summary>Shows behind the bar what goes on meanwhile; empty when nothing does.</summary>
    public static void Meanwhile(string text) => Volatile.Write(ref _aside, text);

    /// <summary>Follows a meeting in the database until disposed.</summary>
    public IAsyncDisposable Watch(Guid meetingId, IDbContextFactory<NotulenDb> databases) => new Watcher(this, meetingId, databases);

    /// <summary>What came out and what to be careful about, in a few lines.</summary>
    public void Summarise(MinutesDocument minutes)
    {
        Say("progress.done",
            minutes.Items.Count,
            minutes.Items.Sum(item => item.Decisions.Count),
            minutes.Items.Sum(item => item.Actions.Count + item.Commitments.Count),
            minutes.Provenance.Unsupported);
        foreach (var warning in minutes.Provenance.Warnings)
            Say("progress.warning", warning);
        if (minutes.Provenance.Remarks.Count is > 0 and var remarks)
            Say("progress.remarks", remarks);
        if (minutes.Provenance.Demonstration)
            Say("progress.demonstration");
    }

    private sealed class Watcher : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _loop;
        private readonly ConsoleProgress _console;
        private readonly TimeLeft _left = new();
        private int _tenth = -1;

        public Watcher(ConsoleProgress console, Guid meetingId, IDbContextFactory<NotulenDb> databases)
        {
            _console = console;
            _loop = RunAsync(meetingId, databases);
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _loop;
            if (_console._live)
                Rewrite("");
            _stop.Dispose();
        }

        private async Task RunAsync(Guid meetingId, IDbContextFactory<NotulenDb> databases)
        {
            try
            {
                using var timer = new PeriodicTimer(Interval, _console.Clock);
                while (await timer.WaitForNextTickAsync(_stop.Token))
                {
                    await using var database = await databases.CreateDbContextAsync(_stop.Token);
                    var runs = await database.StageRuns
                        .AsNoTracking()
                        .Where(run => run.MeetingId == meetingId)
                        .OrderBy(run => run.Order)
                        .ToListAsync(_stop.Token);
                    Show(runs);
                }
            }
            catch (OperationCanceledException)
            {
                // The work is over; so is watching it.
            }
        }

        private void Show(List<StageRun> runs)
        {
            var current = runs.FirstOrDefault(run => run.State == StageState.Running);
            if (current is null)
                return;
            var share = _console.Shares.Overall(runs);
            _left.Add(_console.Clock.GetUtcNow(), share);
            var label = StageShares.Label(current.Stage, _console.Culture);
            var left = _left.Left is { } time ? NotulenCommandLine.Texts[_console.Culture, "progress.left", Readable(time)] : "";
            if (_console._live)
                Rewrite($"{Bar(share)} {share,4:0%}  {label} {current.Progress:0%}  {Behind(left)}".TrimEnd());
            else if ((int)(share * 10) is var tenth && tenth > _tenth)
            {
                _tenth = tenth;
                Console.Error.WriteLine($"{share,4:0%} {label} {left}".TrimEnd());
            }
        }

        private static string Behind(string left)
        {
            var aside = Volatile.Read(ref _aside);
            return aside.Length == 0 ? left : left.Length == 0 ? $"({aside})" : $"{left} ({aside})";
        }

        // A line that wraps cannot be rewritten.
        private static int Width => Console.BufferWidth is > 1 and var width ? width - 1 : int.MaxValue;

        private static void Rewrite(string line)
        {
            lock (Gate)
            {
                line = line.Length > Width ? line[..(Width - 1)] + "…" : line;
                Console.Error.Write("\r" + line.PadRight(_shown.Length) + (line.Length == 0 ? "\r" : ""));
                _shown = line;
            }
        }

        private static string Bar(double share) =>
            new string('█', (int)Math.Round(share * BarWidth)).PadRight(BarWidth, '░');

        private static string Readable(TimeSpan time) =>
            time < TimeSpan.FromMinutes(1) ? $"{Math.Max(1, (int)Math.Round(time.TotalSeconds))} s"
            : time < TimeSpan.FromHours(1) ? $"{(int)time.TotalMinutes} min {time.Seconds:00} s"
            : $"{(int)time.TotalHours} u {time.Minutes:00} min";
    }

}
