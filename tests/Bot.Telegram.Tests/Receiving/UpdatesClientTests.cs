using System.Net;
using Bot.Telegram.Api;
using Bot.Telegram.Receiving;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram.Tests.Receiving;

public sealed class UpdatesClientTests
{
    [Fact]
    public async Task Each_update_is_read_by_itself()
    {
        var updates = await GetAsync($$$"""{"ok":true,"result":[{{{Some.Json(5)}}},{"update_id":6,"message":"none"},{"update_id":"7"},8]}""");

        Assert.Equal([(5, true), (6, false)], updates.Select(u => (u.Id, u.Update is not null)));
    }

    [Theory]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}""", 429, "Too Many Requests", 3)]
    [InlineData("""{"ok":false,"error_code":401,"description":"Unauthorized"}""", 401, "Unauthorized", null)]
    public async Task A_refusal_says_what_the_server_said(string answer, int code, string description, int? wait)
    {
        var refusal = await Assert.ThrowsAnyAsync<ApiRequestException>(() => GetAsync(answer, (HttpStatusCode)code));

        Assert.Equal((code, description, wait), (refusal.ErrorCode, refusal.Message, refusal.Parameters?.RetryAfter));
    }

    [Theory]
    [InlineData("""{"ok":false,"error_code":[],"parameters":{"retry_after":"soon"}}""")]
    [InlineData("""{"ok":false,"parameters":[]}""")]
    [InlineData("<html>Bad gateway</html>")]
    public async Task A_refusal_that_is_none_of_the_apis_is_a_failure_of_the_network(string answer)
    {
        Assert.IsType<RequestException>(await Assert.ThrowsAnyAsync<RequestException>(() => GetAsync(answer, HttpStatusCode.BadGateway)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task What_is_no_answer_of_the_api_is_a_failure_of_the_network(string answer)
    {
        Assert.IsType<RequestException>(await Assert.ThrowsAnyAsync<RequestException>(() => GetAsync(answer)));
    }

    private static async Task<IReadOnlyList<ParsedUpdate>> GetAsync(string answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var server = new Server(answer, status);
        using var http = new HttpClient(server);
        return await new UpdatesClient(new BotApiClient(http, new TelegramBotClientOptions("123456:ABC"), TimeSpan.FromSeconds(65), TimeProvider.System), new UpdateReader(Some.Parser)).GetAsync(5, 0, _ => true, TestContext.Current.CancellationToken);
    }

    private sealed class Server(string answer, HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(answer) });
    }
}
