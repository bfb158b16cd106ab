using System.Globalization;
using Notulen.Core.Minutes.Values;
using Notulen.Core.Minutes.Words;
using Xunit;

namespace Notulen.Tests.Minutes;

public class ValuesTests
{
    [Theory]
    [InlineData("Voor € 10 mln. doen we dat.", 1)]
    [InlineData("Mijn fractie vindt dat dit plan— Maar daar stond geen hek omheen!", 2)]
    [InlineData("Dit plan— en dat zeg ik vaker — is goed.", 1)]
    public void Abbreviations_and_pauses_do_not_end_a_sentence_but_an_interruption_does(string text, int sentences) =>
        Assert.Equal(sentences, SentenceCutter.Cut([new Core.Transcripts.Segment(0, 0, 5, null, text)], "nl").Count);

    [Theory]
    [InlineData("nl", "drieëntwintig", "23")]
    [InlineData("nl", "honderdtweeëntachtigduizend euro", "182000")]
    [InlineData("nl", "honderd twee en tachtig duizend euro", "182000")]
    [InlineData("nl", "182.000 euro", "182000")]
    [InlineData("nl", "€ 1.250,50", "1250.50")]
    [InlineData("nl", "anderhalf miljoen", "1500000")]
    [InlineData("nl", "een half miljoen", "500000")]
    [InlineData("nl", "2,5 miljoen", "2500000")]
    [InlineData("nl", "twee komma vijf miljoen", "2500000")]
    [InlineData("nl", "drie en een half miljoen euro", "3500000")]
    [InlineData("nl", "tweeduizend zevenentwintig", "2027")]
    [InlineData("nl", "twaalfhonderd", "1200")]
    [InlineData("nl", "honderdeneen", "101")]
    [InlineData("en", "one hundred and fifty-four thousand euros", "154000")]
    [InlineData("en", "1.2 million", "1200000")]
    [InlineData("en", "one point two million", "1200000")]
    [InlineData("en", "two and a half million", "2500000")]
    [InlineData("en", "twenty twenty-seven", "2027")]
    [InlineData("en", "twenty-two", "22")]
    [InlineData("en", "seventeen", "17")]
    [InlineData("en", "154,000", "154000")]
    public void Numbers_are_read_in_digits_and_in_words(string language, string text, string amount)
    {
        var value = Assert.Single(NumberReader.Read(Tokens.Of(text), language));
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), value.Amount);
    }

    [Theory]
    [InlineData("nl", "vijf stemmen voor en twee tegen", "5 2")]
    [InlineData("nl", "drie vier", "3 4")]
    [InlineData("nl", "een plein met een boom", "")]
    [InlineData("nl", "één plein met tien bomen", "1 10")]
    [InlineData("en", "three four", "3 4")]
    [InlineData("en", "a tree and a bench", "")]
    public void Neighbouring_numbers_stay_apart_and_articles_are_none(string language, string text, string amounts)
    {
        var read = NumberReader.Read(Tokens.Of(text), language).Select(value => value.Amount.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(amounts, string.Join(' ', read));
    }

    [Theory]
    [InlineData("20 procent", ValueKind.Percent)]
    [InlineData("20%", ValueKind.Percent)]
    [InlineData("€ 20", ValueKind.Money)]
    [InlineData("twintig euro", ValueKind.Money)]
    [InlineData("twintig bomen", ValueKind.Number)]
    public void The_unit_tells_the_kind(string text, ValueKind kind) =>
        Assert.Equal(kind, Assert.Single(NumberReader.Read(Tokens.Of(text), "nl")).Kind);

    [Theory]
    [InlineData("nl", "voor 9 november", 0, 11, 9)]
    [InlineData("nl", "op tien december tweeduizend zesentwintig", 2026, 12, 10)]
    [InlineData("nl", "de eenentwintigste maart 2027", 2027, 3, 21)]
    [InlineData("nl", "in maart 2027", 2027, 3, 0)]
    [InlineData("nl", "14-10-2026", 2026, 10, 14)]
    [InlineData("en", "before October 6th", 0, 10, 6)]
    [InlineData("en", "the sixth of October 2026", 2026, 10, 6)]
    [InlineData("en", "2026-10-14", 2026, 10, 14)]
    public void Dates_are_read_as_spoken(string language, string text, int year, int month, int day)
    {
        var date = Assert.Single(DateReader.Read(Tokens.Of(text), language));
        Assert.Equal((year, month, day), (date.Year ?? 0, date.Month, date.Day));
    }

    [Fact]
    public void A_day_without_a_year_lies_ahead()
    {
        var january = Assert.Single(DateReader.Read(Tokens.Of("voor 15 januari"), "nl"));
        Assert.Equal(new DateOnly(2027, 1, 15), january.After(new DateOnly(2026, 11, 3)));
        Assert.Equal(new DateOnly(2026, 1, 15), january.After(new DateOnly(2026, 1, 3)));
    }

    [Theory]
    [InlineData("nl", "half acht", "07:30")]
    [InlineData("nl", "vijf over negen", "09:05")]
    [InlineData("nl", "kwart voor tien", "09:45")]
    [InlineData("nl", "tien voor half elf", "10:20")]
    [InlineData("nl", "19.30 uur", "19:30")]
    [InlineData("nl", "acht uur", "08:00")]
    [InlineData("nl", "acht uur vijftien", "08:15")]
    [InlineData("en", "half past seven", "07:30")]
    [InlineData("en", "five minutes past nine", "09:05")]
    [InlineData("en", "a quarter to ten", "09:45")]
    [InlineData("en", "7:30 pm", "19:30")]
    [InlineData("en", "eight o'clock", "08:00")]
    public void Times_are_read_as_spoken(string language, string text, string time)
    {
        var value = Assert.Single(ClockReader.Read(Tokens.Of(text), language, loose: true));
        Assert.Equal(time, TimeOnly.MinValue.AddMinutes((double)value.Amount).ToString("HH:mm", CultureInfo.InvariantCulture));
    }
}
