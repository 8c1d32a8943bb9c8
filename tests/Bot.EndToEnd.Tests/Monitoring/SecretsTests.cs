using Bot.Discord.Logging;
using Bot.EndToEnd.Tests.Discord;
using Bot.Loopback.Discord;
using Bot.Loopback.Telegram;
using Fault = Bot.Loopback.Discord.Fault;
using TelegramFault = Bot.Loopback.Telegram.Fault;

namespace Bot.EndToEnd.Tests.Monitoring;

/// <summary>Whatever goes wrong, all that the program writes and serves holds no secret, and at the usual log levels nothing that a user wrote or is.</summary>
public sealed class SecretsTests : MonitoringTest
{
    private const string WebhookSecret = "the-secret-of-the-webhook_7319";

    // Words that no fact has, so that they come from nowhere but the question.
    private const string Asked = "Whatsoever Xylophonist Quibbled?";

    private static readonly DiscordUser s_dora = new(987_654_321_012, "Dora Unnamed");

    private readonly int _port = FreePort.Take();

    private protected override TelegramServerOptions TelegramOptions => new() { Token = TelegramToken, IsLocal = true };

    [Theory]
    [InlineData("Information", false, false)]
    [InlineData("Debug", false, false)]
    [InlineData("Trace", false, true)]
    [InlineData("Information", true, false)]
    [InlineData("Trace", true, true)]
    public async Task Nothing_that_is_written_or_served_tells_a_secret(string level, bool isByWebhook, bool isProcess)
    {
        ExpectsErrors = true;
        PlanFaults();
        (string, string?)[] variables =
        [
            ("Discord__Token", null),
            ("Discord__TokenFile", Secret("discord", Token + "\n")),
            ("Telegram__Token", null),
            ("Telegram__TokenFile", Secret("telegram", TelegramToken + "\r\n")),
            ("Logging__LogLevel__Default", level),
            .. level == "Information" ? [] : Libraries(level),
            ("Http__Urls", $"http://127.0.0.1:{_port}"),
            .. isByWebhook ? Webhook() : [],
        ];
        IProgram program = isProcess ? StartProcess(variables) : Start(variables);
        await ListeningAsync();
        await WaitUntilReadyAsync();
        var served = new List<string>();

        await Task.WhenAll(AskOnTelegramAsync(Asked), Channel.RunUntilAnsweredAsync(s_dora, "ask", new() { ["question"] = Asked }, Deadline));
        PlanCutAnswers();
        var answered = AskOnTelegramAsync("/who " + Asked);
        await Telegram.WaitForInlineAnswerAsync(Telegram.AskInline(Tess, Asked), Deadline);
        await ServedAsync(served);
        Server.Gateway.SendRaw($$$"""{"op":0,"t":"INTERACTION_CREATE","s":1,"d":{"id":"{{{TokenSecret}}}"}}""");
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.PayloadSkipped), Deadline);
        Server.Gateway.CutInFrame();
        await Server.WaitForResumesAsync(1, Deadline);
        await answered;
        await ServedAsync(served);
        Server.ResetToken();
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.ShardRejected, "shard 0"), Deadline);
        await ServedAsync(served);
        Assert.Equal(0, await program.TerminateAsync(Deadline));

        var all = string.Join('\n', [.. Log.Lines, .. served]);
        foreach (var secret in (string[])[TokenSecret, TelegramSecret, WebhookSecret])
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }

        // Somebody who asks for traces of the libraries gets them; the bot itself tells nothing of users at any level.
        foreach (var users in (string[])["Xylophonist", "Quibbled", $"{Tess.Id}", "Tess", $"{s_dora.Id}", "Dora"])
        {
            Assert.DoesNotContain(users, all, StringComparison.Ordinal);
        }

        Assert.Contains("bot_answers_total", all, StringComparison.Ordinal);
        Assert.Contains("\"status\":\"unhealthy\"", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_is_refused_tells_no_secret()
    {
        ExpectsErrors = true;
        Telegram.Faults.Next("setWebhook", TelegramFault.Of(400, "Bad Request: bad webhook: secret token is unallowed"), times: 100);
        Server.ResetToken();

        Assert.Equal(4, await Start([("Http__Urls", $"http://127.0.0.1:{_port}"), .. Webhook()]).EndedAsync(Deadline));

        Assert.DoesNotContain(Log.Lines, line => line.Contains(WebhookSecret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_missing_ends_the_process_with_exit_code_2_and_names_key_and_path()
    {
        Assert.Equal(2, await Start(("Discord__Token", null), ("Discord__TokenFile", "/nowhere/token")).EndedAsync(Deadline));

        Assert.Equal(["Discord:TokenFile is '/nowhere/token', which does not exist; create it with the secret in it, or fix the path"], Log.Lines);
    }

    private static (string, string?)[] Libraries(string level) => [("Logging__LogLevel__Microsoft", level), ("Logging__LogLevel__System", level)];

    private (string, string?)[] Webhook() =>
    [
        ("Telegram__Webhook__Url", $"http://127.0.0.1:{_port}/telegram"),
        ("Telegram__Webhook__SecretTokenFile", Secret("webhook", WebhookSecret)),
    ];

    private string Secret(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private void PlanFaults()
    {
        (string Method, TelegramFault[] Faults)[] telegram =
        [
            ("getMe", [TelegramFault.BadGateway(), TelegramFault.Cut()]),
            ("setWebhook", [TelegramFault.InternalError(), TelegramFault.Cut()]),
            ("getUpdates", [TelegramFault.Conflict(), TelegramFault.Garbage(), TelegramFault.TooManyRequests(0)]),
            ("sendMessage", [TelegramFault.TooManyRequests(0), TelegramFault.InternalError()]),
        ];
        foreach (var (method, faults) in telegram)
        {
            foreach (var fault in faults)
            {
                Telegram.Faults.Next(method, fault);
            }
        }

        (string Route, Fault[] Faults)[] discord =
        [
            ("GET gateway/bot", [Fault.Page(502), Fault.Cut(), Fault.RateLimited(0.1)]),
            ("PUT applications/*/commands", [Fault.Garbage()]),
            (Callback, [Fault.Page(502), Fault.Cut(), Fault.RateLimited(0.1)]),
        ];
        foreach (var (route, faults) in discord)
        {
            foreach (var fault in faults)
            {
                Server.Faults.Next(route, fault);
            }
        }
    }

    // Apart from the others of the same method, because each failure of one answer doubles the wait for the next attempt.
    private void PlanCutAnswers()
    {
        Telegram.Faults.Next("sendMessage", TelegramFault.Cut());
        Telegram.Faults.Next("sendMessage", TelegramFault.Garbage());
    }

    private async Task ServedAsync(List<string> served)
    {
        foreach (var path in (string[])["/metrics", "/health/ready", "/health/live"])
        {
            served.Add((await GetAsync(path)).Text);
        }
    }
}
