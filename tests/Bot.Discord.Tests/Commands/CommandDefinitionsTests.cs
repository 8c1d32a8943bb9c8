using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Commands;
using Bot.Discord.Wire;
using Bot.Loopback.Discord.Rules;

namespace Bot.Discord.Tests.Commands;

public sealed class CommandDefinitionsTests
{
    private static readonly string[] s_locales = ["en-US", "en-GB", "zh-CN", "zh-TW", "ru", "uk"];

    private static readonly IReadOnlyList<ApplicationCommand> s_global = CommandDefinitions.Create(SampleBase.Answerer, isGlobal: true);
    private static readonly IReadOnlyList<ApplicationCommand> s_guild = CommandDefinitions.Create(SampleBase.Answerer, isGlobal: false);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Discord_takes_the_commands(bool isGlobal)
    {
        var commands = CommandDefinitions.Create(SampleBase.Answerer, isGlobal);

        Assert.Empty(CommandValidator.Problems(commands));
        Assert.Equal("", CommandRules.Check(Json(commands)).ToString());
    }

    [Fact]
    public void Every_command_of_the_bot_is_there_and_one_for_messages()
    {
        var commands = SampleBase.Answerer.ListCommands("en");

        Assert.Equal([.. commands.Select(c => c.Name), "Check against the facts"], s_global.Select(c => c.Name));
        Assert.Equal(s_global.Select(c => c.Name), s_guild.Select(c => c.Name));
        Assert.Equal([.. Enumerable.Repeat(CommandType.Slash, commands.Length), CommandType.Message], s_global.Select(c => c.Type));
    }

    [Theory]
    [InlineData("ask", "ask ask 提问 提問 вопрос питання")]
    [InlineData("timeline", "timeline timeline 时间线 時間線 хронология хронологія")]
    [InlineData("who", "who who 人物 人物 кто хто")]
    [InlineData("source", "source source 来源 來源 источник джерело")]
    [InlineData("positions", "positions positions 立场 立場 позиции позиції")]
    [InlineData("reactions", "reactions reactions 反应 反應 реакции реакції")]
    [InlineData("corrections", "corrections corrections 更正 更正 исправления виправлення")]
    [InlineData("fact", "fact fact 事实 事實 факт факт")]
    [InlineData("help", "help help 帮助 說明 помощь довідка")]
    [InlineData("about", "about about 关于 關於 о-боте про-бота")]
    public void A_slash_command_is_called_by_a_name_of_each_language(string name, string localized)
    {
        var command = Command(name);

        Assert.Equal(s_locales, command.NameLocalizations!.Keys);
        Assert.Equal(localized, string.Join(' ', command.NameLocalizations.Values));
        Assert.Equal(s_locales, command.DescriptionLocalizations!.Keys);
        Assert.Equal(command.Description, command.DescriptionLocalizations["en-US"]);
        Assert.Equal(5, command.DescriptionLocalizations.Values.Distinct().Count());
    }

    [Theory]
    [InlineData("ask", "question* private")]
    [InlineData("timeline", "when topic private")]
    [InlineData("who", "name* private")]
    [InlineData("source", "source private")]
    [InlineData("positions", "topic private")]
    [InlineData("reactions", "country private")]
    [InlineData("corrections", "private")]
    [InlineData("fact", "id* private")]
    [InlineData("help", "command private")]
    [InlineData("about", "private")]
    public void A_slash_command_has_its_parameters_and_private_as_options(string name, string options)
    {
        Assert.Equal(options, string.Join(' ', Command(name).Options!.Select(o => o.Required ? o.Name + "*" : o.Name)));
        Assert.All(Command(name).Options!.SkipLast(1), o => Assert.Equal((OptionType.String, true), (o.Type, o.Autocomplete)));
    }

    [Fact]
    public void An_option_is_called_by_a_name_of_each_language_too()
    {
        var option = Command("timeline").Options![0];

        Assert.Equal(["when", "when", "日期", "日期", "когда", "коли"], s_locales.Select(l => option.NameLocalizations![l]));
        Assert.Equal(s_locales, option.DescriptionLocalizations!.Keys);
    }

    [Fact]
    public void Private_is_a_boolean_that_nobody_has_to_give()
    {
        var option = Command("about").Options![^1];

        Assert.Equal((OptionType.Boolean, false, false), (option.Type, option.Required, option.Autocomplete));
        Assert.Equal(["private", "private", "私密", "私密", "лично", "приватно"], s_locales.Select(l => option.NameLocalizations![l]));
        Assert.Equal(
            ["Only you see the answer", "Only you see the answer", "答案仅你可见", "只有你看得到答案", "Ответ увидите только вы", "Відповідь побачите лише ви"],
            s_locales.Select(l => option.DescriptionLocalizations![l]));
    }

    [Fact]
    public void The_message_command_has_a_name_in_each_language_and_nothing_else()
    {
        var command = s_global[^1];

        Assert.Equal(
            ["Check against the facts", "Check against the facts", "对照事实核查", "對照事實查核", "Сверить с фактами", "Звірити з фактами"],
            s_locales.Select(l => command.NameLocalizations![l]));
        Assert.Equal("", command.Description);
        Assert.Null(command.DescriptionLocalizations);
        Assert.Null(command.Options);
    }

    [Fact]
    public void Everywhere_means_in_servers_and_with_users_in_all_three_contexts()
    {
        Assert.All(Json(s_global).AsArray(), command =>
        {
            Assert.Equal("[0,1]", command!["integration_types"]!.ToJsonString());
            Assert.Equal("[0,1,2]", command["contexts"]!.ToJsonString());
        });
    }

    [Fact]
    public void In_one_server_neither_installation_nor_contexts_are_named()
    {
        Assert.All(Json(s_guild).AsArray(), command =>
        {
            Assert.False(command!.AsObject().ContainsKey("integration_types"));
            Assert.False(command.AsObject().ContainsKey("contexts"));
        });
    }

    private static ApplicationCommand Command(string name) => s_global.Single(c => c.Name == name);

    private static JsonNode Json(IReadOnlyList<ApplicationCommand> commands) => JsonSerializer.SerializeToNode(commands, InteractionJson.Default.IReadOnlyListApplicationCommand)!;
}
