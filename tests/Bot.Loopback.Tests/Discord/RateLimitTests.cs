using System.Net;
using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class RateLimitTests : ServerTest
{
    private protected override DiscordServerOptions Options => new()
    {
        Time = Time,
        RouteLimit = 2,
        RouteWindow = TimeSpan.FromSeconds(2),
        GlobalLimit = 3,
        MaxInvalidRequests = 4,
    };

    private async Task<string> LimitsAsync(string path = "users/@me")
    {
        using var answer = await Bot.SendAsync("GET", path);
        return string.Join(' ', answer.Headers.Where(h => h.Key.StartsWith("X-RateLimit-", StringComparison.Ordinal)).OrderBy(h => h.Key).Select(h => $"{h.Key[12..]}={h.Value.First()}"));
    }

    [Fact]
    public async Task A_route_tells_its_limit_and_refuses_what_is_too_much()
    {
        Assert.Equal("Bucket=user_me Limit=2 Remaining=1 Reset=1739880002.000 Reset-After=2.000", await LimitsAsync());
        Time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal("Bucket=user_me Limit=2 Remaining=0 Reset=1739880002.000 Reset-After=1.500", await LimitsAsync());
        using var answer = await Bot.SendAsync("GET", "users/@me");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("2", answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal("user", answer.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal("""{"message":"You are being rate limited.","retry_after":1.5,"global":false}""", await answer.Content.ReadAsStringAsync(Deadline));
        Assert.Equal(1, Server.InvalidRequests);
        Time.Advance(TimeSpan.FromMilliseconds(1500));
        Assert.StartsWith("200", await Bot.TextAsync("GET", "users/@me"));
    }

    [Fact]
    public async Task All_routes_together_have_a_limit()
    {
        await LimitsAsync("users/@me");
        await LimitsAsync("gateway/bot");
        await LimitsAsync("applications/@me");
        Assert.Equal("Global=true Scope=global", await LimitsAsync("gateway/bot"));
        Assert.StartsWith("404", await Bot.TextAsync("POST", "interactions/1/x/callback", "{}"));
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.StartsWith("200", await Bot.TextAsync("GET", "applications/@me"));
    }

    [Fact]
    public async Task Too_many_invalid_requests_end_in_a_ban()
    {
        Bot.Http.DefaultRequestHeaders.Remove("Authorization");
        for (var i = 0; i < 4; i++)
        {
            await Bot.TextAsync("GET", i < 2 ? "users/@me" : "gateway/bot");
        }

        using var answer = await Bot.SendAsync("GET", "gateway");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("X-RateLimit", StringComparison.Ordinal));
        Assert.Equal("600", answer.Headers.GetValues("Retry-After").Single());
        Time.Advance(TimeSpan.FromMinutes(10));
        Assert.StartsWith("200", await Bot.TextAsync("GET", "gateway"));
    }

    [Theory]
    [InlineData(RateLimitScope.User, "users/@me", 1)]
    [InlineData(RateLimitScope.User, "gateway", 0)]
    [InlineData(RateLimitScope.Global, "gateway/bot", 1)]
    [InlineData(RateLimitScope.Global, "gateway", 0)]
    [InlineData(null, "gateway", 1)]
    public async Task Who_comes_again_too_early_is_a_problem(RateLimitScope? scope, string path, int problems)
    {
        Server.Faults.Next("GET users/@me", scope is null ? Fault.Banned(2) : Fault.RateLimited(2, scope.Value));
        await Bot.TextAsync("GET", "users/@me");
        Time.Advance(TimeSpan.FromMilliseconds(1900));
        await Bot.TextAsync("GET", path);
        Assert.Equal(problems, Server.Problems.Count);
        Time.Advance(TimeSpan.FromMilliseconds(100));
        await Bot.TextAsync("GET", path);

        Assert.Equal(problems, Server.Problems.Count);
        if (problems > 0)
        {
            Assert.Equal($"GET {path}: came 0.1 s before a 429 allows it", Server.Problems[0]);
        }
    }

    [Theory]
    [InlineData(RateLimitScope.User, 1)]
    [InlineData(RateLimitScope.Shared, 0)]
    [InlineData(RateLimitScope.Global, 1)]
    public async Task A_shared_limit_does_not_count_against_the_bot(RateLimitScope scope, int counted)
    {
        Server.Faults.Next("GET gateway", Fault.RateLimited(1, scope));
        await Bot.TextAsync("GET", "gateway");

        Assert.Equal(counted, Server.InvalidRequests);
    }
}
