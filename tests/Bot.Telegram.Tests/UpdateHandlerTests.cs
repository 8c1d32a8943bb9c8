using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Telegram.Api;
using Bot.Telegram.Rendering;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Bot.Telegram.Tests;

public sealed class UpdateHandlerTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly AdmissionControl _limits;
    private readonly HttpClient _http = new();
    private readonly UpdateHandler _handler;

    public UpdateHandlerTests()
    {
        _limits = new AdmissionControl(1, 0, 0, _time);
        var services = new AdapterServices(SampleBase.Answerer, AdapterTelemetry.None("telegram", _time), _time, Random.Shared) { Limits = _limits };
        var sender = new ApiRequestSender(new BotApiClient(_http, new TelegramBotClientOptions("123456:ABC"), TimeSpan.FromSeconds(30), TimeProvider.System), _time, Random.Shared, NullLogger.Instance, _limits, services.Telemetry);
        _handler = new UpdateHandler(new AskPipeline<TelegramPage>(services, new TelegramRenderer(SampleBase.Answerer)), sender, services);
    }

    public void Dispose()
    {
        _http.Dispose();
        _limits.Dispose();
    }

    [Theory]
    [InlineData("/about")]
    [InlineData("/ask")]
    public void A_message_over_the_limit_gets_one_notice_and_then_there_is_nothing_to_do(string text)
    {
        var update = new Update { Id = 1, Message = Some.Private(text) };

        Assert.Equal([AdmissionResult.Admitted, AdmissionResult.Rejected, null, null], Admit(update));
    }

    [Fact]
    public void A_mention_where_the_bot_is_no_member_gets_one_notice_and_then_there_is_nothing_to_do()
    {
        var message = Some.Group("@talks_bot /about");
        message.GuestQueryId = "g";

        Assert.Equal([AdmissionResult.Admitted, AdmissionResult.Rejected, null, null], Admit(new Update { Id = 1, GuestMessage = message }));
    }

    [Theory]
    [InlineData("f9fa0b8fcu2 who ~5MGk")]
    [InlineData("help")]
    public void A_press_is_always_answered(string data)
    {
        var update = new Update { Id = 1, CallbackQuery = new CallbackQuery { Id = "q", From = Some.Reader(), Message = Some.Private("Answer"), Data = data } };

        Assert.Equal([AdmissionResult.Admitted, AdmissionResult.Rejected, AdmissionResult.RejectedAgain, AdmissionResult.RejectedAgain], Admit(update));
    }

    [Fact]
    public void An_inline_query_is_always_answered()
    {
        var update = new Update { Id = 1, InlineQuery = new InlineQuery { Id = "q", From = Some.Reader(), Query = "", Offset = "" } };
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(AdmissionResult.Admitted, _handler.Admit(Some.Parser.Parse(update))?.Result);
        }

        Assert.Equal([AdmissionResult.Rejected, AdmissionResult.RejectedAgain, AdmissionResult.RejectedAgain, AdmissionResult.RejectedAgain], Admit(update));
    }

    [Fact]
    public void What_people_say_to_each_other_is_not_counted()
    {
        var talk = new Update { Id = 1, Message = Some.Group("Hello") };

        Assert.Equal([AdmissionResult.Admitted, AdmissionResult.Admitted, AdmissionResult.Admitted, AdmissionResult.Admitted], Admit(talk));
        Assert.Equal(AdmissionResult.Admitted, _handler.Admit(Some.Parser.Parse(new Update { Id = 2, Message = Some.Group("/about@talks_bot") }))?.Result);
    }

    private List<AdmissionResult?> Admit(Update update) => [.. Enumerable.Range(0, 4).Select(_ => _handler.Admit(Some.Parser.Parse(update))?.Result)];
}
