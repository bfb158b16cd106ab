using System.Globalization;
using Notulen.Core.Meetings;
using Notulen.Core.Problems;
using static Notulen.Web.WebTexts;

namespace Notulen.Web.Meetings;

/// <summary>What somebody filled in to hand in a recording, and what is wrong with it.</summary>
public sealed class UploadForm
{
    /// <summary>Names of the fields in the form, in its order.</summary>
    public static class Field
    {
        public const string Title = "titel";
        public const string Date = "datum";
        public const string Pipeline = "soort";
        public const string AgendaFile = "agendabestand";
        public const string AgendaText = "agenda";
        public const string Language = "taal";
        public const string SpeechModel = "spraakmodel";
        public const string LanguageModel = "taalmodel";
        public const string Recording = "opname";
    }

    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, string> _errors = [];

    /// <summary>One sentence per field that something is wrong with.</summary>
    public IReadOnlyDictionary<string, string> Errors => _errors;

    /// <summary>The agenda file's content, when there was one.</summary>
    public Agenda? Agenda { get; private set; }

    /// <summary>A value as it was typed; empty when it was not.</summary>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        set => _values[field] = value;
    }

    public string? ErrorOf(string field) => _errors.GetValueOrDefault(field);

    /// <summary>Says what is wrong with a field; the first remark counts.</summary>
    public void Reject(string field, string sentence) => _errors.TryAdd(field, sentence);

    /// <summary>Puts the sentence of a problem beside the field that it is about.</summary>
    public void Reject(Problem problem) =>
        Reject(FieldOf(problem.Code), problem.Say(CultureInfo.CurrentUICulture));

    /// <summary>Takes in the agenda file and keeps its text, so that it need not be chosen again when something else is wrong.</summary>
    public void ReadAgendaFile(byte[] content, string name)
    {
        try
        {
            Agenda = AgendaFile.Parse(content, name);
            this[Field.AgendaText] = System.Text.Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
        }
        catch (NotulenException exception)
        {
            Reject(Field.AgendaFile, exception.Problem.Say(CultureInfo.CurrentUICulture));
        }
    }

    /// <summary>Reads the fields as what is asked for; what is wrong is in <see cref="Errors"/> afterwards.</summary>
    /// <param name="fileName">Name of the recording's file.</param>
    public MeetingRequest ToRequest(string fileName) => new()
    {
        FileName = fileName,
        Pipeline = this[Field.Pipeline],
        Title = Given(Field.Title),
        Date = ReadDate(),
        Agenda = Agenda ?? ReadAgendaText(),
        Language = Given(Field.Language),
        SpeechModel = Given(Field.SpeechModel),
        LanguageModel = Given(Field.LanguageModel),
    };

    private DateOnly? ReadDate()
    {
        if (Given(Field.Date) is not { } text)
            return null;
        // Browsers send the first form; who types it without a date picker writes the others.
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Reject(Field.Date, T("form.date.wrong"));
        return null;
    }

    private Agenda? ReadAgendaText()
    {
        if (Given(Field.AgendaText) is not { } text)
            return null;
        try
        {
            return PastedAgenda.Parse(text, T("form.agenda.name"));
        }
        catch (NotulenException exception)
        {
            Reject(Field.AgendaText, exception.Problem.Say(CultureInfo.CurrentUICulture));
            return null;
        }
    }

    private string? Given(string field) => this[field].Trim() is { Length: > 0 } text ? text : null;

    private static string FieldOf(string code) => code.Split('.') switch
    {
        ["agenda", ..] => Field.AgendaFile,
        ["pipeline", ..] => Field.Pipeline,
        ["language", ..] => Field.Language,
        ["model", ..] => Field.SpeechModel,
        _ => Field.Recording,
    };
}
