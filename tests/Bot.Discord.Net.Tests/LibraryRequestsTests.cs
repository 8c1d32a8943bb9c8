using System.Net;
using Discord;
using Discord.Net;

namespace Bot.Discord.Net.Tests;

public sealed class LibraryRequestsTests
{
    [Theory]
    [InlineData(HttpStatusCode.BadRequest, DiscordErrorCode.InvalidFormBody, "Invalid Form Body", true)]
    [InlineData(HttpStatusCode.Unauthorized, null, null, true)]
    [InlineData(HttpStatusCode.Forbidden, null, "Missing Access", true)]
    [InlineData(HttpStatusCode.Forbidden, null, null, false)]
    [InlineData(HttpStatusCode.BadGateway, null, "Bad Gateway", false)]
    public void An_error_is_permanent_only_with_a_reason_from_Discord(HttpStatusCode status, DiscordErrorCode? code, string? reason, bool isPermanent)
    {
        Assert.Equal(isPermanent, LibraryRequests.IsRefusal(new HttpException(status, null!, code, reason)));
    }

    [Fact]
    public void Failures_of_the_network_are_transient_and_those_of_the_program_are_not()
    {
        Assert.True(LibraryRequests.IsTransient(new HttpRequestException()));
        Assert.True(LibraryRequests.IsTransient(new TimeoutException()));
        Assert.True(LibraryRequests.IsTransient(new OperationCanceledException()));
        Assert.False(LibraryRequests.IsTransient(new InvalidOperationException()));
    }
}
