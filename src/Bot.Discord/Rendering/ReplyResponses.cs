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
    /// <param name="interaction">The interaction that is answered.</param>
    /// <param name="incoming">Its input.</param>
    /// <param name="reply">The reply.</param>
    public InteractionResponse Create(Interaction interaction, Incoming incoming, Reply<InteractionResponse> reply) => reply switch
    {
        Reply<InteractionResponse>.Page page => Complete(page.Rendered.Content, page.Caption, MessageLink.To(interaction, page.Rendered.Page.Request.Target)),
        Reply<InteractionResponse>.Choices choices => Choices(choices.Completions, incoming.Language),
        Reply<InteractionResponse>.Notice notice => InteractionResponse.ForNotice(notice.Text),
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
            : InteractionResponse.ForNotice(AdapterTexts.In(incoming.Language).TooManyRequests(silence.RetryAfterSeconds));

    // The caption is above the answer, and the link to the message that it is about below its title. Both are added here because
    // many interactions share a rendered page.
    private static InteractionResponse Complete(InteractionResponse response, string? caption, string? link)
    {
        if ((caption is null && link is null) || response.Data!.Components is not [{ Components: { } parts } container])
        {
            return response;
        }

        container = link is null ? container : container with { Components = [parts[0], Component.Text(link), .. parts.Skip(1)] };
        return new InteractionResponse(response.Type, response.Data with { Components = caption is null ? [container] : [Component.Text(caption), container] });
    }

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
