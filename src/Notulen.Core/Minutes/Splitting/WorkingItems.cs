using System.Globalization;
using Notulen.Core.Meetings;
using Notulen.Core.Minutes.Words;

namespace Notulen.Core.Minutes.Splitting;

/// <summary>Agenda items of a meeting without an agenda file, from the chair's announcements, with working titles.</summary>
internal static class WorkingItems
{
    private const int LongestTitle = 80;

    private const int LongestUnnumbered = 20;

    private static readonly HashSet<string> Introductions = ["is", "de", "het", "over", "the", "on", "about"];

    private static readonly HashSet<string> LeadingWords =
        ["de", "het", "een", "is", "dat", "dan", "over", "en", "nu", "the", "a", "an", "and", "is", "on", "about", "that", "now", "we"];

    /// <summary>The items with their first segment; the opening stands before the first announcement.</summary>
    public static IReadOnlyList<(AgendaItem Item, int Segment)> Find(IReadOnlyList<Announcement> announcements, string language)
    {
        var spoken = announcements.Where(announcement => announcement is { HasCue: true, Strength: >= 0.6, Sentence.IsQuestion: false }
            && (announcement.Number is not null || IsNamed(announcement))).ToList();
        var numbers = spoken.Select(Number).OfType<decimal>().Distinct().Order().ToList();
        var path = ItemPath.Best([.. spoken.Where(announcement => Number(announcement) is not null)
            .Select(announcement => new ItemCandidate(announcement.Sentence.Index, numbers.IndexOf(Number(announcement)!.Value), (2 + (Title(announcement) is null ? 0 : 0.5)) * announcement.Strength, false))]);
        var chosen = spoken.Where(announcement => path.Any(step => step.Sentence == announcement.Sentence.Index) || Number(announcement) is null).ToList();
        var items = new List<(AgendaItem, int)>();
        foreach (var announcement in chosen)
        {
            var title = Title(announcement) ?? MinutesTexts.Say(language, "split.item", announcement.Number);
            items.Add((new AgendaItem { Number = announcement.Number?.ToUpperInvariant(), Title = title }, announcement.Sentence.Segments[0]));
        }
        var first = announcements[0].Sentence.Segments[0];
        if (items.Count == 0)
            return [(new AgendaItem { Title = MinutesTexts.Say(language, "split.discussion") }, first)];
        if (items[0].Item2 > first)
        {
            var number = items[0].Item1.Number == "2" ? "1" : null;
            items.Insert(0, (new AgendaItem { Number = number, Title = MinutesTexts.Say(language, "split.opening") }, first));
        }
        return items;
    }

    /// <summary>Without a number only a plain "het volgende punt is de begroting" at the beginning of a short sentence counts.</summary>
    private static bool IsNamed(Announcement announcement) =>
        announcement.Strength >= 1 && announcement.Sentence.Tokens.Count <= LongestUnnumbered
        && Tokens.Of(announcement.Rest) is [var first, ..] && Introductions.Contains(first.Norm) && Title(announcement) is not null;

    private static decimal? Number(Announcement announcement) =>
        decimal.TryParse(announcement.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>"de renovatie van de speeltuin aan de Molenweg" becomes "Renovatie van de speeltuin aan de Molenweg".</summary>
    private static string? Title(Announcement announcement)
    {
        var text = announcement.Rest;
        var tokens = Tokens.Of(text);
        var first = 0;
        while (first < tokens.Length && LeadingWords.Contains(tokens[first].Norm))
            first++;
        var end = first;
        while (end < tokens.Length && tokens[end].End - tokens[first].Start <= LongestTitle
            && !(end > first && text[tokens[end - 1].End..tokens[end].Start].AsSpan().ContainsAny(',', ';', ':')))
            end++;
        if (end == first || tokens[first..end].All(token => token.Norm.Length < 4))
            return null;
        var title = text[tokens[first].Start..tokens[end - 1].End];
        return char.ToUpper(title[0], CultureInfo.InvariantCulture) + title[1..];
    }
}
