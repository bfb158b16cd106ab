using System.Globalization;
using Notulen.Core;
using Notulen.Core.Minutes;
using Notulen.Core.Minutes.Cues;

namespace Notulen.Documents;

/// <summary>The fixed texts of a document in the language of its minutes.</summary>
/// <param name="language">"nl" or "en"; anything else is taken for Dutch.</param>
internal sealed class DocumentTexts(string language)
{
    private static readonly ResourceTexts Resources = new("Notulen.Documents.Texts", typeof(DocumentTexts).Assembly);

    /// <summary>Dutch of the Netherlands or English of Great Britain: both write a date with the day first.</summary>
    public CultureInfo Culture { get; } =
        CultureInfo.GetCultureInfo(language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en-GB" : "nl-NL");

    public string this[string key, params object?[] values] => Resources[Culture, key, values];

    /// <summary>How a decision ended, in the word that was used ("vastgesteld", "hamerstuk") where it is a usual one, else in the common word.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="said">What was decided, in words.</param>
    public string Outcome(Outcome outcome, string said)
    {
        var words = this["outcome." + OutcomeNames.Of(outcome)].Split('|');
        return words.Skip(1).FirstOrDefault(word => said.Contains(word, StringComparison.CurrentCultureIgnoreCase)) ?? words[0];
    }

    public string Date(DateOnly date) => date.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>"19:30" of <c>minutes.json</c> as people write it.</summary>
    public string Time(string time) => this["time", time.Replace(":", this["time.separator"])];

    public string ShortDate(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>"1 uur 12 minuten", rounded to minutes; seconds only below one minute.</summary>
    public string Duration(double seconds)
    {
        var minutes = (int)Math.Round(seconds / 60);
        if (minutes == 0)
            return this["duration.seconds", (int)Math.Ceiling(seconds)];
        return minutes < 60 ? this["duration.minutes", minutes] : this["duration.hours", minutes / 60, minutes % 60];
    }

    /// <summary>"5 voor, 2 tegen"; null when no number was said.</summary>
    public string? Votes(int? votesFor, int? against, int? abstained = null)
    {
        var parts = new List<string>();
        if (votesFor is { } f)
            parts.Add(this["votes.for", f]);
        if (against is { } a)
            parts.Add(this["votes.against", a]);
        if (abstained is > 0)
            parts.Add(this["votes.abstained", abstained]);
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}
