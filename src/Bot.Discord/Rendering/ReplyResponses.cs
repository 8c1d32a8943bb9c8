using System.Collections.Immutable;
using System.Diagnostics;
using Bot.Adapters.Pipeline;
using Bot.Adapters.Text;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Converts replies into responses to interactions.</summary>
/// <param name="names">Localizes the names of commands.</param>
internal sealed class ReplyResponses(LocalizedCommandNames names)
{
    private static readonly InteractionResponse s_pong = new(CallbackType.Pong);
    private static readonly InteractionResponse s_deferredUpdate = new(CallbackType.DeferredUpdate);

    /// <summary>Creates the response for a reply.</summary>
    /// <param name="incoming">The input that is answered.</param>
    /// <param name="reply">The reply.</param>
    public InteractionResponse Create(Incoming incoming, Reply<InteractionResponse> reply) => reply switch
    {
        Reply<InteractionResponse>.Page { Caption: { } caption } page => WithCaption(page.Rendered.Content, caption),
        Reply<InteractionResponse>.Page page => page.Rendered.Content,
        Reply<InteractionResponse>.Choices choices => Choices(choices.Completions, incoming.Language),
        Reply<InteractionResponse>.Notice notice => Notice(notice.Text),
        Reply<InteractionResponse>.Silence silence => Silence(incoming, silence),
        Reply<InteractionResponse>.Pong => s_pong,
        _ => throw new UnreachableException(reply.GetType().Name),
    };

    // Without a response the app waits for three seconds and then says in red that the bot did not respond, which makes people try again.
    // So a press is answered with a deferred update that nothing follows. A command cannot be acknowledged invisibly, so the asker alone
    // sees the same line again. That costs no more than any other response.
    private static InteractionResponse Silence(Incoming incoming, Reply<InteractionResponse>.Silence silence) =>
        incoming.Input is Input.Press or Input.InvalidButton && incoming.Kind == "button"
            ? s_deferredUpdate
            : Notice(AdapterTexts.In(incoming.Language).TooManyRequests(silence.RetryAfterSeconds));

    private static InteractionResponse Notice(string text) => InteractionResponse.ForMessage(CallbackType.ChannelMessage, isPrivate: true, text, [], []);

    private static InteractionResponse WithCaption(InteractionResponse response, string text) => new(response.Type, response.Data! with { Content = text });

    private InteractionResponse Choices(ImmutableArray<Completion> completions, string language) => new(CallbackType.Autocomplete, new ResponseData
    {
        Choices =
        [
            .. completions
                .Where(c => c.Value.Length <= Choice.MaxLength)
                .Take(Choice.MaxChoices)
                .Select(c => new Choice(Truncation.Cut(names.In(c.Label, language), Choice.MaxLength), c.Value)),
        ],
    });
}
