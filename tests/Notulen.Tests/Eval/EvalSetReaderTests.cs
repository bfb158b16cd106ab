using System.Globalization;
using Notulen.App.Eval.Formats;
using Notulen.Core.Problems;
using Xunit;

namespace Notulen.Tests.Eval;

public sealed class EvalSetReaderTests : IDisposable
{
    private readonly EvalFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_set_is_found_by_what_it_is()
    {
        var sets = await new EvalSetReader(null).ReadAsync(_folder.Path, Token);
        var meeting = Assert.Single(sets.Councils["raad"]);
        Assert.Equal(("2026-03-12", 7, "1"), (meeting.Id, meeting.Input.Turns.Count, meeting.Input.Agenda[0].Number));
        Assert.Equal((2, 2), (sets.Faithfulness["faithfulness.nl"].Count, sets.Commitments["commitments.nl"].Count));
        Assert.Equal("g1", Assert.Single(sets.Conversations["gesprek"]).Id);
    }

    [Theory]
    [InlineData("raad")]
    [InlineData("raad/2026-03-12")]
    [InlineData("faithfulness.nl.jsonl")]
    [InlineData("gesprek")]
    [InlineData("gesprek/g1.json")]
    public async Task One_set_can_be_taken_by_itself_and_keeps_its_name(string part)
    {
        var sets = await new EvalSetReader(null).ReadAsync(_folder[part], Token);
        string[] names = [.. sets.Councils.Keys, .. sets.Faithfulness.Keys, .. sets.Commitments.Keys, .. sets.Conversations.Keys];
        Assert.Equal(part.Split('/')[0].Replace(".jsonl", "", StringComparison.Ordinal), Assert.Single(names));
    }

    [Fact]
    public async Task Inputs_take_the_place_of_the_turns()
    {
        _folder.Write("in/2026-03-12.json", Variant(7));
        var sets = await new EvalSetReader(_folder["in"]).ReadAsync(_folder["raad"], Token);
        Assert.Equal("hm", sets.Councils["raad"][0].Input.Turns[3].Text);
    }

    [Fact]
    public async Task A_malformed_line_is_told_with_its_file_and_number()
    {
        _folder.Write("faithfulness.nl.jsonl", File.ReadAllText(_folder["faithfulness.nl.jsonl"]).Replace("\"label\": \"unsupported\"", "\"label\" \"unsupported\"", StringComparison.Ordinal));
        var problem = await _folder.ProblemAsync();
        Assert.Equal((ProblemKind.Input, "2", _folder["faithfulness.nl.jsonl"]), (problem.Kind, problem.Details[1], problem.Details[0]));
        Assert.Contains("Regel 2", problem.Say(CultureInfo.GetCultureInfo("nl-NL")));
        Assert.Contains("Line 2", problem.Say(CultureInfo.GetCultureInfo("en-GB")));
    }

    [Fact]
    public async Task A_missing_field_is_told_with_its_line()
    {
        _folder.Write("commitments.nl.jsonl", "{\"id\": \"c\", \"text\": \"Ja.\", \"label\": \"none\"}\n\n{\"id\": \"d\", \"label\": \"none\"}\n");
        var problem = await _folder.ProblemAsync();
        Assert.Equal(("eval.syntax", "3"), (problem.Code, problem.Details[1]));
    }

    [Fact]
    public async Task A_field_of_the_wrong_kind_is_named()
    {
        _folder.Write("raad/2026-03-12/gold.json", "{\"items\": [],\n \"turnItem\": [],\n \"itemBoundaries\": [\"x\"]}");
        var problem = await _folder.ProblemAsync();
        Assert.Equal(("eval.field", "3", "itemBoundaries[0]"), (problem.Code, problem.Details[1], problem.Details[2]));
    }

    [Fact]
    public async Task An_id_that_comes_twice_and_a_label_that_does_not_exist_are_told()
    {
        const string Line = "{\"id\": \"c\", \"text\": \"Ja.\", \"label\": \"none\"}";
        _folder.Write("commitments.nl.jsonl", $"{Line}\n{Line}\n");
        Assert.Equal(("eval.twice", "2", "c"), Of(await _folder.ProblemAsync()));
        _folder.Write("commitments.nl.jsonl", Line.Replace("none", "maybe", StringComparison.Ordinal));
        Assert.Equal(("eval.label", "1", "maybe"), Of(await _folder.ProblemAsync()));

        static (string, string, string) Of(Problem problem) => (problem.Code, problem.Details[1], problem.Details[2]);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_or_holds_nothing_is_told()
    {
        Directory.Delete(_folder.Path, recursive: true);
        Assert.Equal("eval.noFolder", (await _folder.ProblemAsync()).Code);
        Directory.CreateDirectory(_folder.Path);
        Assert.Equal("eval.nothing", (await _folder.ProblemAsync()).Code);
    }

    [Fact]
    public async Task A_set_without_its_turns_is_told()
    {
        File.Delete(_folder["raad/2026-03-12/turns.jsonl"]);
        Assert.Equal("eval.missing", (await _folder.ProblemAsync()).Code);
    }

    [Fact]
    public async Task Inputs_that_do_not_fit_are_told()
    {
        Assert.Equal("eval.noFolder", (await _folder.ProblemAsync(_folder["nergens"])).Code);
        _folder.Write("in/2026-03-12.json", Variant(6));
        Assert.Equal("eval.turns", (await _folder.ProblemAsync(_folder["in"])).Code);
        _folder.Write("in/2026-03-12.json", Variant(7));
        _folder.Write("in/2026-03-13.json", Variant(7));
        var problem = await _folder.ProblemAsync(_folder["in"]);
        Assert.Equal(("eval.unknownId", "2026-03-13"), (problem.Code, problem.Details[0]));
    }

    public void Dispose() => _folder.Dispose();

    private static string Variant(int turns) =>
        $$"""{"agenda": [{"number": "1", "title": "Opening"}], "turns": [{{string.Join(", ", Enumerable.Repeat("{\"speaker\": \"spk01\", \"text\": \"hm\"}", turns))}}]}""";
}
