using System.Text.Json.Nodes;
using Bot.Answers;
using Bot.Discord.Configuration;
using Bot.Discord.Logging;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class CommandTests : DiscordTest
{
    private const ulong Talks = 1_200_000_000_000_000_000;
    private const string Put = "PUT applications/*/commands";
    private const string Get = "GET applications/*/commands";

    [Fact]
    public async Task The_commands_are_registered_everywhere_in_all_languages()
    {
        await StartReadyBotAsync();

        var commands = Server.RegisteredCommands().OfType<JsonObject>().ToList();

        Assert.Equal([.. SampleBase.Answerer.ListCommands("en").Select(c => c.Name), CheckMessage], commands.Select(c => c["name"]!.GetValue<string>()));
        Assert.All(commands, command =>
        {
            Assert.Equal("[0,1]", command["integration_types"]!.ToJsonString());
            Assert.Equal("[0,1,2]", command["contexts"]!.ToJsonString());
            Assert.Equal(["en-US", "en-GB", "zh-CN", "zh-TW", "ru", "uk"], Keys(command["name_localizations"]));
        });
        var slash = commands.Where(c => c["type"]!.GetValue<int>() == 1).ToList();
        Assert.Equal(commands.Count - 1, slash.Count);
        Assert.All(slash, command =>
        {
            Assert.Equal(["en-US", "en-GB", "zh-CN", "zh-TW", "ru", "uk"], Keys(command["description_localizations"]));
            Assert.All(command["options"]!.AsArray(), option =>
            {
                Assert.Equal(["en-US", "en-GB", "zh-CN", "zh-TW", "ru", "uk"], Keys(option!["name_localizations"]));
                Assert.Equal(["en-US", "en-GB", "zh-CN", "zh-TW", "ru", "uk"], Keys(option["description_localizations"]));
            });
        });
        Assert.Single(await Server.Calls.WaitForAsync(Put, 1, Deadline));
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount, "everywhere"), Deadline);
    }

    [Fact]
    public async Task Commands_that_a_reload_brings_are_registered_and_those_that_it_takes_are_not()
    {
        var answerer = new Answerer(OtherBase.Bare);
        await StartReadyBotAsync(answerer);
        Assert.Equal(["ask", "timeline", "who", "source", "fact", "help", "about", CheckMessage], Registered());

        await answerer.SwitchToAsync(OtherBase.LoadWith("examples: { who: p-ferries }"), Deadline);
        await answerer.SwitchToAsync(OtherBase.WithSides, Deadline);
        await Server.Calls.WaitForAsync(Put, 2, Deadline);
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount, "everywhere"), Deadline);
        Assert.Contains("reactions", Registered());

        await answerer.SwitchToAsync(OtherBase.Bare, Deadline);
        await Server.Calls.WaitForAsync(Put, 3, Deadline);
        await Log.WaitUntilAsync(() => Log.Of(Kind.Logged(DiscordEvents.CommandsRegistered)).Count == 3, Deadline);
        Assert.DoesNotContain("reactions", Registered());
        Assert.Equal(3, Server.Calls.Of(Put).Count);

        IEnumerable<string> Registered() => Server.RegisteredCommands().OfType<JsonObject>().Select(c => c["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("en-US", "ask", "who", "name", "private", "Check against the facts")]
    [InlineData("en-GB", "ask", "who", "name", "private", "Check against the facts")]
    [InlineData("zh-TW", "提問", "人物", "姓名", "私密", "對照事實查核")]
    [InlineData("zh-CN", "提问", "人物", "姓名", "私密", "对照事实核查")]
    [InlineData("ru", "вопрос", "кто", "имя", "лично", "Сверить с фактами")]
    [InlineData("uk", "питання", "хто", "ім'я", "приватно", "Звірити з фактами")]
    public async Task Each_reader_finds_the_commands_under_names_in_their_language(string locale, string ask, string who, string name, string hidden, string check)
    {
        await StartReadyBotAsync();
        var rea = new DiscordUser(51, "Rea", locale);

        Assert.Equal([ask, who, check], Server.RegisteredCommands().OfType<JsonObject>()
            .Where(c => c["name"]!.GetValue<string>() is "ask" or "who" or CheckMessage)
            .Select(c => c["name_localizations"]![locale]!.GetValue<string>()));
        Assert.True((await RunAsync(rea, who, new JsonObject { [name] = "Lavrov", [hidden] = true })).IsEphemeral);
        Assert.NotEmpty(Title(await Channel.CheckMessage(rea, check, Question).MessageAsync(Deadline)));
    }

    [Fact]
    public async Task A_second_start_with_the_same_commands_registers_nothing()
    {
        var first = await StartReadyBotAsync();
        await first.StopAsync(Deadline);
        PassIdentifyPause();

        StartBot();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsUpToDate, CommandCount), Deadline);
        await Server.WaitForConnectionsAsync(all => all is [{ IsOpen: false }, { SessionId: not null }], Deadline);
        await AskAsync();
        Assert.Single(await Server.Calls.WaitForAsync(Put, 1, Deadline));
        Assert.All(Server.Calls.Of(Get), call => Assert.Equal("?with_localizations=true", call.Query));
    }

    [Fact]
    public async Task What_Discord_fills_in_or_leaves_out_is_no_change()
    {
        var first = await StartReadyBotAsync();
        await first.StopAsync(Deadline);

        // Another order, and no translations that say no more than the default: both mean the same.
        var commands = Bare(Server.RegisteredCommands());
        foreach (var command in commands.OfType<JsonObject>())
        {
            foreach (var part in (JsonObject[])[command, .. command["options"]?.AsArray().OfType<JsonObject>() ?? []])
            {
                foreach (var text in (string[])["name", "description"])
                {
                    foreach (var locale in (string[])["en-US", "en-GB"])
                    {
                        (part[text + "_localizations"] as JsonObject)?.Remove(locale);
                    }
                }
            }
        }

        await ServeAsync(Options with { Commands = new JsonArray([.. commands.Reverse().Select(c => c!.DeepClone())]) });
        StartBot();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsUpToDate, CommandCount), Deadline);
        Assert.Empty(Server.Calls.Of(Put));
    }

    [Theory]
    [InlineData("description")]
    [InlineData("option")]
    [InlineData("language")]
    [InlineData("required")]
    [InlineData("context")]
    [InlineData("missing")]
    [InlineData("foreign")]
    public async Task Commands_that_have_changed_are_overwritten(string change)
    {
        var first = await StartReadyBotAsync();
        await first.StopAsync(Deadline);
        var right = Server.RegisteredCommands();
        var commands = Bare(right);
        var ask = commands[0]!.AsObject();
        switch (change)
        {
            case "description":
                ask["description"] = "Ask the oracle";
                break;
            case "option":
                ask["options"]![0]!["name"] = "riddle";
                break;
            case "language":
                ask["name_localizations"]!["uk"] = "загадка";
                break;
            case "required":
                ask["options"]![0]!["required"] = false;
                break;
            case "context":
                ask["contexts"] = new JsonArray(0);
                break;
            case "missing":
                commands.RemoveAt(3);
                break;
            default:
                commands.Clear();
                commands.Add((JsonNode)new JsonObject { ["name"] = "ping", ["description"] = "Somebody else's" });
                break;
        }

        await ServeAsync(Options with { Commands = commands });
        StartBot();

        var registered = await Server.WaitForCommandsAsync(Deadline);
        Assert.Equal(Bare(right).ToJsonString(), Bare(registered).ToJsonString());
    }

    [Fact]
    public async Task With_a_server_of_its_own_the_commands_are_registered_there_alone()
    {
        StartBot(options: new DiscordOptions { Token = Token, ApiUrl = Server.ApiUrl, GuildId = "1200000000000000000" });
        await Server.WaitForReadyAsync(1, Deadline);
        await Server.WaitForCommandsAsync(Deadline);

        Assert.Empty(Server.RegisteredCommands());
        Assert.Empty(Server.Calls.Of(Put));
        var put = Assert.Single(await Server.Calls.WaitForAsync("PUT applications/*/guilds/*/commands", 1, Deadline));
        Assert.Equal($"applications/{Server.ApplicationId}/guilds/1200000000000000000/commands", put.Path);
        Assert.Equal(CommandCount, $"{put.Body!.AsArray().Count}");
        Assert.All(put.Body.AsArray(), command =>
        {
            Assert.False(command!.AsObject().ContainsKey("contexts"));
            Assert.False(command.AsObject().ContainsKey("integration_types"));
        });
        await AskAsync();
        Assert.Throws<ChoiceNotOfferedException>(() => Server.Guild(Talks + (1UL << 40), "Elsewhere").Channel(7).Run(Ann, "about"));
        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRegistered, CommandCount, "1200000000000000000"), Deadline);
    }

    [Fact]
    public async Task A_second_start_in_a_server_of_its_own_registers_nothing()
    {
        var options = new DiscordOptions { Token = Token, ApiUrl = Server.ApiUrl, GuildId = "1200000000000000000" };
        var first = StartBot(options: options);
        await Server.WaitForCommandsAsync(Deadline);
        await first.StopAsync(Deadline);
        PassIdentifyPause();

        StartBot(options: options);

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsUpToDate, CommandCount), Deadline);
        Assert.Single(await Server.Calls.WaitForAsync("PUT applications/*/guilds/*/commands", 1, Deadline));
    }

    [Fact]
    public async Task Commands_that_Discord_refuses_are_logged_and_the_registered_ones_are_answered()
    {
        ExpectsErrors = true;
        await ServeAsync(Options with
        {
            Commands = [new JsonObject { ["name"] = "about", ["description"] = "Of an earlier version" }],
        });
        Server.Faults.Next(Put, Fault.Of(400, 50035, "Invalid Form Body"));

        StartBot();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRejected, "400", "Invalid Form Body"), Deadline);
        await Server.WaitForReadyAsync(1, Deadline);
        Assert.Equal("About this bot", Title(await RunAsync(Ann, "about")));
        Assert.Single(await Server.Calls.WaitForAsync(Put, 1, Deadline));
    }

    [Fact]
    public async Task Commands_that_may_not_be_read_are_logged_and_the_bot_goes_on()
    {
        ExpectsErrors = true;
        await ServeAsync(Options with
        {
            Commands = [new JsonObject { ["name"] = "about", ["description"] = "Of an earlier version" }],
        });
        Server.Faults.Next(Get, Fault.Of(403, 20012, "You are not authorized to perform this action on this application"));

        StartBot();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.CommandsRejected, "403"), Deadline);
        await Server.WaitForReadyAsync(1, Deadline);
        Assert.Equal("About this bot", Title(await RunAsync(Ann, "about")));
        Assert.Empty(Server.Calls.Of(Put));
    }

    [Fact]
    public async Task An_app_whose_interactions_go_elsewhere_is_reported()
    {
        ExpectsErrors = true;
        Server.Faults.Next("GET applications/@me", Fault.Answers(new JsonObject { ["id"] = "1140000000000000042", ["verify_key"] = "", ["interactions_endpoint_url"] = "https://elsewhere.example/interactions" }));

        await StartReadyBotAsync();

        await Log.WaitForAsync(Kind.Logged(DiscordEvents.InteractionsSentElsewhere, "https://elsewhere.example/interactions", "Remove the Interactions Endpoint URL in the developer portal (General Information), or "), Deadline);
    }

    private static IEnumerable<string> Keys(JsonNode? node) => node!.AsObject().Select(p => p.Key);

    // The commands without what Discord gives them.
    private static JsonArray Bare(JsonArray commands)
    {
        var bare = (JsonArray)commands.DeepClone();
        foreach (var command in bare.OfType<JsonObject>())
        {
            foreach (var name in (string[])["id", "application_id", "version", "guild_id"])
            {
                command.Remove(name);
            }
        }

        return bare;
    }
}
