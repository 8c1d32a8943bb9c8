using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Bot.EndToEnd.Tests.Discord;
using Bot.Loopback.Discord;
using Bot.Loopback.Telegram;

namespace Bot.EndToEnd.Tests.Packaging;

/// <summary>What only the published program has to do; the rest of what a process does is tested of it by the same tests as of the built one.</summary>
[Trait("Program", "Published")]
public sealed class PublishedTests : IAsyncLifetime
{
    private const string Question = "How long did the Riyadh talks last?";
    private const string AnswerToQuestion = "lasted about 4.5 hours, according to Politico.";

    private static readonly TelegramUser s_ann = new(11, "Ann", "en", "ann");
    private static readonly DiscordUser s_bob = new(12, "Bob", "en-GB");

    private readonly string _program = TestedProgram.RequirePublished();
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-tests-");
    private readonly CapturedLog _log = new();
    private TelegramServer _telegram = null!;
    private DiscordServer _discord = null!;

    private CancellationToken Deadline => _deadline.Token;

    public async ValueTask InitializeAsync()
    {
        _deadline.CancelAfter(TimeSpan.FromSeconds(60));
        _telegram = await TelegramServer.StartAsync(cancellation: Deadline);
        _discord = await DiscordServer.StartAsync(null, Deadline);
    }

    public async ValueTask DisposeAsync()
    {
        var problems = _telegram.Problems.Concat(_discord.Problems).ToList();
        await _telegram.DisposeAsync();
        await _discord.DisposeAsync();
        _folder.Delete(recursive: true);
        _deadline.Dispose();
        Assert.Empty(problems);
        Assert.Empty(_log.Faults);
    }

    [Fact]
    public void It_is_one_small_binary_with_its_native_library_and_the_facts_beside_it()
    {
        var folder = new FileInfo(_program).Directory!;

        Assert.Equal(["Bot", "facts", "libsodium.so", "words.vec"], folder.EnumerateFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.InRange(new FileInfo(_program).Length, 1_000_000, 40_000_000);
        Assert.Equal("\u007fELF"u8.ToArray(), File.ReadAllBytes(_program)[..4]);
        Assert.Equal(Facts(Repository.Facts), Facts(Path.Combine(folder.FullName, "facts")));
        Assert.All(folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories), f => Assert.False(f.UnixFileMode.HasFlag(UnixFileMode.OtherWrite), f.FullName));
    }

