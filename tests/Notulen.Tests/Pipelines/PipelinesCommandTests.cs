using System.CommandLine;
using System.Globalization;
using Notulen.App.Commands;
using Xunit;

namespace Notulen.Tests.Pipelines;

public class PipelinesCommandTests
{
    [Fact]
    public void Check_of_good_pipelines_ends_with_0_and_names_them()
    {
        var (code, output, _) = Run("check");
        Assert.Equal(0, code);
        Assert.Contains("raad (Gemeenteraad)", output);
    }

    [Fact]
    public void Check_of_wrong_pipelines_ends_with_2_and_lists_every_mistake()
    {
        var folder = PipelineFolder.With(("a.yaml", "title: A\nx: 1\n"), ("b.yaml", "title: B\ny: 1\n"));
        var (code, _, errors) = Run("check", folder);
        Assert.Equal(2, code);
        Assert.Contains("a.yaml, line 2", errors);
        Assert.Contains("b.yaml, line 2", errors);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var command = PipelinesCommand.Create(CultureInfo.GetCultureInfo("en"), PipelineFolder.OfCheckout);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = command.Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }
}
