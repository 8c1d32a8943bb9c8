using Bot.Discord.Wire;
using Discord.WebSocket;
using Library = Discord;

namespace Bot.Discord.Net;

/// <summary>
/// Sends the bot's responses with Discord.Net's methods. Version 3.16 knows no containers and no texts among the components, so a container
/// is sent as an embed with its rows below, and a text above it as content.
/// </summary>
internal static class ResponseMapping
{
    /// <summary>Sends a response.</summary>
    public static Task SendAsync(SocketInteraction interaction, InteractionResponse response, Library.RequestOptions options) => (interaction, response) switch
    {
        (SocketAutocompleteInteraction typing, { Type: CallbackType.Autocomplete, Data: { } data }) =>
            typing.RespondAsync((data.Choices ?? []).Select(c => new Library.AutocompleteResult(c.Name, c.Value)), options),
        (SocketMessageComponent component, { Type: CallbackType.DeferredUpdate }) => component.DeferAsync(options: options),
        (SocketMessageComponent component, { Type: CallbackType.UpdateMessage, Data: { } data }) => UpdateAsync(component, data, options),
        (_, { Type: CallbackType.ChannelMessage, Data: { } data }) => SendAsync(interaction, data, Has(data.Flags, ResponseData.Ephemeral), options),
        _ => throw new InvalidOperationException($"An interaction of the type {interaction.Type} has no response of the type {response.Type}."),
    };

    // A message that our own client sent consists of components and can have no embeds, so the page becomes another message for the same readers.
    private static Task UpdateAsync(SocketMessageComponent component, ResponseData data, Library.RequestOptions options) =>
        component.Message?.Flags is { } flags && Has((int)flags, ResponseData.ComponentsV2)
            ? SendAsync(component, data, Has((int)flags, ResponseData.Ephemeral), options)
            : component.UpdateAsync(message => Fill(message, data), options);

    private static Task SendAsync(SocketInteraction interaction, ResponseData data, bool isEphemeral, Library.RequestOptions options) => interaction.RespondAsync(
        Content(data),
        Embeds(data),
        ephemeral: isEphemeral,
        allowedMentions: Nobody(),
        components: Rows(data),
        options: options);

    private static void Fill(Library.MessageProperties message, ResponseData data)
    {
        message.Content = Content(data);
        message.Embeds = Embeds(data);
        message.Components = Rows(data);
        message.AllowedMentions = Nobody();
    }

    private static bool Has(int? flags, int flag) => ((flags ?? 0) & flag) != 0;

    // AllowedMentions.None names no types, which leaves parse null.
    private static Library.AllowedMentions Nobody() => new(Library.AllowedMentionTypes.None);

    private static string Content(ResponseData data) => data.Content is { Length: > 0 } notice ? notice : string.Join('\n', Texts(data.Components ?? []));

    private static Library.Embed[] Embeds(ResponseData data) => [.. Containers(data).Select(c => new Library.EmbedBuilder
    {
        Description = string.Join('\n', Texts(c.Components ?? [])),
        Color = c.AccentColor is { } color ? new Library.Color((uint)color) : null,
    }.Build())];

    private static Library.MessageComponent Rows(ResponseData data)
    {
        var builder = new Library.ComponentBuilder();
        foreach (var row in Containers(data).SelectMany(c => c.Components ?? []).Where(c => c.Type == ComponentType.ActionRow))
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

    private static IEnumerable<Component> Containers(ResponseData data) => (data.Components ?? []).Where(c => c.Type == ComponentType.Container);

    private static IEnumerable<string> Texts(IEnumerable<Component> components) => components.Select(c => c.Content).OfType<string>();

    private static Library.ButtonComponent Button(Component button) =>
        new Library.ButtonBuilder(button.Label, button.CustomId, (Library.ButtonStyle)(button.Style ?? ButtonStyle.Secondary)).Build();

    private static Library.SelectMenuComponent Select(Component menu) => new Library.SelectMenuBuilder
    {
        CustomId = menu.CustomId,
        Placeholder = menu.Placeholder,
        Options = [.. (menu.Options ?? []).Select(o => new Library.SelectMenuOptionBuilder(o.Label, o.Value))],
    }.Build();
}
