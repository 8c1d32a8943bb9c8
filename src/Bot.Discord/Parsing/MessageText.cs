using Bot.Discord.Wire;

namespace Bot.Discord.Parsing;

/// <summary>Collects all that a message says, wherever it is.</summary>
internal static class MessageText
{
    /// <summary>The texts of a message, one below the other; empty where there is none.</summary>
    public static string Of(TargetMessage? message) => string.Join('\n', Texts(message).Where(t => !string.IsNullOrWhiteSpace(t)));

    private static IEnumerable<string?> Texts(TargetMessage? message) => message is null
        ? []
        : [
            message.Content,
            .. (message.Components ?? []).SelectMany(Texts),
            message.Poll?.Question?.Text,
            .. (message.Poll?.Answers ?? []).Select(a => a.PollMedia?.Text),
            .. (message.Embeds ?? []).SelectMany(Texts),
            .. (message.Attachments ?? []).Select(a => a.Description),
            .. (message.MessageSnapshots ?? []).SelectMany(s => Texts(s.Message)),
        ];

    private static IEnumerable<string?> Texts(TargetComponent component) =>
    [
        component.Content,
        component.Description,
        .. (component.Components ?? []).SelectMany(Texts),
        .. component.Accessory is { } accessory ? Texts(accessory) : [],
        .. (component.Items ?? []).Select(i => i.Description),
    ];

    private static IEnumerable<string?> Texts(Embed embed) =>
    [
        embed.Author?.Name,
        embed.Title,
        embed.Description,
        .. (embed.Fields ?? []).SelectMany(f => (string?[])[f.Name, f.Value]),
        embed.Footer?.Text,
    ];
}
