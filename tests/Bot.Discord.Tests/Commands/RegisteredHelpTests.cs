using System.Text.RegularExpressions;
using Bot.Discord.Commands;
using Bot.Discord.Wire;

namespace Bot.Discord.Tests.Commands;

/// <summary>What /help says of the commands is what Discord has of them, in each language.</summary>
public sealed partial class RegisteredHelpTests
{
    private static readonly IReadOnlyList<ApplicationCommand> s_registered = CommandDefinitions.Create(SampleBase.Answerer, isGlobal: true);

    private readonly InteractionHandler _handler = new(Some.Services(SampleBase.Answerer));

    public static TheoryData<string> Locales => ["en-US", "en-GB", "zh-CN", "zh-TW", "ru", "uk"];

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task The_parameters_in_help_are_called_as_they_are_registered(string locale)
    {
        foreach (var command in s_registered.Where(c => c.Type == CommandType.Slash))
        {
            var registered = command.Options!.Select(o => o.NameLocalizations![locale]).ToList();
            foreach (var name in (string[])[command.Name, command.NameLocalizations![locale]])
            {
                var help = await HelpAsync(locale, ("command", name));

                Assert.Equal("/" + command.NameLocalizations[locale], help.Title());
                Assert.Equal(registered, Heading().Matches(help.Body()).Select(m => m.Groups["name"].Value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public async Task The_list_of_help_has_every_registered_command_and_parameter_and_nothing_that_cannot_be_given(string locale)
    {
        var list = (await HelpAsync(locale)).Body().Replace("\\", "", StringComparison.Ordinal);

        foreach (var command in s_registered)
        {
            var name = command.NameLocalizations![locale];
            var parameters = (command.Options ?? []).Where(o => o.Name != CommandDefinitions.Private).Select(o => o.Required ? o.NameLocalizations![locale] : $"[{o.NameLocalizations![locale]}]");
            Assert.Contains(command.Type == CommandType.Slash ? string.Join(' ', [$"/{name}", .. parameters]) + " — " : name, list, StringComparison.Ordinal);
        }

        Assert.Contains(s_registered[0].Options![^1].NameLocalizations![locale], list, StringComparison.Ordinal);
        Assert.DoesNotContain("lang:", list, StringComparison.Ordinal);
    }

    private async Task<InteractionResponse> HelpAsync(string locale, params (string Name, object Value)[] options) =>
        await _handler.RespondAsync(Some.Command("help", locale, options), TestContext.Current.CancellationToken);

    [GeneratedRegex(@"\*\*(?<name>.+?)\*\*")]
    private static partial Regex Heading();
}