    [Fact]
    public async Task It_finds_the_facts_beside_itself()
    {
        await using var bot = Start([], "facts", "check");

        Assert.Equal(0, await bot.EndedAsync(Deadline));

        Assert.StartsWith(Path.Combine(Path.GetDirectoryName(_program)!, "facts") + ": ", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_answers_on_both_platforms()
    {
        await using var bot = Start(Platforms);
        await _discord.WaitForReadyAsync(1, Deadline);
        await _discord.WaitForCommandsAsync(Deadline);

        Assert.Contains(AnswerToQuestion, await AskTelegramAsync(), StringComparison.Ordinal);
        Assert.Contains(AnswerToQuestion, await AskDiscordAsync(), StringComparison.Ordinal);

        Assert.Equal(0, await bot.TerminateAsync(Deadline));
    }

    // The client library chooses the type of these by a word in the JSON, in a way that the compiler cannot see.
    [Theory]
    [InlineData("forward_origin", """{"type":"user","date":1739880000,"sender_user":{"id":5,"is_bot":false,"first_name":"Eve"}}""")]
    [InlineData("forward_origin", """{"type":"hidden_user","date":1739880000,"sender_user_name":"Eve"}""")]
    [InlineData("forward_origin", """{"type":"chat","date":1739880000,"sender_chat":{"id":-1005,"type":"supergroup","title":"Talk"}}""")]
    [InlineData("forward_origin", """{"type":"channel","date":1739880000,"message_id":3,"chat":{"id":-1006,"type":"channel","title":"News"}}""")]
    [InlineData("external_reply", """{"origin":{"type":"hidden_user","date":1739880000,"sender_user_name":"Eve"},"paid_media":{"star_count":1,"paid_media":[{"type":"preview","width":1},{"type":"photo","photo":[]}]}}""")]
    [InlineData("chat_background_set", """{"type":{"type":"fill","dark_theme_dimming":1,"fill":{"type":"solid","color":1}}}""")]
    [InlineData("chat_background_set", """{"type":{"type":"chat_theme","theme_name":"x"}}""")]
    [InlineData("rich_message", """{"blocks":[{"type":"paragraph","text":{"type":"bold","text":"x"}},{"type":"paragraph","text":["x",{"type":"italic","text":"y"}]}]}""")]
    [InlineData("rich_message", """{"blocks":[{"type":"of next year","text":"x"},{"type":"paragraph","text":{"type":"of next year","text":"x"}}]}""")]
    [InlineData("reply_markup", """{"inline_keyboard":[[{"text":"x","callback_data":"y"}]]}""")]
    public async Task It_reads_every_kind_of_message(string property, string json)
    {
        await using var bot = Start(Platforms);
        var update = JsonNode.Parse($$$"""
            {"message":{"message_id":1,"date":1739880000,"text":"{{{Question}}}",
            "from":{"id":11,"is_bot":false,"first_name":"Ann","language_code":"en"},"chat":{"id":11,"type":"private","first_name":"Ann"},
            "{{{property}}}":{{{json}}}}}
            """)!.AsObject();
        var chat = _telegram.PrivateChat(s_ann);

        _telegram.SendRaw(update);

        Assert.Contains(AnswerToQuestion, (await chat.WaitForBotMessagesAsync(1, Deadline))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_tells_systemd_that_it_is_ready_lives_and_stops()
    {
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        var address = Path.Combine(_folder.FullName, "notify");
        systemd.Bind(new UnixDomainSocketEndPoint(address));
        var variables = new Dictionary<string, string>(Platforms) { ["NOTIFY_SOCKET"] = address, ["WATCHDOG_USEC"] = "1000000" };
        await using var bot = Start(variables);

        Assert.Contains("READY=1\nWATCHDOG=1\n", await HeardAsync(systemd, "READY=1"), StringComparison.Ordinal);
        await HeardAsync(systemd, "WATCHDOG=1");
        var ended = bot.TerminateAsync(Deadline);
        await HeardAsync(systemd, "STOPPING=1");
        Assert.Equal(0, await ended);
    }

    private Dictionary<string, string> Platforms => new()
    {
        ["Telegram__Token"] = _telegram.Options.Token,
        ["Telegram__ApiUrl"] = _telegram.Url,
        ["Discord__Token"] = _discord.Options.Token,
        ["Discord__ApiUrl"] = _discord.ApiUrl,
        ["Http__Urls"] = $"http://127.0.0.1:{FreePort.Take()}",
    };

    private static IEnumerable<string> Facts(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);

    private BotProgram Start(Dictionary<string, string> variables, params string[] arguments)
    {
        variables["Facts__Path"] = "";
        return BotProgram.Start(_folder.FullName, _log, variables, arguments: arguments);
    }

    private async Task<string> AskTelegramAsync()
    {
        var chat = _telegram.PrivateChat(s_ann);
        chat.Send(s_ann, Question);
        return (await chat.WaitForBotMessagesAsync(1, Deadline))[0].Text;
    }

    private async Task<string> AskDiscordAsync()
    {
        var channel = _discord.Guild(1_200_000_000_000_000_000, "Talks").Channel(1_200_000_000_000_000_001);
        var answer = await channel.RunUntilAnsweredAsync(s_bob, "ask", new JsonObject { ["question"] = Question }, Deadline);
        return string.Join('\n', answer.Texts);
    }

    // Reads on until something is heard that contains a text.
    private async Task<string> HeardAsync(Socket systemd, string expected)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var length = await systemd.ReceiveAsync(buffer, Deadline);
            var heard = Encoding.UTF8.GetString(buffer.AsSpan(0, length)) + '\n';
            if (heard.Contains(expected, StringComparison.Ordinal))
            {
                return heard;
            }
        }
    }
}
