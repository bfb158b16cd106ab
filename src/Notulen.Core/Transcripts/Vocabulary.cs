using System.Text;
using Notulen.Core.Meetings;

namespace Notulen.Core.Transcripts;

/// <summary>Names and jargon of a meeting as a prompt for the recogniser, so that it spells them right.</summary>
public static class Vocabulary
{
    // The recogniser takes at most 224 tokens and drops what comes first; names cost about a token per 2.5 letters, and
    // letters beyond ASCII about one each.
    private const int MaximumLetters = 480;
    private const int ForeignLetters = 3;

    // A whole council would leave no room for parties and subjects: then people are named as the chair names them.
    private const int MaximumForNames = 260;

    /// <summary>One line with the title, participants, parties and agenda; null when there is nothing to say.</summary>
    public static string? Prompt(Agenda agenda)
    {
        var names = agenda.Participants.Select(participant => participant.Name).ToList();
        if (names.Sum(name => Letters(name) + 2) > MaximumForNames)
            names = [.. names.Select(Surname)];

        var prompt = new StringBuilder();
        var left = MaximumLetters;
        Add([agenda.Body ?? agenda.Title ?? ""], left / 3);
        Add(names, MaximumForNames);
        Add(agenda.Participants.Select(participant => participant.Party).OfType<string>(), left / 2);
        Add(agenda.Items.Select(item => item.Title), left);
        return prompt.Length == 0 ? null : prompt.Append('.').ToString();

        // Each kind within its own room; what does not fit makes place for what does.
        void Add(IEnumerable<string> parts, int room)
        {
            foreach (var part in parts.Select(part => part.Trim()).Where(part => part.Length > 0).Distinct())
            {
                var letters = Letters(part) + 2;
                if (letters > Math.Min(room, left))
                    continue;
                room -= letters;
                left -= letters;
                prompt.Append(prompt.Length == 0 ? "" : ", ").Append(part);
            }
        }
    }

    private static int Letters(string text) => text.Sum(letter => char.IsAscii(letter) ? 1 : ForeignLetters);

    private static string Surname(string name) => name.Trim().Split(' ', 2) is [_, var rest] ? rest : name;
}
