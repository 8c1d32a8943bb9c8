using Bot.Adapters.Text;
using Bot.Answers.Model;
using Bot.Discord.Commands;
using Bot.Discord.Wire;

namespace Bot.Discord.Parsing;

/// <summary>Finds out what a command asks.</summary>
internal static class InteractionParser
{
    /// <summary>The request of a command.</summary>
    public static Request Parse(Interaction interaction, InteractionData data)
    {
        if (data.Type == CommandType.Message)
        {
            var text = Excerpt.Take(Text(Target(data)));
            return new Request("ask", text, ReaderLanguage.Of(interaction.Locale, text));
        }

        var words = string.Join(' ', (data.Options ?? []).Where(o => o.Name != CommandDefinitions.Private).Select(o => o.Value?.Trim()).Where(v => v is { Length: > 0 }));
        return Request.Parse($"/{data.Name} {words}", ReaderLanguage.Of(interaction.Locale, words));
    }

    /// <summary>Whether the answer is for the asker alone: a check of a message is, so that nobody is corrected in front of others without thought.</summary>
    public static bool IsPrivate(InteractionData data) =>
        data.Type == CommandType.Message || (data.Options ?? []).Any(o => o is { Name: CommandDefinitions.Private, Value: "true" });

    private static TargetMessage? Target(InteractionData data) =>
        data is { TargetId: { } id, Resolved.Messages: { } messages } ? messages.GetValueOrDefault(id) : null;

    // What it says, else what it passes on, else what its embeds say.
    private static string Text(TargetMessage? message) => message switch
    {
        null => "",
        { Content: { } content } when !string.IsNullOrWhiteSpace(content) => content,
        { MessageSnapshots: [{ Message: { } passedOn }, ..] } => Text(passedOn with { MessageSnapshots = null }),
        { Embeds: { } embeds } => string.Join('\n', embeds.SelectMany(e => (string?[])[e.Title, e.Description]).Where(t => !string.IsNullOrWhiteSpace(t))),
        _ => "",
    };
}
