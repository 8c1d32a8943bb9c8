using Bot.Answers;
using Bot.Discord.Wire;
using Bot.Platform;

namespace Bot.Discord.Showing;

/// <summary>Answers requests in a form that Discord takes.</summary>
internal sealed class AnswerView(Answerer answerer)
{
    private readonly AnswerEmbeds _embeds = new(new LocalNames(answerer));
    private readonly ComponentRows _rows = new(answerer);
    private readonly RecentAnswers<(Request Request, ResponseType Type, bool IsPrivate), InteractionResponse> _recent = new();

    /// <summary>The page that a request asks for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">Whether it is a message of its own or takes the place of another.</param>
    /// <param name="isPrivate">Whether the asker alone sees it.</param>
    public InteractionResponse Show(Request request, ResponseType type, bool isPrivate)
    {
        var key = (request, type, isPrivate);
        if (_recent.TryGet(key, answerer.Version, out var known))
        {
            return known;
        }

        var answer = answerer.Answer(request);
        var embeds = _embeds.Write(answer);
        if (AnswerEmbeds.Measure(embeds) > AnswerEmbeds.MostInPage)
        {
            answer = Paging.Page(answer, request.Page, AnswerEmbeds.MostInPage, page => AnswerEmbeds.Measure(_embeds.Write(page)));
            embeds = _embeds.Write(answer);
        }

        var response = Message(type, isPrivate, "", embeds, _rows.For(answer, isPrivate));
        _recent.Add(key, answer.Version, response);
        return response;
    }

    /// <summary>A line that the asker alone sees.</summary>
    public static InteractionResponse Notice(string text) => Message(ResponseType.Message, isPrivate: true, text, [], []);

    /// <summary>The same message with a line above it.</summary>
    public static InteractionResponse WithNotice(InteractionResponse response, string text) => new(response.Type, response.Data! with { Content = text });

    private static InteractionResponse Message(ResponseType type, bool isPrivate, string content, IReadOnlyList<Embed> embeds, IReadOnlyList<Component> components) =>
        new(type, new ResponseData
        {
            Content = content,
            Embeds = embeds,
            Components = components,

            // Who sees a message is settled when it is sent.
            Flags = isPrivate && type == ResponseType.Message ? ResponseData.Ephemeral : null,
            AllowedMentions = AllowedMentions.Nobody,
        });
}
