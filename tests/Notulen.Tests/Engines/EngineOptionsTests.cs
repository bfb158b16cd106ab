using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Notulen.Core.Problems;
using Notulen.Engines;
using Notulen.Engines.Supervision;
using Xunit;

namespace Notulen.Tests.Engines;

public class EngineOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8000")]
    [InlineData("http://localhost:8000/whisper")]
    public void A_server_on_this_machine_needs_no_permission(string url) => Assert.Null(Check(("Speech:Url", url)));

    [Fact]
    public void A_host_that_is_not_on_the_list_is_refused_by_name() =>
        Assert.Contains("gpu.voorbeeld.nl", Check(("Speech:Url", "http://gpu.voorbeeld.nl:8000")));

    [Fact]
    public void A_private_host_on_the_list_is_accepted() =>
        Assert.Null(Check(("Language:Url", "http://10.1.2.3:8000"), ("AllowedHosts:0", "10.1.2.3")));

    [Fact]
    public void A_public_address_needs_a_second_permission()
    {
        Assert.Contains("AllowPublicHosts", Check(("Language:Url", "https://8.8.8.8"), ("AllowedHosts:0", "8.8.8.8")));
        Assert.Null(Check(("Language:Url", "https://8.8.8.8"), ("AllowedHosts:0", "8.8.8.8"), ("AllowPublicHosts", "true")));
    }

    [Theory]
    [InlineData("ftp://localhost/")]
    [InlineData("http://user:geheim@localhost/")]
    [InlineData("localhost")]
    public void An_address_of_another_kind_is_refused_without_repeating_it(string url)
    {
        var problem = Check(("Speech:Url", url));

        Assert.Contains("Engines:Speech:Url", problem);
        Assert.DoesNotContain("geheim", problem);
    }

    [Theory]
    [InlineData("Attempts", "0", "De instelling Engines:Attempts staat op 0; toegestaan is 1 tot en met 10.")]
    [InlineData("Speech:WindowsInFlight", "1000", "De instelling Engines:Speech:WindowsInFlight staat op 1000; toegestaan is 1 tot en met 64.")]
    [InlineData("Threads", "veel", "De instelling Engines:Threads staat op \"veel\"; dat moet een geheel getal zijn.")]
    [InlineData("AllowPublicHosts", "ja", "De instelling Engines:AllowPublicHosts staat op \"ja\"; dat moet true of false zijn.")]
    public void A_value_that_is_not_allowed_stops_the_start_with_what_is(string name, string value, string sentence) =>
        Assert.Contains(sentence, Check((name, value)));

    [Theory]
    [InlineData("http://[fd00::5]:8000", "fd00::5")]
    [InlineData("http://[fd00::5]:8000", "[fd00::5]")]
    public void A_host_may_be_an_IPv6_address_with_or_without_brackets(string url, string allowed) =>
        Assert.Null(Check(("Speech:Url", url), ("AllowedHosts:0", allowed)));

    [Fact]
    public void A_key_that_cannot_be_read_stops_the_start()
    {
        Assert.Contains("Engines:Speech:KeyFile", Check(("Speech:Url", "http://127.0.0.1:8000"), ("Speech:KeyFile", "/no/such/key")));
        Assert.Contains("Engines:Language:KeyVariable", Check(("Language:Url", "http://127.0.0.1:8000"), ("Language:KeyVariable", "NO_SUCH_KEY")));
        Assert.Null(Check(("Language:Url", "http://127.0.0.1:8000"), ("Language:KeyVariable", "PATH")));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("192.168.4.5", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("2001:4860:4860::8888", false)]
    public void Private_addresses_are_told_from_public_ones(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, PrivateAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_to_a_public_address_is_not_connected_to()
    {
        var problem = await Assert.ThrowsAsync<NotulenException>(
            async () => await PrivateAddresses.ConnectAsync(new DnsEndPoint("8.8.8.8", 80), allowPublic: false, TestContext.Current.CancellationToken));

        Assert.Equal("engine.public", problem.Problem.Code);
    }

    private static string? Check(params (string Name, string Value)[] settings)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Engines:" + setting.Name, (string?)setting.Value)))
            .Build();
        using var provider = new ServiceCollection().AddLogging(logging => logging.ClearProviders()).AddNotulenEngines(configuration).BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptions<EngineOptions>>().Value;
            return null;
        }
        catch (OptionsValidationException exception)
        {
            return exception.Message;
        }
    }
}
