using Notulen.Core.Minutes;

namespace Notulen.Documents.Outline;

/// <summary>How the minutes came about, so that they can be explained afterwards.</summary>
internal static class ProvenanceOutline
{
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
        if (result.Transcript.Speech is { DroppedPhrases: > 0 } heard)
            yield return new FactBlock(texts["provenance.dropped"], texts["provenance.phrases", heard.DroppedPhrases]);
        foreach (var remark in provenance.Remarks)
            yield return new PointBlock(null, PlainText.Clean(remark), null);
    }

    private static string Created(DateTimeOffset moment, DocumentTexts texts) =>
        $"{moment.ToString("d MMMM yyyy HH:mm", texts.Culture)} (UTC{moment.Offset.TotalHours.ToString("+0.##;-0.##;+0", System.Globalization.CultureInfo.InvariantCulture)})";

    private static string Model(ModelProvenance model, DocumentTexts texts)
    {
        var text = $"{PlainText.Clean(model.Model)}, {PlainText.Clean(model.Engine)}";
        if (PlainText.Clean(model.Sha256) is { Length: > 0 } hash)
            text += $", SHA-256 {(hash.Length > 16 ? hash[..16] + "…" : hash)}";
        return model.Demonstration ? $"{text} ({texts["demonstration.short"]})" : text;
    }
}
