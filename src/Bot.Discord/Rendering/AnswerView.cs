using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Answers requests in a form that Discord takes.</summary>
internal sealed class AnswerView(Answerer answerer, LocalizedCommandNames names)
{
    private readonly EmbedWriter _embeds = new(names);
    private readonly ComponentBuilder _rows = new(answerer);

    // By what was asked, and by what was answered: many words ask for the same facts.
    private readonly RecentAnswers<(Request Request, CallbackType Type, bool IsPrivate), ShownAnswer> _byQuestion = new();
    private readonly RecentAnswers<(Request Request, CallbackType Type, bool IsPrivate), ShownAnswer> _byAnswer = new();

    /// <summary>The page that a request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">Whether it is a message of its own or takes the place of another.</param>
    /// <param name="isPrivate">Whether the asker alone sees it.</param>
    public ShownAnswer Show(Request request, CallbackType type, bool isPrivate)
    {
        if (_byQuestion.TryGet((request, type, isPrivate), answerer.Version, out var asked))
        {
            return asked;
        }

        var answer = answerer.Answer(request);
        if (!_byAnswer.TryGet((answer.Request, type, isPrivate), answer.Version, out var shown))
        {
            shown = new ShownAnswer(Make(answer, type, isPrivate), answer.Language, answer.Outcome);
            _byAnswer.Add((answer.Request, type, isPrivate), answer.Version, shown);
        }

        _byQuestion.Add((request, type, isPrivate), answer.Version, shown);
        return shown;
    }

    /// <summary>A line that the asker alone sees.</summary>
    public static InteractionResponse Notice(string text) => Message(CallbackType.ChannelMessage, isPrivate: true, text, [], []);

    /// <summary>The same message with a line above it.</summary>
    public static InteractionResponse WithNotice(InteractionResponse response, string text) => new(response.Type, response.Data! with { Content = text });

    private InteractionResponse Make(Answer answer, CallbackType type, bool isPrivate)
    {
        var embeds = _embeds.Write(answer);
        if (EmbedWriter.Measure(embeds) > Embed.MaxTotalLength)
        {
            answer = Pager.Page(answer, answer.Request.Page, Embed.MaxTotalLength, page => EmbedWriter.Measure(_embeds.Write(page)));
            embeds = _embeds.Write(answer);
        }

        return Message(type, isPrivate, "", embeds, _rows.For(answer, isPrivate));
    }

    private static InteractionResponse Message(CallbackType type, bool isPrivate, string content, IReadOnlyList<Embed> embeds, IReadOnlyList<Component> components) =>
        new(type, new ResponseData
        {
            Content = content,
            Embeds = embeds,
            Components = components,

            // Who sees a message is settled when it is sent.
            Flags = isPrivate && type == CallbackType.ChannelMessage ? ResponseData.Ephemeral : null,
            AllowedMentions = AllowedMentions.None,
        });
}
