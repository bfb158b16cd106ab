using System.Globalization;
using Notulen.Core.Minutes;

namespace Notulen.Documents.Outline;

/// <summary>How the minutes came about, so that they can be explained afterwards.</summary>
internal static class ProvenanceOutline
{
    private static readonly TimeZoneInfo Amsterdam =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Amsterdam", out var zone) ? zone : TimeZoneInfo.Local;

    public static IEnumerable<Block> Of(MeetingResult result, DocumentTexts texts)
    {
        var provenance = result.Minutes.Provenance;
        yield return new HeadingBlock(1, texts["heading.provenance"], null);
        yield return new TextBlock(texts["provenance.explanation"]);
        yield return new FactBlock(texts["provenance.created"], texts["provenance.created-by", Created(provenance.Created, texts), PlainText.Clean(provenance.Notulen)]);
        if (MinutesOutline.Given(provenance.Pipeline) is { } pipeline)
            yield return new FactBlock(texts["provenance.pipeline"], pipeline);
        if (provenance.Speech is { } speech)
            yield return new FactBlock(texts["provenance.speech"], Model(speech, texts));
        if (provenance.Language is { } language)
            yield return new FactBlock(texts["provenance.language"], Model(language, texts));
        else
            yield return new FactBlock(texts["provenance.language"], texts["provenance.no-language"]);
        if (MinutesOutline.Given(provenance.RecordingSha256) is { } hash)
            yield return new FactBlock(texts["provenance.recording"], "SHA-256 " + hash);
        yield return new FactBlock(
            texts["provenance.checked"],
            texts[provenance.Unsupported == 0 ? "provenance.all-supported" : "provenance.counts", provenance.Statements, provenance.Unsupported]);
        foreach (var remark in provenance.Remarks)
            yield return new PointBlock(null, PlainText.Clean(remark), null);
    }

    /// <summary>In the time of the Netherlands, where municipalities meet.</summary>
    private static string Created(DateTimeOffset moment, DocumentTexts texts) =>
        TimeZoneInfo.ConvertTime(moment, Amsterdam).ToString("d MMMM yyyy", texts.Culture) + ", "
        + texts.Time(TimeZoneInfo.ConvertTime(moment, Amsterdam).ToString("HH:mm", CultureInfo.InvariantCulture));

    private static string Model(ModelProvenance model, DocumentTexts texts)
    {
        var text = $"{PlainText.Clean(model.Model)}, {PlainText.Clean(model.Engine)}";
        if (PlainText.Clean(model.Sha256) is { Length: > 0 } hash)
            text += $", SHA-256 {(hash.Length > 16 ? hash[..16] + "…" : hash)}";
        return model.Demonstration ? $"{text} ({texts["demonstration.short"]})" : text;
    }
}
