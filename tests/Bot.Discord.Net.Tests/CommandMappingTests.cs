using Bot.Discord.Wire;

namespace Bot.Discord.Net.Tests;

public sealed class CommandMappingTests(ConnectedLibrary library) : IClassFixture<ConnectedLibrary>
{
    private static readonly ApplicationCommand s_slash = new()
    {
        Name = "who",
        NameLocalizations = new Dictionary<string, string> { ["uk"] = "ім'я" },
        Description = "Shows a person",
        DescriptionLocalizations = new Dictionary<string, string> { ["uk"] = "Показує особу" },
        IntegrationTypes = [IntegrationType.Guild, IntegrationType.User],
        Contexts = [InteractionContext.Guild, InteractionContext.BotDm],
        Options =
        [
            new CommandOption
            {
                Type = OptionType.String,
                Name = "name",
                NameLocalizations = new Dictionary<string, string> { ["uk"] = "ім'я" },
                Description = "The name",
                DescriptionLocalizations = new Dictionary<string, string> { ["uk"] = "Ім’я" },
                Required = true,
                Autocomplete = true,
            },
            new CommandOption { Type = OptionType.Boolean, Name = "private", Description = "Only you see it" },
        ],
    };

    private static readonly ApplicationCommand s_message = new()
    {
        Type = CommandType.Message,
        Name = "Check against the facts",
        IntegrationTypes = [IntegrationType.Guild],
        Contexts = [InteractionContext.Guild],
    };

    [Fact]
    public async Task A_command_is_read_back_as_it_was_registered()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await library.Rest.BulkOverwriteGlobalCommands([CommandMapping.ToProperties(s_slash), CommandMapping.ToProperties(s_message)], LibraryRequests.Options(3000, cancellation));

        var registered = await library.Rest.GetGlobalApplicationCommands(withLocalizations: true, options: LibraryRequests.Options(3000, cancellation));
        var commands = registered.Select(CommandMapping.ToCommand).ToDictionary(c => c.Type);

        var slash = commands[CommandType.Slash];
        Assert.Equal(("who", "Shows a person", "ім'я", "Показує особу"), (slash.Name, slash.Description, slash.NameLocalizations!["uk"], slash.DescriptionLocalizations!["uk"]));
        Assert.Equal([IntegrationType.Guild, IntegrationType.User], slash.IntegrationTypes!.Order());
        Assert.Equal([InteractionContext.Guild, InteractionContext.BotDm], slash.Contexts!.Order());
        Assert.Equal(
            [(OptionType.String, "name", "The name", true, true), (OptionType.Boolean, "private", "Only you see it", false, false)],
            slash.Options!.Select(o => (o.Type, o.Name, o.Description, o.Required, o.Autocomplete)));
        Assert.Equal(("ім'я", "Ім’я"), (slash.Options![0].NameLocalizations!["uk"], slash.Options[0].DescriptionLocalizations!["uk"]));
        Assert.Equal(("Check against the facts", ""), (commands[CommandType.Message].Name, commands[CommandType.Message].Description));
    }

    [Fact]
    public void Without_types_of_installation_and_contexts_none_are_registered()
    {
        var properties = CommandMapping.ToProperties(s_slash with { IntegrationTypes = null, Contexts = null });

        Assert.Equal((false, false, false, false),
            (properties.IntegrationTypes.IsSpecified, properties.ContextTypes.IsSpecified, properties.IsDMEnabled.IsSpecified, properties.IsDefaultPermission.IsSpecified));
    }
}
