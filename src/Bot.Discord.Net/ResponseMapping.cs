using Bot.Discord.Wire;
using Discord.WebSocket;
using Library = Discord;

namespace Bot.Discord.Net;

/// <summary>Sends the bot's responses with Discord.Net's methods.</summary>
internal static class ResponseMapping
{
    /// <summary>Sends a response.</summary>
    public static Task SendAsync(SocketInteraction interaction, InteractionResponse response, Library.RequestOptions options) => (interaction, response) switch
    {
        (SocketAutocompleteInteraction typing, { Type: CallbackType.Autocomplete, Data: { } data }) =>
            typing.RespondAsync((data.Choices ?? []).Select(c => new Library.AutocompleteResult(c.Name, c.Value)), options),
        (SocketMessageComponent component, { Type: CallbackType.DeferredUpdate }) => component.DeferAsync(options: options),
        (SocketMessageComponent component, { Type: CallbackType.UpdateMessage, Data: { } data }) => component.UpdateAsync(message => Fill(message, data), options),
        (_, { Type: CallbackType.ChannelMessage, Data: { } data }) => interaction.RespondAsync(
            data.Content,
            Embeds(data),
            ephemeral: IsEphemeral(data),
            allowedMentions: Nobody(),
            components: Components(data),
            options: options),
        _ => throw new InvalidOperationException($"An interaction of the type {interaction.Type} has no response of the type {response.Type}."),
    };

    private static void Fill(Library.MessageProperties message, ResponseData data)
    {
        message.Content = data.Content;
        message.Embeds = Embeds(data);
        message.Components = Components(data);
        message.AllowedMentions = Nobody();
    }

    private static bool IsEphemeral(ResponseData data) => ((data.Flags ?? 0) & ResponseData.Ephemeral) != 0;

    // AllowedMentions.None names no types, which leaves parse null.
    private static Library.AllowedMentions Nobody() => new(Library.AllowedMentionTypes.None);

    private static Library.Embed[] Embeds(ResponseData data) => [.. (data.Embeds ?? []).Select(Map)];

    private static Library.Embed Map(Embed embed) => new Library.EmbedBuilder
    {
        Title = embed.Title,
        Description = embed.Description,
        Color = embed.Color is { } color ? new Library.Color((uint)color) : null,
        Footer = embed.Footer is { } footer ? new Library.EmbedFooterBuilder { Text = footer.Text } : null,
    }.Build();

    private static Library.MessageComponent Components(ResponseData data)
    {
        var builder = new Library.ComponentBuilder();
        foreach (var row in data.Components ?? [])
        {
            var mapped = new Library.ActionRowBuilder();
            foreach (var component in row.Components ?? [])
            {
                mapped.AddComponent(component.Type == ComponentType.StringSelect ? Select(component) : Button(component));
            }

            builder.AddRow(mapped);
        }

        return builder.Build();
    }

    private static Library.ButtonComponent Button(Component button) =>
        new Library.ButtonBuilder(button.Label, button.CustomId, (Library.ButtonStyle)(button.Style ?? ButtonStyle.Secondary)).Build();

    private static Library.SelectMenuComponent Select(Component menu) => new Library.SelectMenuBuilder
    {
        CustomId = menu.CustomId,
        Placeholder = menu.Placeholder,
        Options = [.. (menu.Options ?? []).Select(o => new Library.SelectMenuOptionBuilder(o.Label, o.Value))],
    }.Build();
}
