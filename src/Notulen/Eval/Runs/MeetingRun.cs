using System.Security.Cryptography;
using System.Text;
using Notulen.App.Eval.Formats;
using Notulen.App.Inline;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes;

namespace Notulen.App.Eval.Runs;

/// <summary>Makes minutes of turns: the whole pipeline, stage after stage, as <c>notulen minutes --transcript</c> does.</summary>
internal sealed class MeetingRun(MeetingIntake intake, InlineStages stages, MeetingResults results)
{
    /// <summary>A council meeting, with its agenda and the people who spoke.</summary>
    public const string Council = "raad";

    /// <summary>Any other conversation; there is no agenda.</summary>
    public const string Work = "werkoverleg";

    /// <param name="id">Name of the meeting; the same one twice is the same work.</param>
    /// <param name="pipeline">One of the above.</param>
    /// <param name="agenda">The agenda as printed.</param>
    /// <param name="turns">What was said.</param>
    /// <param name="language">"nl" or "en"; null to let the words tell.</param>
    /// <param name="languageModel">Name, "none", or null for the best on this machine.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Core.Problems.NotulenException">A stage failed.</exception>
    public async Task<(MinutesDocument Minutes, TurnTranscript Turns)> RunAsync(
        string id, string pipeline, IReadOnlyList<AgendaLine> agenda, IReadOnlyList<SpokenTurn> turns, string? language, string? languageModel, CancellationToken cancellationToken)
    {
        var spoken = new TurnTranscript(turns);
        var request = new MeetingRequest
        {
            FileName = id + ".json",
            Pipeline = pipeline,
            Language = language ?? (spoken.Transcript.Language is "nl" or "en" ? spoken.Transcript.Language : null),
            LanguageModel = languageModel,
            Agenda = agenda.Count == 0 ? null : new Agenda
            {
                Items = [.. agenda.Select(item => new AgendaItem { Number = item.Number, Title = item.Title })],
                Participants = TurnTranscript.Roster(turns),
            },
        };
        var source = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        var meeting = await intake.AddTranscriptAsync(spoken.Transcript, source, request, cancellationToken);
        await stages.RunAsync(meeting, cancellationToken);
        await stages.ThrowIfFailedAsync(meeting, cancellationToken);
        return ((await results.MinutesAsync(meeting, cancellationToken))!, spoken);
    }
}
