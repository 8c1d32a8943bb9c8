using Bot.Answers;
using Bot.Discord.Asking;
using Bot.Discord.Showing;
using Bot.Discord.Wire;
using Bot.Platform;

namespace Bot.Discord;

/// <summary>What the bot says to whatever reaches it: from memory and at once, so that no response needs to be put off.</summary>
internal sealed class Conversation(Answerer answerer)
{
    private static readonly InteractionResponse s_pong = new(ResponseType.Pong);

    private readonly AnswerView _view = new(answerer);

    /// <summary>The response to an interaction.</summary>
    public InteractionResponse Respond(Interaction interaction) => interaction switch
    {
        { Type: InteractionType.Ping } => s_pong,
        { Type: InteractionType.Command, Data: { } data } => _view.Show(InteractionReader.Read(interaction, data), ResponseType.Message, InteractionReader.IsPrivate(data)),
        { Type: InteractionType.Component, Data: { } data } => Press(interaction, data),
        { Type: InteractionType.Autocomplete, Data: { } data } => Complete(interaction, data),
        _ => AnswerView.Notice(SharedTexts.In(ReaderLanguage.Of(interaction.Locale, "")).DeadButton),
    };

    private InteractionResponse Press(Interaction interaction, InteractionData data)
    {
        if (CustomId.Read(data, answerer) is not ({ } kind, { } coded))
        {
            return AnswerView.Notice(SharedTexts.In(ReaderLanguage.Of(interaction.Locale, "")).DeadButton);
        }

        var isPrivate = kind != PressKind.ShowToAll && interaction.Message is { IsEphemeral: true };
        var shown = _view.Show(coded.Request, kind == PressKind.Turn ? ResponseType.Update : ResponseType.Message, isPrivate);
        return coded.Version == answerer.Version ? shown : AnswerView.WithNotice(shown, SharedTexts.In(coded.Request.Language).OtherVersion);
    }

    private InteractionResponse Complete(Interaction interaction, InteractionData data)
    {
        var typed = data.Options?.FirstOrDefault(o => o.Focused);
        var completions = typed is null
            ? []
            : answerer.Complete(data.Name ?? "", typed.Name, typed.Value ?? "", ReaderLanguage.Of(interaction.Locale, typed.Value ?? ""));
        return new InteractionResponse(ResponseType.Choices, new ResponseData
        {
            Choices =
            [
                .. completions
                    .Where(c => c.Value.Length <= Choice.MostCharacters)
                    .Take(Choice.Most)
                    .Select(c => new Choice(Labels.Cut(c.Label, Choice.MostCharacters), c.Value)),
            ],
        });
    }
}
