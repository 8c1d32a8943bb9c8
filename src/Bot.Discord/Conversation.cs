using Bot.Answers;
using Bot.Discord.Asking;
using Bot.Discord.Showing;
using Bot.Discord.Wire;
using Bot.Platform;

namespace Bot.Discord;

/// <summary>What the bot says to whatever reaches it: from memory and at once, so that no response needs to be put off.</summary>
internal sealed class Conversation
{
    private static readonly InteractionResponse s_pong = new(ResponseType.Pong);

    private readonly Answerer _answerer;
    private readonly LocalNames _names;
    private readonly AnswerView _view;

    /// <summary>Answers from a base.</summary>
    public Conversation(Answerer answerer)
    {
        _answerer = answerer;
        _names = new LocalNames(answerer);
        _view = new AnswerView(answerer, _names);
    }

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
        if (CustomId.Read(data, _answerer) is not ({ } kind, { } coded))
        {
            return AnswerView.Notice(SharedTexts.In(ReaderLanguage.Of(interaction.Locale, "")).DeadButton);
        }

        var isPrivate = kind != PressKind.ShowToAll && interaction.Message is { IsEphemeral: true };
        var shown = _view.Show(coded.Request, kind == PressKind.Turn ? ResponseType.Update : ResponseType.Message, isPrivate);
        return coded.Version == _answerer.Version ? shown : AnswerView.WithNotice(shown, SharedTexts.In(coded.Request.Language).OtherVersion);
    }

    private InteractionResponse Complete(Interaction interaction, InteractionData data)
    {
        var typed = data.Options?.FirstOrDefault(o => o.Focused);
        var language = ReaderLanguage.Of(interaction.Locale, typed?.Value ?? "");
        var completions = typed is null ? [] : _answerer.Complete(data.Name ?? "", typed.Name, typed.Value ?? "", language);
        return new InteractionResponse(ResponseType.Choices, new ResponseData
        {
            Choices =
            [
                .. completions
                    .Where(c => c.Value.Length <= Choice.MostCharacters)
                    .Take(Choice.Most)
                    .Select(c => new Choice(Labels.Cut(_names.In(c.Label, language), Choice.MostCharacters), c.Value)),
            ],
        });
    }
}
