using System.Text;
using Bot.Loopback.Discord;

namespace Bot.Loopback.Tests.Discord;

public sealed class RestTests : ServerTest
{
    private const string Commands = """
        [{"name":"who","description":"Who?","name_localizations":{"uk":"хто"},"description_localizations":{"uk":"Хто?"},
          "options":[{"type":3,"name":"name","description":"The name","name_localizations":{"uk":"імя"}}]}]
        """;

    private protected override DiscordServerOptions Options => new() { Time = Time, Shards = 3, MaxConcurrency = 2, SessionStarts = 1000, SessionStartsUsed = 1 };

    [Fact]
    public async Task The_gateway_is_returned()
    {
        Assert.Equal(
            $$$"""{"url":"{{{Server.GatewayUrl}}}","session_start_limit":{"max_concurrency":2,"remaining":999,"reset_after":86400000,"total":1000},"shards":3}""",
            (await Bot.JsonAsync("GET", "gateway/bot")).ToJsonString());
        Bot.Http.DefaultRequestHeaders.Remove("Authorization");
        Assert.Equal($$"""200 {"url":"{{Server.GatewayUrl}}"}""", await Bot.TextAsync("GET", "gateway"));
    }

    [Fact]
    public async Task The_application_and_the_bot_are_returned()
    {
        var application = await Bot.JsonAsync("GET", "applications/@me");
        Assert.Equal(("1140000000000000042", Server.PublicKey, 64), ((string?)application["id"], (string?)application["verify_key"], Server.PublicKey.Length));
        Assert.True((bool)(await Bot.JsonAsync("GET", "users/@me"))["bot"]!);
    }

    [Theory]
    [InlineData("GET", "gateway/bots", """404 {"message":"404: Not Found","code":0}""")]
    [InlineData("GET", "channels/1/messages", """404 {"message":"404: Not Found","code":0}""")]
    [InlineData("GET", "/", """404 {"message":"404: Not Found","code":0}""")]
    [InlineData("POST", "gateway/bot", """405 {"message":"405: Method Not Allowed","code":0}""")]
    [InlineData("GET", "applications/7/commands", """403 {"message":"You are not authorized to perform this action on this application","code":20012}""")]
    [InlineData("POST", "interactions/1/token/callback", """400 {"message":"Invalid Form Body","code":50035,"errors":{"_errors":[{"code":"CONTENT_TYPE_INVALID","message":"Expected \u0022Content-Type\u0022 header to be one of {'application/json'}."}]}}""")]
    public async Task What_there_is_not_is_refused(string method, string path, string answer) =>
        Assert.Equal(answer.Replace("\\u0022", "\\\"", StringComparison.Ordinal), await Bot.TextAsync(method, path));

    [Theory]
    [InlineData("Bot other")]
    [InlineData("Bearer T")]
    [InlineData("T")]
    [InlineData(null)]
    public async Task Without_the_token_there_is_no_answer(string? authorization)
    {
        Bot.Http.DefaultRequestHeaders.Remove("Authorization");
        if (authorization is not null)
        {
            Bot.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization.Replace("T", Server.Options.Token, StringComparison.Ordinal));
        }

