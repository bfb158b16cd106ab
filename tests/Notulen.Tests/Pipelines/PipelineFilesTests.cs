using System.Globalization;
using Notulen.Core.Pipelines;
using Notulen.Core.Problems;
using Xunit;

namespace Notulen.Tests.Pipelines;

public class PipelineFilesTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly ModelNames Models = new(["klein"], ["llama", "none"]);

    [Fact]
    public void The_pipelines_of_the_checkout_are_in_order()
    {
        Assert.Empty(PipelineFiles.Check(PipelineFolder.OfCheckout()));
        var pipelines = PipelineFiles.Load(PipelineFolder.OfCheckout());
        Assert.Equal(["college", "commissie", "raad", "werkoverleg"], pipelines.All.Select(pipeline => pipeline.Name));
        Assert.All(pipelines.All, pipeline => Assert.Equal(["en", "nl"], pipeline.Cues.Keys.Order()));
        Assert.All(pipelines.All.SelectMany(pipeline => pipeline.Cues.Values), cues =>
        {
            Assert.NotEmpty(cues.AgendaItem);
            Assert.NotEmpty(cues.Invented);
            Assert.Equal(["adopted", "adopted-amended", "held-over", "noted", "rejected", "withdrawn"], cues.Outcomes.Keys.Order());
        });
    }

    [Fact]
    public void A_file_adds_to_what_it_extends_and_may_leave_phrases_out()
    {
        var folder = PipelineFolder.With(
            ("basis.yaml", "template: true\nstyle: extensive\ncues:\n  nl:\n    opening: [ik open, wij beginnen]\n"),
            ("raad.yaml", "extends: basis\ntitle: Raad\ncues:\n  nl:\n    without: [wij beginnen]\n    opening: [de raad begint]\n"));
        var raad = Assert.Single(PipelineFiles.Load(folder).All);
        Assert.Equal("extensive", raad.Style);
        Assert.Equal(["ik open", "de raad begint"], raad.Cues["nl"].Opening);
    }

    [Fact]
    public void Every_mistake_is_named_with_its_file_line_and_what_is_allowed()
    {
        var folder = PipelineFolder.With(("raad.yaml", "title: Raad\nstijl: concise\nlanguage: de\nmodels:\n  spraak: x\ncues:\n  nl:\n    opening:\n      - ik open (de\n"));
        var faults = PipelineFiles.Check(folder).Select(fault => fault.Problem.Say(English)).ToList();
        Assert.Collection(faults,
            fault => Assert.StartsWith("raad.yaml, line 2: “stijl” does not exist. Allowed: title, extends,", fault),
            fault => Assert.Equal("raad.yaml, line 3: “de” is not a valid value for language. Allowed: nl, en, auto.", fault),
            fault => Assert.Equal("raad.yaml, line 5: “models.spraak” does not exist. Allowed: speech, language, secondOpinion.", fault),
            fault => Assert.StartsWith("raad.yaml, line 9: in the phrase “ik open (de” a bracket is not closed.", fault));
    }

    [Theory]
    [InlineData("title: &a Raad\nstyle: *a\n", "pipeline.too-clever")]
    [InlineData("title: !!binary aGk=\n", "pipeline.too-clever")]
    [InlineData("title: Raad\n  style: concise\n", "pipeline.syntax")]
    [InlineData("title: Raad\ntitle: Nog een\n", "pipeline.duplicate")]
    [InlineData("title: Raad\ncues: { nl: { opening: [ik open], opening: [wij openen] } }\n", "pipeline.duplicate")]
    [InlineData("title: Raad\n\tstyle: concise\n", "pipeline.syntax")]
    [InlineData("title: [Raad]\n", "pipeline.text")]
    [InlineData("title: Raad\nmodels: tiny\n", "pipeline.group")]
    [InlineData("title: Raad\nmodels: { speech: groot }\n", "pipeline.value")]
    [InlineData("title: Raad\nlanguge: nl\n", "pipeline.near-key")]
    [InlineData("- Raad\n", "pipeline.root")]
    [InlineData("style: concise\n", "pipeline.missing")]
    [InlineData("title: Raad\nextends: basis\n", "pipeline.value")]
    [InlineData("title: Raad\nextends: raad\n", "pipeline.value")]
    [InlineData("title: Raad\naudio: { maximumHours: 900 }\n", "pipeline.value")]
    [InlineData("title: Raad\ncues: { nl: { opening: ik open } }\n", "pipeline.list")]
    [InlineData("title: Raad\ncues: { nl: { opening: [[ik open]] } }\n", "pipeline.text")]
    [InlineData("title: Raad\ncues: { nl: { opening: ['(ik|wij openen'] } }\n", "pipeline.phrase-open")]
    [InlineData("title: Raad\ncues: { nl: { opening: [''] } }\n", "pipeline.phrase-word")]
    [InlineData("title: Raad\ncues: { nl: { opening: ['… {rest}'] } }\n", "pipeline.phrase-word")]
    [InlineData("title: Raad\ncues: { nl: { without: [ik open] } }\n", "pipeline.without")]
    [InlineData("title: Raad\ncues: { nl: { opening: ['{nummer}'] } }\n", "pipeline.phrase")]
    public void A_wrong_file_is_refused(string yaml, string code)
    {
        var folder = PipelineFolder.With(("raad.yaml", yaml));
        var fault = Assert.Single(PipelineFiles.Check(folder, Models));
        Assert.Equal(code, fault.Problem.Code);
        Assert.Equal(code, Assert.Throws<NotulenException>(() => PipelineFiles.Load(folder, Models)).Problem.Code);
        // Both languages name the file and the line, and leave no place open.
        foreach (var sentence in new[] { fault.Problem.Say(English), fault.Problem.Say(CultureInfo.GetCultureInfo("nl")) })
        {
            Assert.Matches(@"^raad\.yaml, (line|regel) \d+: ", sentence);
            Assert.DoesNotMatch(@"\{\d\}|“”(?! has| heeft)", sentence);
        }
    }

    [Theory]
    [InlineData("title: Raad\nmodels: { speech: Klein, language: none }\n")]
    [InlineData("title: Raad\nmodels:\n  speech:\n  language: ~\ncues:\n  nl:\n    opening:\n")]
    public void Names_of_the_catalogue_and_what_is_left_empty_pass(string yaml) =>
        Assert.Empty(PipelineFiles.Check(PipelineFolder.With(("raad.yaml", yaml)), Models));

    [Fact]
    public void A_file_that_would_be_passed_over_is_named()
    {
        var folder = PipelineFolder.With(("raad.yaml", "title: Raad\n"), ("college.yml", "title: College\n"));
        Assert.Equal("The file college.yml is not read. Name it college.yaml.", Assert.Single(PipelineFiles.Check(folder)).Problem.Say(English));
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        var folder = PipelineFolder.With(("raad.yaml", "title: " + new string('x', 300_000)));
        Assert.Equal("pipeline.size", Assert.Single(PipelineFiles.Check(folder)).Problem.Code);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_names_that_exist()
    {
        var pipelines = PipelineFiles.Load(PipelineFolder.OfCheckout());
        var problem = Assert.Throws<NotulenException>(() => pipelines.Find("gemeenschap")).Problem;
        Assert.Contains("college, commissie, raad, werkoverleg", problem.Say(English));
    }

    [Fact]
    public void An_empty_folder_is_a_fault()
    {
        Assert.Equal("pipeline.folder", Assert.Single(PipelineFiles.Check(PipelineFolder.With())).Problem.Code);
    }
}
