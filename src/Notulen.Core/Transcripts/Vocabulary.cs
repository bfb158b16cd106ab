using System.Text;
using Notulen.Core.Meetings;

namespace Notulen.Core.Transcripts;

/// <summary>Names and jargon of a meeting as a prompt for the recogniser, so that it spells them right.</summary>
public static class Vocabulary
{
    // The recogniser takes at most 224 tokens and drops what comes first; names cost about a token per 2.5 letters.
    private const int MaximumLetters = 480;

    /// <summary>One line with the title, participants, parties and agenda; null when there is nothing to say.</summary>
    public static string? Prompt(Agenda agenda)
    {
        var parts = new List<string> { agenda.Body ?? agenda.Title ?? "" };
        parts.AddRange(agenda.Participants.Select(participant => participant.Name));
        parts.AddRange(agenda.Participants.Select(participant => participant.Party).OfType<string>().Distinct());
        parts.AddRange(agenda.Items.Select(item => item.Title));

        var prompt = new StringBuilder();
        foreach (var part in parts.Select(part => part.Trim()).Where(part => part.Length > 0).Distinct())
        {
            if (prompt.Length + part.Length + 2 > MaximumLetters)
                break;
            prompt.Append(prompt.Length == 0 ? "" : ", ").Append(part);
        }
        return prompt.Length == 0 ? null : prompt.Append('.').ToString();
    }
}
