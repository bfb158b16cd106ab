using Notulen.Core.Engines;
using Notulen.Core.Transcripts;
using Notulen.Tests.Pipelines;
using Xunit;

namespace Notulen.Tests.Transcripts;

public class InventedPhrasesTests
{
    private static readonly InventedPhrases Listed = new(PipelineFolder.Find("raad").Cues.Values.SelectMany(cues => cues.Invented));

    [Theory]
    [InlineData(" Ondertitels ingediend door de Amara.org gemeenschap")]
    [InlineData(" Ondertiteling door de Amara.org gemeenschap.")]
    [InlineData(" TV GELDERLAND 2021")]
    [InlineData(" TV Gelderland")]
    [InlineData(" Copyright WDR 2020")]
    [InlineData(" Bedankt voor het kijken!")]
    [InlineData(" Thanks for watching!")]
    [InlineData(" Subtitles by the Amara.org community")]
    public void What_recognisers_invent_is_dropped_when_they_doubt_it_themselves(string text)
    {
        Assert.True(Listed.Includes(Said(text, -0.8, 0.1)));
        Assert.True(Listed.Includes(Said(text, -0.3, 0.5)));
        Assert.False(Listed.Includes(Said(text, -0.2, 0.05)));
    }

    [Theory]
    [InlineData(" Muziek en theater zijn belangrijk voor deze gemeente.")]
    [InlineData(" Copyright op de plannen ligt bij de architect die de gemeente zelf heeft ingehuurd.")]
    [InlineData(" Dank u wel, voorzitter.")]
    public void What_is_only_like_it_stays_however_badly_it_was_heard(string text) =>
        Assert.False(Listed.Includes(Said(text, -0.9, 0.5)));

    [Theory]
    [InlineData(" [Muziek]")]
    [InlineData(" (applaus)")]
    [InlineData(" *kucht*")]
    [InlineData(" ♪ ♪")]
    [InlineData(" ...")]
    public void Sounds_are_not_what_was_said(string text) => Assert.True(Listed.Includes(Said(text, -0.1, 0.01)));

    [Fact]
    public void Words_in_brackets_beside_others_stay() =>
        Assert.False(Listed.Includes(Said(" (zachtjes) Dat klopt (denk ik)", -0.1, 0.01)));

    [Fact]
    public void Where_the_engine_believes_in_neither_speech_nor_text_there_is_nothing() =>
        Assert.True(Listed.Includes(Said(" De wethouder zegt ja.", -1.2, 0.8)));

    private static RecognisedSegment Said(string text, double logProbability, double noSpeech) => new(0, 3, text, logProbability, noSpeech, []);
}