        Assert.Equal("""401 {"message":"401: Unauthorized","code":0}""", await Bot.TextAsync("GET", "gateway/bot"));
        Assert.Equal(1, Server.InvalidRequests);
    }

    [Theory]
    [InlineData("Mozilla/5.0", false)]
    [InlineData("DiscordBot", false)]
    [InlineData("DiscordBot (https://example.com)", false)]
    [InlineData("DiscordBot (https://example.com, 1)", true)]
    [InlineData("DiscordBot (https://example.com, 1.0) dotnet/10", true)]
    public async Task The_user_agent_names_a_bot_with_address_and_version(string agent, bool isTaken)
    {
        Bot.Http.DefaultRequestHeaders.Remove("User-Agent");
        Bot.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);

        var answer = await Bot.TextAsync("GET", "gateway");
        Assert.Equal(isTaken, answer.StartsWith("200", StringComparison.Ordinal));
        if (!isTaken)
        {
            Assert.Equal("""403 {"message":"internal network error","code":40333}""", answer);
            Assert.Equal([$"GET gateway: no valid User-Agent: {agent}"], Server.Problems);
        }
    }

    [Fact]
    public async Task A_body_must_be_json_and_say_so()
    {
        var path = $"applications/{Server.ApplicationId}/commands";
        Assert.Equal("""400 {"message":"The request body contains invalid JSON.","code":50109}""", await Bot.TextAsync("PUT", path, "[{"));
        Assert.Equal("""400 {"message":"The request body contains invalid JSON.","code":50109}""", await Bot.TextAsync("PUT", path, ""));
        using var form = new StringContent("[]", Encoding.UTF8, "text/plain");
        using var answer = await Bot.Http.PutAsync(new Uri(path, UriKind.Relative), form, Deadline);

        Assert.Contains("50035", await answer.Content.ReadAsStringAsync(Deadline), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_the_api_is_a_problem()
    {
        Assert.StartsWith("404", await Bot.TextAsync("GET", "/api/v9/gateway"));
        Assert.Equal(["GET /api/v9/gateway: not version 10 of the API"], Server.Problems);
    }

    [Fact]
    public async Task Commands_are_registered_and_keep_their_identifiers()
    {
        await Bot.RegisterAsync(Commands);
        var first = Server.RegisteredCommands()[0]!;
        await Bot.RegisterAsync(Commands.Replace("Who?", "Who now?", StringComparison.Ordinal));
        var second = Assert.Single(await Server.WaitForCommandsAsync(Deadline))!;

        Assert.Equal((string?)first["id"], (string?)second["id"]);
        Assert.NotEqual((string?)first["version"], (string?)second["version"]);
        Assert.Equal("Who now?", (string?)second["description"]);
    }

    [Fact]
    public async Task Commands_of_a_guild_are_its_own()
    {
        await Bot.RegisterAsync(Commands, "guilds/5/");

        Assert.Empty(Server.RegisteredCommands());
        Assert.Equal("5", (string?)Server.RegisteredCommands(5)[0]!["guild_id"]);
        Assert.Single((await Bot.JsonAsync("GET", $"applications/{Server.ApplicationId}/guilds/5/commands")).AsArray());
    }

    [Fact]
    public async Task Localizations_are_returned_only_when_asked_for()
    {
        await Bot.RegisterAsync(Commands);
        var path = $"applications/{Server.ApplicationId}/commands";

        var full = (await Bot.JsonAsync("GET", path + "?with_localizations=true"))[0]!;
        Assert.Equal("хто", (string?)full["name_localizations"]!["uk"]);
        var plain = (await Bot.JsonAsync("GET", path))[0]!;
        Assert.Null(plain["name_localizations"]);
        Assert.Null(plain["options"]![0]!["name_localizations"]);
        Assert.Null(plain["name_localized"]);
        Bot.Http.DefaultRequestHeaders.Add("X-Discord-Locale", "uk");
        var localized = (await Bot.JsonAsync("GET", path))[0]!;
        Assert.Equal(("хто", "імя"), ((string?)localized["name_localized"], (string?)localized["options"]![0]!["name_localized"]));
    }

    [Fact]
    public async Task Wrong_commands_are_refused()
    {
        Assert.StartsWith("""400 {"message":"Invalid Form Body","code":50035,"errors":{""", await Bot.TextAsync("PUT", $"applications/{Server.ApplicationId}/commands", """[{"name":""}]"""));
        Assert.Empty(Server.RegisteredCommands());
    }

    [Fact]
    public async Task Calls_are_remembered()
    {
        await Bot.RegisterAsync("[]");

        var call = Assert.Single(await Server.Calls.WaitForAsync("PUT applications/*/commands", 1, Deadline));
        Assert.Equal(("PUT", "[]", 200, "[]"), (call.Method, call.Body!.ToJsonString(), call.Status, call.Answer));
        Assert.Equal("Bot " + Server.Options.Token, call.Headers["authorization"]);
    }
}
