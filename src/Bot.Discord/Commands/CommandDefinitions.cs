using Bot.Answers;
using Bot.Answers.Texts;
using Bot.Discord.Wire;

namespace Bot.Discord.Commands;

/// <summary>The bot's commands as registered with Discord, in all languages.</summary>
internal static class CommandDefinitions
{
    /// <summary>The option of every slash command that makes the answer private.</summary>
    public const string Private = "private";

    /// <summary>The name of the message command, whatever name the user sees.</summary>
    public static readonly string CheckMessage = AdapterTexts.In("en").CheckMessage;

    // Discord's locales (Reference, Locales) and the language of each. Both kinds of English are listed: where one is missing, its users
    // would see the other (Application Commands, Localization).
    private static readonly (string Locale, string Tag)[] s_locales =
        [("en-US", "en"), ("en-GB", "en"), ("zh-CN", "zh-Hans"), ("zh-TW", "zh-TW"), ("ru", "ru"), ("uk", "uk")];

    /// <summary>Creates the commands.</summary>
    /// <param name="answerer">The source of the commands.</param>
    /// <param name="isGlobal">Whether they are registered globally. Only global commands define how the app is installed and where it is used.</param>
    public static IReadOnlyList<ApplicationCommand> Create(Answerer answerer, bool isGlobal)
    {
        var byTag = s_locales.Select(l => l.Tag).Distinct().ToDictionary(tag => tag, tag => answerer.ListCommands(tag));
        var commands = new List<ApplicationCommand>();
        for (var i = 0; i < byTag["en"].Length; i++)
        {
            var index = i;
            var command = byTag["en"][index];
            commands.Add(new ApplicationCommand
            {
                Name = command.Name,
                NameLocalizations = Localize(tag => byTag[tag][index].LocalName),
                Description = command.Help,
                DescriptionLocalizations = Localize(tag => byTag[tag][index].Help),
                Options =
                [
                    .. command.Parameters.Select((parameter, p) => new CommandOption
                    {
                        Type = OptionType.String,
                        Name = parameter.Name,
                        NameLocalizations = Localize(tag => byTag[tag][index].Parameters[p].LocalName),
                        Description = parameter.Help,
                        DescriptionLocalizations = Localize(tag => byTag[tag][index].Parameters[p].Help),
                        Required = parameter.IsRequired,
                        Autocomplete = true,
                    }),
                    PrivateOption(),
                ],
            });
        }

        commands.Add(new ApplicationCommand
        {
            Type = CommandType.Message,
            Name = CheckMessage,
            NameLocalizations = Localize(tag => AdapterTexts.In(tag).CheckMessage),
        });
        return isGlobal ? [.. commands.Select(Everywhere)] : commands;
    }

    private static ApplicationCommand Everywhere(ApplicationCommand command) => command with
    {
        IntegrationTypes = [IntegrationType.Guild, IntegrationType.User],
        Contexts = [InteractionContext.Guild, InteractionContext.BotDm, InteractionContext.PrivateChannel],
    };

    private static CommandOption PrivateOption() => new()
    {
        Type = OptionType.Boolean,
        Name = Private,
        NameLocalizations = Localize(tag => AdapterTexts.In(tag).PrivateName),
        Description = AdapterTexts.In("en").Private,
        DescriptionLocalizations = Localize(tag => AdapterTexts.In(tag).Private),
    };

    private static Dictionary<string, string> Localize(Func<string, string> text) => s_locales.ToDictionary(l => l.Locale, l => text(l.Tag));
}
