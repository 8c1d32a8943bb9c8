using System.Text.Json.Nodes;
using Bot.Loopback.Discord;

namespace Bot.EndToEnd.Tests.Discord;

public class CompletionTests : DiscordTest
{
    [Theory]
    [InlineData("en-US", "who", "name", "zelenskyy", "Volodymyr Zelensky")]
    [InlineData("en-US", "who", "name", "Зеленс", "Volodymyr Zelensky")]
    [InlineData("en-GB", "who", "name", "ушак", "Yuri Ushakov")]
    [InlineData("zh-TW", "who", "name", "泽连", "弗拉基米爾·澤倫斯基")]
    [InlineData("zh-TW", "who", "name", "Ushak", "尤里·鄂夏柯夫")]
    [InlineData("zh-CN", "who", "name", "鄂夏", "尤里·乌沙科夫")]
    [InlineData("ru", "who", "name", "пєск", "Дмитрий Песков")]
    [InlineData("uk", "who", "name", "ПЕСК", "Дмитро Пєсков")]
    [InlineData("ru", "positions", "topic", "nato", "Членство в НАТО")]
    [InlineData("uk", "reactions", "country", "germ", "Німеччина")]
    [InlineData("en-US", "timeline", "topic", "calls", "Telephone calls")]
    [InlineData("en-US", "help", "command", "ti", "/timeline")]
    public async Task What_is_typed_in_any_language_and_spelling_is_completed_in_the_readers(string locale, string command, string option, string typed, string choice)
    {
        await StartReadyBotAsync();

        var response = await Channel.Type(new DiscordUser(33, "Tia", locale), command, new JsonObject { [option] = typed }, option).ResponseAsync(Deadline);

        Assert.Contains(response.ChoiceNames, name => name.StartsWith(choice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("zh-TW")]
    [InlineData("zh-CN")]
    [InlineData("ru")]
    [InlineData("uk")]
    [InlineData("de")]
    public async Task Before_anything_is_typed_every_option_offers_something_that_can_be_asked(string locale)
    {
        await StartReadyBotAsync();
        var tia = new DiscordUser(33, "Tia", locale);
        (string Command, string Option)[] options =
            [("ask", "question"), ("timeline", "when"), ("timeline", "topic"), ("who", "name"), ("source", "source"), ("positions", "topic"), ("reactions", "country"), ("fact", "id"), ("help", "command")];

        foreach (var (command, option) in options)
        {
            var offered = await Channel.Type(tia, command, [], option).ResponseAsync(Deadline);
            Assert.InRange(offered.Choices.Count, 1, 25);
            Assert.Equal(offered.Choices.Count, offered.ChoiceNames.Distinct().Count());
            foreach (var choice in (JsonObject[])[offered.Choices[0], offered.Choices[^1]])
            {
                var answer = await RunAsync(tia, command, new JsonObject { [option] = choice["value"]!.DeepClone() });
                Assert.DoesNotContain(Title(answer), (string[])["The base does not say", "That could not be read"]);
            }
        }
    }

    [Fact]
    public async Task Typing_beside_other_options_completes_the_one_that_is_typed()
    {
        await StartReadyBotAsync();

        var response = await Channel.Type(Ann, "timeline", new JsonObject { ["when"] = "12 Feb", ["topic"] = "nat" }, "topic").ResponseAsync(Deadline);

        Assert.Contains("NATO membership", response.ChoiceNames);
        Assert.DoesNotContain(response.ChoiceNames, name => name.Contains("February", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_autocompletion_of_what_there_is_not_offers_nothing()
    {
        await StartReadyBotAsync();
        var nonsense = Command("nonsense", new JsonObject { ["type"] = 3, ["name"] = "what", ["value"] = "x", ["focused"] = true });
        nonsense["type"] = 4;
        var nothing = Command("who", new JsonObject { ["type"] = 3, ["name"] = "name", ["value"] = "x" });
        nothing["type"] = 4;

        Assert.Empty((await Server.SendRaw(nonsense).ResponseAsync(Deadline)).Choices);
        Assert.Empty((await Server.SendRaw(nothing).ResponseAsync(Deadline)).Choices);
    }
}
