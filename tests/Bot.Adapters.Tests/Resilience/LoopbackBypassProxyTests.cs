using System.Net;
using Bot.Adapters.Resilience;

namespace Bot.Adapters.Tests.Resilience;

public sealed class LoopbackBypassProxyTests
{
    private static readonly LoopbackBypassProxy s_proxy = new(new WebProxy("http://proxy.example.org:3128"));

    [Theory]
    [InlineData("http://127.0.0.1:8081/")]
    [InlineData("http://127.1.2.3/")]
    [InlineData("http://localhost:8081/")]
    [InlineData("http://LOCALHOST./")]
    [InlineData("https://bot.localhost/")]
    [InlineData("http://[::1]:8081/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("ws://127.0.0.1:9000/gateway")]
    [InlineData("wss://localhost/gateway")]
    public void This_machine_is_reached_without_the_proxy(string address)
    {
        Assert.True(s_proxy.IsBypassed(new Uri(address)));
        Assert.Null(s_proxy.GetProxy(new Uri(address)));
    }

    [Theory]
    [InlineData("https://api.telegram.org/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://localhost.example.org/")]
    [InlineData("http://notlocalhost/")]
    [InlineData("http://128.0.0.1/")]
    [InlineData("http://[::2]/")]
    [InlineData("wss://gateway.discord.gg/")]
    public void Anything_else_is_reached_through_the_proxy(string address)
    {
        Assert.False(s_proxy.IsBypassed(new Uri(address)));
        Assert.Equal(new Uri("http://proxy.example.org:3128"), s_proxy.GetProxy(new Uri(address)));
    }

    [Fact]
    public void What_the_proxy_leaves_out_itself_stays_left_out()
    {
        var proxy = new LoopbackBypassProxy(new WebProxy("http://proxy.example.org:3128", BypassOnLocal: false, ["internal\\.example\\.org"]));

        Assert.True(proxy.IsBypassed(new Uri("http://internal.example.org/")));
    }
}
