using System.Globalization;
using Bot.Discord.Wire;
using Discord.WebSocket;
using Library = Discord;

namespace Bot.Discord.Net;

/// <summary>Maps Discord.Net's interactions to the bot's.</summary>
internal static class InteractionMapping
{
    /// <summary>Maps an interaction.</summary>
    public static Interaction Map(SocketInteraction interaction) => new()
    {
        Id = interaction.Id,
        Type = (InteractionType)interaction.Type,
        Token = interaction.Token,
        Locale = interaction.UserLocale,
        GuildId = Text(interaction.GuildId),
        ChannelId = Text(interaction.ChannelId),
        User = new InteractionUser { Id = Text(interaction.User?.Id) },
        Data = interaction switch
        {
            SocketSlashCommand command => Map(command),
            SocketMessageCommand command => Map(command),
            SocketMessageComponent component => Map(component),
            SocketAutocompleteInteraction typing => Map(typing),
            _ => null,
        },
        Message = interaction is SocketMessageComponent { Message.Flags: { } flags } ? new ComponentMessage { Flags = (long)flags } : null,
    };

    private static InteractionData Map(SocketSlashCommand command) => new()
    {
        Name = command.CommandName,
        Type = CommandType.Slash,
        Options = [.. command.Data.Options.Select(o => new InteractionOption { Name = o.Name, Value = Text(o.Value) })],
    };

    private static InteractionData Map(SocketMessageCommand command) => new()
    {
        Name = command.CommandName,
        Type = CommandType.Message,
        TargetId = command.Data.Message is { } target ? Text(target.Id) : null,
        Resolved = command.Data.Message is { } message
            ? new ResolvedData { Messages = new Dictionary<string, TargetMessage> { [Text(message.Id)!] = Map(message) } }
            : null,
    };

    private static InteractionData Map(SocketMessageComponent component) => new()
    {
        CustomId = component.Data.CustomId,
        Values = component.Data.Values is { } values ? [.. values] : null,
    };

    private static InteractionData Map(SocketAutocompleteInteraction typing) => new()
    {
        Name = typing.Data.CommandName,
        Type = CommandType.Slash,
        Options = [.. typing.Data.Options.Select(o => new InteractionOption { Name = o.Name, Value = Text(o.Value), Focused = o.Focused })],
    };

    // Version 3.16 of the library drops the components that are texts.
    private static TargetMessage Map(Library.IMessage message) => new()
    {
        Content = message.Content,
        Poll = message is Library.IUserMessage { Poll: { } poll } ? Map(poll) : null,
        Embeds = [.. message.Embeds.Select(Map)],
        Attachments = [.. message.Attachments.Select(a => new TargetFile { Description = a.Description })],
        MessageSnapshots = message is Library.IUserMessage { ForwardedMessages: { } forwarded }
            ? [.. forwarded.Select(s => new MessageSnapshot { Message = Map(s.Message) })]
            : null,
    };

    private static TargetPoll Map(Library.Poll poll) => new()
    {
        Question = new PollMedia { Text = poll.Question.Text },
        Answers = [.. poll.Answers.Select(a => new PollAnswer { PollMedia = new PollMedia { Text = a.PollMedia.Text } })],
    };

    private static Embed Map(Library.IEmbed embed) => new()
    {
        Author = new EmbedAuthor { Name = embed.Author?.Name },
        Title = embed.Title,
        Description = embed.Description,
        Fields = [.. embed.Fields.Select(f => new EmbedField { Name = f.Name, Value = f.Value })],
        Footer = new EmbedFooter { Text = embed.Footer?.Text },
    };

    // The same text as in JSON.
    private static string? Text(object? value) => value switch
    {
        null => null,
        true => "true",
        false => "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
