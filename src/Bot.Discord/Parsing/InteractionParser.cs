using System.Globalization;
using Bot.Adapters.Pipeline;
using Bot.Adapters.Text;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Discord.Commands;
using Bot.Discord.Wire;

namespace Bot.Discord.Parsing;

/// <summary>Parses an interaction into the input for the bot.</summary>
/// <param name="answerer">The decoder of the buttons.</param>
internal sealed class InteractionParser(Answerer answerer)
{
    /// <summary>The custom id of a menu. The option carries the action.</summary>
    public const string MenuId = "menu";

    private const string Platform = "Discord";

    private readonly ButtonCode _buttons = new(answerer);

    /// <summary>Parses an interaction.</summary>
    public Incoming Parse(Interaction interaction) => interaction switch
    {
        { Type: InteractionType.Ping } => Of(interaction, "ping", new Input.Ping()),
        { Type: InteractionType.Command, Data: { } data } => Of(interaction, "command", new Input.Ask(Command(interaction, data)), new Placement(Replaces: false, IsPrivate(data))),
        { Type: InteractionType.Component, Data: { } data } => Press(interaction, data),
        { Type: InteractionType.Autocomplete, Data: { } data } => Complete(interaction, data),
        _ => Of(interaction, KindOf(interaction.Type), new Input.InvalidButton()),
    };

    private static Incoming Of(Interaction interaction, string kind, Input input, Placement placement = default, string typed = "") => new(
        input,
        new Asker(Platform, Number((interaction.Member?.User ?? interaction.User)?.Id), Number(interaction.ChannelId)),
        new MessageIds(Number(interaction.Message?.Id), interaction.Channel is { IsThread: true } ? Number(interaction.ChannelId) : null, Number(interaction.Data?.TargetId)),
        ReaderLanguage.Of(interaction.Locale, typed),
        kind,
        placement);

    private static long? Number(string? id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string KindOf(InteractionType type) => type switch
    {
        InteractionType.Command => "command",
        InteractionType.Component => "button",
        InteractionType.Autocomplete => "completion",
        _ => "other",
    };

    private static Request Command(Interaction interaction, InteractionData data)
    {
        if (data.Type == CommandType.Message)
        {
            var text = Excerpt.Take(MessageText.Of(Target(data)));
            return new Request(Request.Check, text, ReaderLanguage.Of(interaction.Locale, text)) { Target = Number(data.TargetId)?.ToString(CultureInfo.InvariantCulture) ?? "" };
        }

        var arguments = string.Join(' ', (data.Options ?? []).Where(o => o.Name != CommandDefinitions.Private).Select(o => o.Value?.Trim()).Where(v => v is { Length: > 0 }));
        return Request.Parse($"/{data.Name} {arguments}", ReaderLanguage.Of(interaction.Locale, arguments));
    }

    // The check of a message is private, so that nobody is corrected in front of others by accident.
    private static bool IsPrivate(InteractionData data) =>
        data.Type == CommandType.Message || (data.Options ?? []).Any(o => o is { Name: CommandDefinitions.Private, Value: "true" });

    private Incoming Press(Interaction interaction, InteractionData data)
    {
        var code = data is { CustomId: MenuId, Values: [var chosen, ..] } ? chosen : data.CustomId;
        if (_buttons.Read(code) is not var (action, decoded))
        {
            return Of(interaction, "button", new Input.InvalidButton());
        }

        var isPrivate = action != ButtonAction.ShowToAll && interaction.Message is { IsEphemeral: true };
        var placement = new Placement(Replaces: action == ButtonAction.Page, isPrivate, IsForAll: action == ButtonAction.ShowToAll);
        return Of(interaction, "button", new Input.Press(action, decoded), placement);
    }

    private static Incoming Complete(Interaction interaction, InteractionData data)
    {
        var option = data.Options?.FirstOrDefault(o => o.Focused);
        var typed = option?.Value ?? "";
        return Of(interaction, "completion", new Input.Complete(data.Name ?? "", option?.Name ?? "", typed), typed: typed);
    }

    private static TargetMessage? Target(InteractionData data) =>
        data is { TargetId: { } id, Resolved.Messages: { } messages } ? messages.GetValueOrDefault(id) : null;
}
