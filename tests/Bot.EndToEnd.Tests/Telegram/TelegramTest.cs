using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Adapters.Limiting;
using Bot.Adapters.Monitoring;
using Bot.Adapters.Pipeline;
using Bot.Adapters.State;
using Bot.Answers;
using Bot.Loopback.Telegram;
using Bot.Telegram;
using Bot.Telegram.Configuration;

namespace Bot.EndToEnd.Tests.Telegram;

/// <summary>A stand-in of Telegram, some people, and an empty folder, for one test. What must hold in every test is checked at its end.</summary>
public abstract class TelegramTest : IAsyncLifetime
{
    private protected const string TokenSecret = "never-to-be-shown_AAHdqTcvCH1vGWJxfSeofSAs0K5PA";
    private protected const string Token = "4242:" + TokenSecret;
    private protected const int FirstUpdate = 500_000_001;
    private protected const string Question = "How long did the Riyadh talks last?";
    private protected const string AnswerToQuestion = "lasted about 4.5 hours, according to Politico.";

    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");
    private readonly List<RunningBot> _bots = [];

    private protected static TelegramUser Ann { get; } = new(11, "Ann", "en", "ann");

    private protected static TelegramUser Bob { get; } = new(12, "Bob", "en");

    private protected TelegramServer Server { get; set; } = null!;

    private protected TelegramChat AnnsChat => Server.PrivateChat(Ann);

    private protected TelegramChat BobsChat => Server.PrivateChat(Bob);

    private protected CapturedLog Log { get; } = new();

    private protected string Folder => _folder.FullName;

    /// <summary>Ends a test that waits for what never comes.</summary>
    private protected CancellationToken Deadline => _deadline.Token;

    /// <summary>Whether the log may report faults: in tests of settings that are wrong.</summary>
    private protected bool ExpectsErrors { get; set; }

    private protected virtual TelegramServerOptions Options => new() { Token = Token };

    public async ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(TimeSpan.FromSeconds(60));
        Server = await TelegramServer.StartAsync(Options, Deadline);
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
        {
            await bot.DisposeAsync();
        }

        var (problems, calls) = (Server.Problems, Server.Calls.ToList());
        await Server.DisposeAsync();
        _deadline.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);

        Assert.Empty(problems);
        Assert.DoesNotContain(Log.Lines, line => line.Contains(TokenSecret, StringComparison.Ordinal));
        if (!ExpectsErrors)
        {
            Assert.Empty(Log.Faults);
        }

        Assert.All(calls.Where(c => c.Is("sendMessage") || c.Is("editMessageText")), c => Assert.Equal("""{"is_disabled":true}""", Compact(c.Parameters["link_preview_options"])));
    }

    /// <summary>Waits for a question to be answered, and for Telegram to know it.</summary>
    private protected async Task SettleAsync(TelegramChat chat, int answers)
    {
        await chat.WaitForBotMessagesAsync(answers, Deadline);
        await Server.WaitForNoPendingUpdatesAsync(Deadline);
    }

    /// <summary>The adapter that was started last.</summary>
    private protected TelegramAdapter Adapter { get; private set; } = null!;

    /// <summary>Starts the adapter in this process.</summary>
    private protected RunningBot StartBot(Answerer? answerer = null, TimeProvider? time = null, TelegramOptions? options = null, AdmissionControl? limits = null)
    {
        time ??= TimeProvider.System;
        var services = new AdapterServices(answerer ?? SampleBase.Answerer, AdapterTelemetry.None("telegram", time), time, Random.Shared) { Loggers = Log.Loggers, StateFolder = new StateFolder(Path.Combine(Folder, "state"), ["telegram"]) };
        var adapter = Adapter = new TelegramAdapter(options ?? BotOptions, limits is null ? services : services with { Limits = limits });
        var bot = new RunningBot(adapter, adapter.RunAsync, time);
        _bots.Add(bot);
        return bot;
    }

    private protected TelegramOptions BotOptions => new() { Token = Token, ApiUrl = Server.Url };

    /// <summary>Lets somebody ask, and gives the answer.</summary>
    private protected async Task<ChatMessage> AskAsync(TelegramChat chat, string text, TelegramUser? by = null)
    {
        var before = chat.BotMessages.Count;
        chat.Send(by ?? chat.User!, text);
        return (await chat.WaitForBotMessagesAsync(before + 1, Deadline))[before];
    }

    /// <summary>
    /// Waits until everything that was sent before has been seen by the bot: somebody else asks, and is answered. What another chat
    /// still waits for stays open.
    /// </summary>
    private protected async Task BarrierAsync()
    {
        var chat = Server.PrivateChat(new TelegramUser(99, "Zoe", "en"));
        await AskAsync(chat, "/about");
    }

    /// <summary>An update written by hand.</summary>
    private protected static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    /// <summary>The update of a private message, written by hand.</summary>
    private protected static JsonObject Message(TelegramUser from, int id, string text, int? updateId = null)
    {
        var update = Json($$$"""
            {"message":{"message_id":{{{id}}},"date":1739880000,
            "from":{"id":{{{from.Id}}},"is_bot":false,"first_name":"{{{from.FirstName}}}","language_code":"{{{from.LanguageCode}}}"},
            "chat":{"id":{{{from.Id}}},"type":"private","first_name":"{{{from.FirstName}}}"},
            "text":{{{JsonSerializer.Serialize(text)}}}}}
            """);
        if (updateId is not null)
        {
            update["update_id"] = updateId;
        }

        return update;
    }

    /// <summary>Calls the Bot API with the bot's token, as somebody else who has it.</summary>
    private protected async Task<JsonNode> CallAsync(string method, string parameters)
    {
        using var http = new HttpClient();
        using var content = new StringContent(parameters, System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri($"{Server.Url}/bot{Token}/{method}"), content, Deadline);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Deadline))!["result"]!;
    }

    // What came as JSON in a form field is text here.
    private protected static string Compact(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonNode.Parse(value.GetValue<string>())!.ToJsonString(),
        null => "",
        _ => node.ToJsonString(),
    };
}
