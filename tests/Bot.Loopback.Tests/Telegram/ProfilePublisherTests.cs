using Bot.Loopback.Telegram;

namespace Bot.Loopback.Tests.Telegram;

public sealed class ProfilePublisherTests : ServerTest
{
    private static object Command(string command, string description = "Says who it is") => new { command, description };

    private Task<string> RefusedAsync(params object[] commands) => Client.ErrorAsync("setMyCommands", new { commands });

    [Fact]
    public async Task Commands_are_kept_by_scope_and_language()
    {
        await Client.ResultAsync("setMyCommands", new { commands = new[] { Command("who") } });
        await Client.ResultAsync("setMyCommands", new { commands = new[] { Command("/ask", "Питає") }, language_code = "uk", scope = new { type = "all_private_chats" } });
        await Client.ResultAsync("setMyCommands", new { commands = new[] { Command("help") }, scope = new { type = "chat", chat_id = 5 } });

        Assert.Equal("""[{"command":"who","description":"Says who it is"}]""", (await Client.ResultAsync("getMyCommands")).ToJsonString());
        Assert.Equal([new BotCommand("ask", "Питає")], Server.Commands("all_private_chats", "uk"));
        Assert.Equal([new BotCommand("help", "Says who it is")], Server.Commands("chat:5"));
        Assert.Equal("[]", (await Client.ResultAsync("getMyCommands", new { language_code = "uk" })).ToJsonString());
    }

    [Fact]
    public async Task Deleted_commands_are_gone()
    {
        await Client.ResultAsync("setMyCommands", new { commands = new[] { Command("who") } });
        await Client.ResultAsync("deleteMyCommands");

        Assert.Empty(Server.Commands());
    }

    [Theory]
    [InlineData("Who", "x", "BOT_COMMAND_INVALID")]
    [InlineData("who-is", "x", "BOT_COMMAND_INVALID")]
    [InlineData("хто", "x", "BOT_COMMAND_INVALID")]
    [InlineData("/", "x", "command must be non-empty")]
    [InlineData("who", " ", "command description must be non-empty")]
    public async Task A_command_has_a_plain_name_and_a_description(string command, string description, string error)
    {
        Assert.Equal("400 Bad Request: " + error, await RefusedAsync(Command(command, description)));
    }

    [Fact]
    public async Task Commands_and_their_parts_have_lengths()
    {
        Assert.Equal("400 Bad Request: command length must not exceed 32", await RefusedAsync(Command(new string('a', 33))));
        Assert.Equal("400 Bad Request: command description length must not exceed 256", await RefusedAsync(Command("a", new string('x', 257))));
        Assert.Equal("400 Bad Request: BOT_COMMANDS_TOO_MUCH", await RefusedAsync([.. Enumerable.Range(1, 101).Select(i => Command($"c{i}"))]));
        await Client.ResultAsync("setMyCommands", new { commands = Enumerable.Range(1, 100).Select(i => Command($"c{i}", new string('x', 256))) });
    }

    [Theory]
    [InlineData("setMyCommands")]
    [InlineData("setMyDescription")]
    [InlineData("setMyShortDescription")]
    [InlineData("setMyName")]
    public async Task A_language_has_two_letters(string method)
    {
        Assert.Equal("400 Bad Request: invalid language code specified", await Client.ErrorAsync(method, new { language_code = "zh-hant" }));
        Assert.Equal("400 Bad Request: invalid language code specified", await Client.ErrorAsync(method, new { language_code = "UK" }));
        await Client.ResultAsync(method, new { language_code = "zh" });
    }

    [Theory]
    [InlineData("Description", "description", 512, "DESCRIPTION_TOO_LONG")]
    [InlineData("ShortDescription", "short_description", 120, "ABOUT_TOO_LONG")]
    [InlineData("Name", "name", 64, "FIRSTNAME_INVALID")]
    public async Task What_the_bot_says_of_itself_is_kept_by_language_and_has_a_length(string method, string parameter, int longest, string error)
    {
        Dictionary<string, string> Text(string text, string language) => new() { [parameter] = text, ["language_code"] = language };

        await Client.ResultAsync("setMy" + method, Text(new string('x', longest), ""));
        await Client.ResultAsync("setMy" + method, Text("Факти", "uk"));

        Assert.Equal("400 Bad Request: " + error, await Client.ErrorAsync("setMy" + method, Text(new string('x', longest + 1), "")));
        Assert.Equal("Факти", (await Client.ResultAsync("getMy" + method, new { language_code = "uk" }))[parameter]!.ToString());
        Assert.Equal(new string('x', longest), (await Client.ResultAsync("getMy" + method))[parameter]!.ToString());
        Assert.Equal("Факти", Server.ProfileText(parameter, "uk"));
    }
}
