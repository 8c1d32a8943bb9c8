using System.Net;
using Bot.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Rest;

// Topics, Rate Limits.
public sealed class RateLimitTrackerTests
{
    private const string User = "X-RateLimit-Scope: user";
    private const string Get = "GET applications/1/commands";
    private const string Put = "PUT applications/1/commands";
    private const string Other = "GET gateway/bot";

    private readonly FakeTimeProvider _time = new();
    private readonly RateLimitTracker _limits;

    public RateLimitTrackerTests() => _limits = new RateLimitTracker(_time);

    [Fact]
    public void Nothing_waits_that_nothing_is_known_of()
    {
        Assert.Equal(TimeSpan.Zero, _limits.Wait(Get));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(RateLimitTracker.Responses));
    }

    [Fact]
    public void What_is_used_up_waits_until_it_is_filled_again()
    {
        Note(Get, 200, "X-RateLimit-Limit: 5", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: 1.25");

        Assert.Equal(TimeSpan.FromSeconds(1.25), _limits.Wait(Get));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(Put));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(0.25), _limits.Wait(Get));
        _time.Advance(TimeSpan.FromSeconds(0.25));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(Get));
    }

    [Theory]
    [InlineData("X-RateLimit-Remaining: 1", "X-RateLimit-Reset-After: 5")]
    [InlineData("X-RateLimit-Remaining: 0")]
    [InlineData("X-RateLimit-Reset-After: 5")]
    [InlineData("X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: soon")]
    [InlineData("X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: -5")]
    [InlineData("X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: NaN")]
    [InlineData("X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: 1e300")]
    public void What_is_not_used_up_or_not_understood_does_not_wait(params string[] headers)
    {
        Note(Get, 200, headers);

        Assert.Equal(TimeSpan.Zero, _limits.Wait(Get));
    }

    [Fact]
    public void Routes_of_one_bucket_wait_together()
    {
        Note(Put, 200, "X-RateLimit-Bucket: abcd1234", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: 3");
        Assert.Equal(TimeSpan.Zero, _limits.Wait(Get));

        // Once it has said that it is of the same bucket.
        Note(Get, 200, "X-RateLimit-Bucket: abcd1234", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: 4");
        Assert.Equal(TimeSpan.FromSeconds(4), _limits.Wait(Put));
        Assert.Equal(TimeSpan.FromSeconds(4), _limits.Wait(Get));

        Note(Get, 429, 64.57, "X-RateLimit-Bucket: abcd1234", "X-RateLimit-Scope: user");
        Assert.Equal(TimeSpan.FromSeconds(64.57), _limits.Wait(Put));
    }

    [Fact]
    public void A_bucket_is_counted_apart_for_each_server_in_the_path()
    {
        Note("PUT applications/1/guilds/2/commands", 200, "X-RateLimit-Bucket: abcd1234", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: 3");
        Note("PUT applications/1/guilds/3/commands", 200, "X-RateLimit-Bucket: abcd1234", "X-RateLimit-Remaining: 4", "X-RateLimit-Reset-After: 3");

        Assert.Equal(TimeSpan.FromSeconds(3), _limits.Wait("PUT applications/1/guilds/2/commands"));
        Assert.Equal(TimeSpan.Zero, _limits.Wait("PUT applications/1/guilds/3/commands"));
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    public void A_429_makes_its_own_route_wait(string scope)
    {
        Note(Get, 429, 64.57, "Retry-After: 65", $"X-RateLimit-Scope: {scope}", "X-RateLimit-Bucket: abcd1234");

        Assert.Equal(TimeSpan.FromSeconds(64.57), _limits.Wait(Get));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(Other));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(RateLimitTracker.Responses));
    }

    [Theory]
    [InlineData("X-RateLimit-Scope: global")]
    [InlineData("X-RateLimit-Global: true")]
    public void A_global_429_makes_everything_wait_but_responses_to_interactions(string header)
    {
        Note(Get, 429, 64.57, "Retry-After: 65", header);

        Assert.Equal(TimeSpan.FromSeconds(64.57), _limits.Wait(Get));
        Assert.Equal(TimeSpan.FromSeconds(64.57), _limits.Wait(Other));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(RateLimitTracker.Responses));
    }

    [Fact]
    public void A_global_429_to_a_response_makes_all_responses_wait_and_nothing_else()
    {
        Note(RateLimitTracker.Responses, 429, 0.75, "X-RateLimit-Scope: global");

        Assert.Equal(TimeSpan.FromSeconds(0.75), _limits.Wait(RateLimitTracker.Responses));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(Get));
    }

    [Fact]
    public void Every_response_to_an_interaction_has_limits_of_its_own()
    {
        Note(RateLimitTracker.Responses, 429, 2, "X-RateLimit-Scope: user", "X-RateLimit-Bucket: abcd1234");
        Note(RateLimitTracker.Responses, 204, "X-RateLimit-Bucket: abcd1234", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset-After: 2");

        Assert.Equal(TimeSpan.Zero, _limits.Wait(RateLimitTracker.Responses));
    }

    [Theory]
    [InlineData(0.25, "3", 0.25)]
    [InlineData(null, "3", 3)]
    [InlineData(null, "0.5", 0.5)]
    [InlineData(null, null, 1)]
    [InlineData(null, "Wed, 21 Oct 2015 07:28:00 GMT", 1)]
    [InlineData(0.0, "3", 0.1)]
    public void The_body_tells_the_time_more_finely_than_the_header(double? body, string? header, double seconds)
    {
        using var response = Response(429, header is null ? [] : [$"Retry-After: {header}"]);
        _limits.Record(Get, response, body);

        Assert.Equal(TimeSpan.FromSeconds(seconds), _limits.Wait(Get));
    }

    [Fact]
    public void A_429_that_is_none_of_Discords_limits_is_a_ban_and_everything_waits()
    {
        Note(Get, 429, "Retry-After: 3600");

        Assert.Equal(TimeSpan.FromHours(1), _limits.Wait(Put));
        Assert.Equal(TimeSpan.FromHours(1), _limits.Wait(RateLimitTracker.Responses));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1e15)]
    [InlineData(1e300)]
    public void A_time_that_cannot_be_meant_is_not_believed(double body)
    {
        Note(Get, 429, body, "Retry-After: 3");

        Assert.Equal(TimeSpan.FromSeconds(3), _limits.Wait(Get));
    }

    [Fact]
    public void Of_the_limits_that_bind_a_request_the_longest_counts()
    {
        Note(Other, 429, 2, "X-RateLimit-Scope: global");
        Note(Get, 429, 5, "X-RateLimit-Scope: user");
        Note(Put, 429, 1, "X-RateLimit-Scope: user");

        Assert.Equal(TimeSpan.FromSeconds(5), _limits.Wait(Get));
        Assert.Equal(TimeSpan.FromSeconds(2), _limits.Wait(Put));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    public void After_too_many_invalid_requests_nothing_is_sent_until_the_oldest_are_forgotten(int status)
    {
        Assert.Equal(8000, RateLimitTracker.MaxInvalid);
        Repeat(RateLimitTracker.MaxInvalid - 1001, status, User);
        _time.Advance(TimeSpan.FromMinutes(4));
        Repeat(1000, status, User);
        Assert.Equal(TimeSpan.Zero, _limits.Wait(Get));

        // The last one says so, and only it.
        using var response = Response(status, ["Retry-After: 0", User]);
        Assert.True(_limits.Record(Other, response));
        Assert.False(_limits.Record(Other, response));
        Assert.Equal(TimeSpan.FromMinutes(6), _limits.Wait(Get));
        Assert.Equal(TimeSpan.FromMinutes(6), _limits.Wait(RateLimitTracker.Responses));

        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(Get));
        Assert.Equal(TimeSpan.Zero, _limits.Wait(RateLimitTracker.Responses));
    }

    [Theory]
    [InlineData(429, "X-RateLimit-Scope: shared")]
    [InlineData(404, "X-RateLimit-Scope: user")]
    [InlineData(400, "X-RateLimit-Scope: user")]
    [InlineData(500, "X-RateLimit-Scope: user")]
    [InlineData(200, "X-RateLimit-Scope: user")]
    public void What_others_used_up_and_other_refusals_are_not_counted_as_invalid(int status, string scope)
    {
        Repeat(RateLimitTracker.MaxInvalid + 1, status, scope);

        Assert.Equal(TimeSpan.Zero, _limits.Wait(Get));
    }

    private void Repeat(int count, int status, params string[] headers)
    {
        using var response = Response(status, ["Retry-After: 0", .. headers]);
        for (var i = 0; i < count; i++)
        {
            Assert.False(_limits.Record(Other, response));
        }
    }

    private void Note(string limit, int status, params string[] headers)
    {
        using var response = Response(status, headers);
        _limits.Record(limit, response);
    }

    private void Note(string limit, int status, double retryAfter, params string[] headers)
    {
        using var response = Response(status, headers);
        _limits.Record(limit, response, retryAfter);
    }

    private static HttpResponseMessage Response(int status, IEnumerable<string> headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var header in headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 2)..]));
        }

        return response;
    }
}
