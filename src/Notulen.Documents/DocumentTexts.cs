using System.Globalization;
using Notulen.Core;
using Notulen.Core.Minutes;

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

    public string Outcome(Outcome outcome) => this["outcome." + outcome switch
    {
        Core.Minutes.Outcome.Adopted => "adopted",
        Core.Minutes.Outcome.AdoptedAmended => "adopted-amended",
        Core.Minutes.Outcome.Rejected => "rejected",
        Core.Minutes.Outcome.HeldOver => "held-over",
        Core.Minutes.Outcome.Withdrawn => "withdrawn",
        _ => "noted",
    }];

    public string Date(DateOnly date) => date.ToString("dddd d MMMM yyyy", Culture);

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
