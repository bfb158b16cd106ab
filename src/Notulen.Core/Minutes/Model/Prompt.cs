using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Notulen.Core.Transcripts;

namespace Notulen.Core.Minutes.Model;

/// <summary>
/// The versioned instructions. They come first and the transcript last, so that an engine can keep the beginning in its cache; the
/// transcript stands between markers that nobody in the meeting could know, so that spoken words are never instructions.
/// </summary>
/// <remarks>The form is shown with dots for its text: a weak model repeats an example as if it had been said.</remarks>
internal sealed partial class Prompt
{
    /// <summary>Version of the instructions for the form of an item.</summary>
    public const string Version = "points-v2";

    private readonly string _system;
    private readonly string _user;

    private Prompt(string system, string user) => (_system, _user) = (system, user);

    /// <param name="version">Name of the instructions, without the language.</param>
    /// <param name="language">"nl" or "en".</param>
    public static Prompt For(string version, string language)
    {
        var name = $"Notulen.Core.Minutes.Model.Prompts.{version}-{(language == "en" ? "en" : "nl")}.txt";
        using var stream = typeof(Prompt).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        var parts = reader.ReadToEnd().Split("\n=====\n", 2);
        return new Prompt(parts[0].Trim(), parts[1].Trim());
    }

    public static string Marker() => RandomNumberGenerator.GetHexString(16);

    /// <param name="title">Title of the agenda item, or the statement that is judged.</param>
    /// <param name="marker">Random text around the transcript.</param>
    /// <param name="fragments">Segments; they are numbered from 1 in the prompt.</param>
    public IReadOnlyList<ChatMessage> Messages(string title, string marker, IReadOnlyList<Segment> fragments)
    {
        var transcript = string.Join('\n', fragments.Select((segment, index) => Line(segment, index + 1)));
        // One pass: nothing that is filled in is looked at again.
        var user = Placeholder().Replace(_user, match => match.Value switch
        {
            "{title}" => OneLine(title),
            "{marker}" => marker,
            _ => transcript,
        });
        return [new ChatMessage(ChatRole.System, _system), new ChatMessage(ChatRole.User, user)];
    }

    public static string Line(Segment segment, int number) =>
        segment.Speaker is null ? $"[{number}] {OneLine(segment.Text)}" : $"[{number}] {OneLine(segment.Speaker)}: {OneLine(segment.Text)}";

    private static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"\{(?:title|marker|transcript)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
