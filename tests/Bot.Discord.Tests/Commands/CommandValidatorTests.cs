using System.Globalization;
using System.Text.Json;
using Bot.Discord.Commands;
using Bot.Discord.Wire;
using Bot.Loopback.Discord.Rules;

namespace Bot.Discord.Tests.Commands;

// Interactions, Application Commands. What is found here is what Discord refuses, and the other way round.
public sealed class CommandValidatorTests
{
    private static readonly ApplicationCommand s_slash = new() { Name = "who", Description = "Text" };
    private static readonly ApplicationCommand s_message = new() { Type = CommandType.Message, Name = "Check" };
    private static readonly CommandOption s_option = new() { Type = OptionType.String, Name = "name", Description = "Text" };

    [Theory]
    [InlineData("who", true)]
    [InlineData("о-боте", true)]
    [InlineData("ім'я", true)]
    [InlineData("時間線_2", true)]
    [InlineData("", false)]
    [InlineData("Who", false)]
    [InlineData("Кто", false)]
    [InlineData("who is", false)]
    [InlineData("who?", false)]
    [InlineData("/who", false)]
    [InlineData("who\n", false)]
    [InlineData("🙂", false)]
    public void A_name_of_a_slash_command_or_option_has_lower_case_letters_and_digits(string name, bool isRight)
    {
        Assert.Equal(isRight, Passes(s_slash with { Name = name }));
        Assert.Equal(isRight, Passes(s_slash with { NameLocalizations = In("ru", name) }));
        Assert.Equal(isRight, Passes(With(s_option with { Name = name })));
        Assert.Equal(isRight, Passes(With(s_option with { NameLocalizations = In("uk", name) })));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void A_name_has_at_most_32_characters(int length, bool isRight)
    {
        var name = new string('a', length);

        Assert.Equal(isRight, Passes(s_slash with { Name = name }));
        Assert.Equal(isRight, Passes(s_slash with { NameLocalizations = In("zh-TW", name) }));
        Assert.Equal(isRight, Passes(With(s_option with { Name = name })));
        Assert.Equal(isRight, Passes(s_message with { Name = name }));
        Assert.Equal(isRight, Passes(s_message with { NameLocalizations = In("zh-CN", name) }));
    }

    [Theory]
    [InlineData("Check against the facts", true)]
    [InlineData("對照事實查核", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    public void A_name_of_a_message_command_may_have_capitals_and_spaces(string name, bool isRight)
    {
        Assert.Equal(isRight, Passes(s_message with { Name = name }));
        Assert.Equal(isRight, Passes(s_message with { NameLocalizations = In("en-GB", name) }));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_description_has_1_to_100_characters(int length, bool isRight)
    {
        var text = new string('a', length);

        Assert.Equal(isRight, Passes(s_slash with { Description = text }));
        Assert.Equal(isRight, Passes(s_slash with { DescriptionLocalizations = In("ru", text) }));
        Assert.Equal(isRight, Passes(With(s_option with { Description = text })));
        Assert.Equal(isRight, Passes(With(s_option with { DescriptionLocalizations = In("ru", text) })));
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void A_command_has_at_most_25_options(int count, bool isRight)
    {
        Assert.Equal(isRight, Passes(With([.. Enumerable.Range(0, count).Select(i => s_option with { Name = $"o{i}" })])));
    }

    [Fact]
    public void Required_options_come_first()
    {
        var required = s_option with { Name = "required", Required = true };

        Assert.True(Passes(With(required, required with { Name = "second" }, s_option)));
        Assert.False(Passes(With(s_option, required)));
        Assert.False(Passes(With(required, s_option, required with { Name = "second" })));
    }

    [Fact]
    public void Names_of_options_differ_in_every_language()
    {
        var other = s_option with { Name = "other" };

        Assert.True(Passes(With(s_option, other)));
        Assert.False(Passes(With(s_option, s_option with { Description = "Another" })));
        Assert.False(Passes(With(s_option with { NameLocalizations = In("ru", "имя") }, other with { NameLocalizations = In("ru", "имя") })));
        Assert.False(Passes(With(s_option, other with { NameLocalizations = In("ru", "name") })));
        Assert.True(Passes(With(s_option with { NameLocalizations = In("ru", "имя") }, other with { NameLocalizations = In("uk", "имя") })));
        Assert.True(Passes(With(s_option with { NameLocalizations = In("ru", "name") }, other)));
    }

    [Theory]
    [InlineData(CommandType.Slash, 100, true)]
    [InlineData(CommandType.Slash, 101, false)]
    [InlineData(CommandType.Message, 15, true)]
    [InlineData(CommandType.Message, 16, false)]
    public void There_are_at_most_so_many_commands_of_a_kind(CommandType type, int count, bool isRight)
    {
        var command = type == CommandType.Slash ? s_slash : s_message;

        Assert.Equal(isRight, Passes([.. Enumerable.Range(0, count).Select(i => command with { Name = $"c{i}" })]));
    }

    [Fact]
    public void Names_of_commands_of_a_kind_differ()
    {
        Assert.True(Passes(s_slash, s_message with { Name = "who" }));
        Assert.False(Passes(s_slash, s_slash with { Description = "Another" }));
        Assert.False(Passes(s_message, s_message));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_command_has_at_most_8000_characters_of_which_the_longest_language_counts(int more, bool isRight)
    {
        // Of names and descriptions alone there are at most 26 × 132 characters, which is why one is made that is already wrong.
        string[] others = [.. Enumerable.Range(0, 24).Select(i => new string('a', 300) + i.ToString("00", CultureInfo.InvariantCulture))];
        var options = others.Select(text => s_option with { Name = "o" + text[^2..], DescriptionLocalizations = In("ru", text) }).ToList();
        var rest = 8000 - 24 * (3 + 302) - "who".Length;
        var command = With([.. options]) with { DescriptionLocalizations = In("uk", new string('a', rest + more)), NameLocalizations = In("ru", "он") };

        Assert.Equal(isRight, !CommandValidator.Problems([command]).Any(p => p.EndsWith("more than 8000", StringComparison.Ordinal)));
        Assert.Equal(isRight, !CommandRules.Check(JsonSerializer.SerializeToNode<IReadOnlyList<ApplicationCommand>>([command], InteractionJson.Default.IReadOnlyListApplicationCommand)).ToString().Contains("APPLICATION_COMMAND_TOO_LARGE", StringComparison.Ordinal));
    }

    [Fact]
    public void A_problem_says_where_it_is()
    {
        Assert.Equal(
            [
                "/Who cannot be called 'Who': 1 to 32 characters, lower-case letters, digits, - _ and '",
                "/Who cannot be described as '': 1 to 100 characters",
                "/Who name cannot be called 'моё имя': 1 to 32 characters, lower-case letters, digits, - _ and '",
            ],
            CommandValidator.Problems([With(s_option with { NameLocalizations = In("ru", "моё имя") }) with { Name = "Who", Description = "" }]));
    }

    private static bool Passes(params IReadOnlyList<ApplicationCommand> commands)
    {
        var isRight = !CommandValidator.Problems(commands).Any();
        Assert.Equal(isRight, CommandRules.Check(JsonSerializer.SerializeToNode(commands, InteractionJson.Default.IReadOnlyListApplicationCommand)).IsEmpty);
        return isRight;
    }

    private static ApplicationCommand With(params IReadOnlyList<CommandOption> options) => s_slash with { Options = options };

    private static Dictionary<string, string> In(string locale, string text) => new() { [locale] = text };
}
