using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Renders answers as Discord's embeds with buttons and menus.</summary>
/// <param name="embeds">Writes the embeds.</param>
/// <param name="components">Builds the buttons and menus.</param>
internal sealed class DiscordRenderer(EmbedWriter embeds, ComponentBuilder components) : IAnswerRenderer<InteractionResponse>
{
    /// <inheritdoc/>
    public Rendered<InteractionResponse> Render(Answer answer, Placement placement)
    {
        var written = embeds.Write(answer);
        if (EmbedWriter.Measure(written) > Embed.MaxTotalLength)
        {
            answer = Pager.Page(answer, answer.Request.Page, Embed.MaxTotalLength, page => EmbedWriter.Measure(embeds.Write(page)));
            written = embeds.Write(answer);
        }

        var response = InteractionResponse.ForMessage(placement.Replaces ? CallbackType.UpdateMessage : CallbackType.ChannelMessage, placement.IsPrivate, "", written, components.For(answer, placement.IsPrivate));
        return new Rendered<InteractionResponse>(response, answer);
    }
}
