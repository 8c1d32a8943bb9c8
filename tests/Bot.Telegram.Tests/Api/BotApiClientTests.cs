using System.Net;
using Bot.Telegram.Api;
using Bot.Telegram.Receiving;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Tests.Api;

public sealed class BotApiClientTests
{
    private static readonly TelegramBotClientOptions s_options = new("123456:ABC");

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_falls_silent_before_or_in_an_answer_is_given_up_in_time(bool hasHeaders)
    {
        using var server = new SilentServer(hasHeaders);
        using var http = new HttpClient(server);
        var call = new BotApiClient(http, s_options, TimeSpan.FromSeconds(30), _time)
            .CallAsync(new GetMeRequest(), BotApiJson.Result<User>, TestContext.Current.CancellationToken);
        await server.Asked;

        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        var failure = await Assert.ThrowsAsync<RequestException>(() => call);
        Assert.Equal("TimeoutException: There was no complete answer within 30 s.", ApiRequestSender.Summary(failure));
    }

    [Fact]
    public async Task An_answer_without_end_is_given_up_at_the_bound()
    {
        var body = new EndlessStream();
        using var http = new HttpClient(new Server(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) })) { MaxResponseContentBufferSize = BotApiClient.MaxAnswerBytes };

        await Assert.ThrowsAsync<RequestException>(() => new BotApiClient(http, s_options, TimeSpan.FromSeconds(30), _time)
            .CallAsync(new GetMeRequest(), BotApiJson.Result<User>, TestContext.Current.CancellationToken));

        Assert.InRange(body.Given, BotApiClient.MaxAnswerBytes, BotApiClient.MaxAnswerBytes + (1 << 20));
    }

    [Fact]
    public async Task Updates_that_are_too_large_for_one_answer_come_in_smaller_ones()
    {
        var limits = new List<string>();
        using var server = new Server(request =>
        {
            var limit = System.Text.Json.JsonDocument.Parse(request).RootElement.GetProperty("limit").ToString();
            limits.Add(limit);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = limit == "25" ? new StringContent($$"""{"ok":true,"result":[{{Some.Json(5)}}]}""") : new StreamContent(new EndlessStream()) };
        });
        using var http = new HttpClient(server) { MaxResponseContentBufferSize = 1 << 20 };
        var client = new UpdatesClient(new BotApiClient(http, s_options, TimeSpan.FromSeconds(65), _time), new UpdateReader(Some.Parser));

        var updates = await client.GetAsync(5, 50, _ => true, TestContext.Current.CancellationToken);

        Assert.Equal([5], updates.Select(u => u.Id));
        Assert.Equal(["100", "50", "25"], limits);
    }

    [Theory]
    [InlineData(502, "<html><body>Bad Gateway</body></html>", "The answer is not one of the Bot API (502 BadGateway). JsonException: ")]
    [InlineData(407, "Proxy Authentication Required", "The answer is not one of the Bot API (407 ProxyAuthenticationRequired). JsonException: ")]
    [InlineData(404, "Not Found", "The answer is not one of the Bot API (404 NotFound). JsonException: ")]
    [InlineData(502, "{}", "The answer is not one of the Bot API (502 BadGateway).")]
    [InlineData(200, "<html>", "The answer is not one of the Bot API (200 OK). JsonException: ")]
    public async Task An_answer_that_is_none_of_the_Bot_API_is_named_by_its_status(int status, string body, string summary)
    {
        using var http = new HttpClient(new Server(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) }));

        var failure = await Assert.ThrowsAsync<RequestException>(() => new BotApiClient(http, s_options, TimeSpan.FromSeconds(30), _time)
            .CallAsync(new GetMeRequest(), BotApiJson.Result<User>, TestContext.Current.CancellationToken));

        Assert.StartsWith(summary, ApiRequestSender.Summary(failure), StringComparison.Ordinal);
        Assert.DoesNotContain("123456:ABC", ApiRequestSender.Summary(failure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("getMe", 404, true)]
    [InlineData("getUpdates", 404, true)]
    [InlineData("sendMessage", 404, false)]
    [InlineData("deleteWebhook", 404, false)]
    [InlineData("sendMessage", 401, true)]
    public async Task A_token_is_invalid_where_the_code_says_so_or_a_method_is_missing_that_every_server_has(string method, int code, bool isInvalid)
    {
        IRequest request = method switch
        {
            "getMe" => new GetMeRequest(),
            "getUpdates" => new GetUpdatesRequest(),
            "deleteWebhook" => new DeleteWebhookRequest(),
            _ => new SendMessageRequest { ChatId = 5, Text = "x" },
        };
        using var http = new HttpClient(new Server(_ => new HttpResponseMessage((HttpStatusCode)code) { Content = new StringContent($$"""{"ok":false,"error_code":{{code}},"description":"Not Found"}""") }));

        var rejection = await Assert.ThrowsAnyAsync<ApiRequestException>(() => new BotApiClient(http, s_options, TimeSpan.FromSeconds(30), _time)
            .CallAsync(request, BotApiJson.IsOk, TestContext.Current.CancellationToken));

        Assert.Equal((code, isInvalid), (rejection.ErrorCode, rejection is InvalidTokenException));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_named()
    {
        var cause = new System.Security.Authentication.AuthenticationException("The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot");
        using var http = new HttpClient(new Server(_ => throw new HttpRequestException("The SSL connection could not be established, see inner exception.", cause)));

        var failure = await Assert.ThrowsAsync<RequestException>(() => new BotApiClient(http, s_options, TimeSpan.FromSeconds(30), _time)
            .CallAsync(new GetMeRequest(), BotApiJson.Result<User>, TestContext.Current.CancellationToken));

        Assert.Equal(
            "HttpRequestException: The SSL connection could not be established. The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot",
            ApiRequestSender.Summary(failure));
    }

    private sealed class Server(Func<string, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(await request.Content!.ReadAsStringAsync(cancellationToken));
    }

    private sealed class SilentServer(bool hasHeaders) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _asked.SetResult();
            if (!hasHeaders)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new SilentStream()) };
        }
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

        public override bool CanSeek => false;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override bool CanSeek => false;

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var spaces = new byte[1 << 16];
            while (true)
            {
                await destination.WriteAsync(spaces, cancellationToken);
                Given += spaces.Length;
            }
        }
    }
}
