using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Renders answers as messages of components, and decides who sees them.</summary>
/// <param name="containers">Writes the texts.</param>
/// <param name="rows">Builds the buttons and menus.</param>
internal sealed class DiscordRenderer(ContainerWriter containers, ComponentBuilder rows) : IAnswerRenderer<InteractionResponse>
{
    /// <inheritdoc/>
    public Rendered<InteractionResponse> Render(Answer answer, Placement placement)
    {
        // A message without text cannot be checked; one line says so.
        if (answer is { Outcome: Outcome.Invalid, Request.Command: Request.Check } && !placement.Replaces)
        {
            return new Rendered<InteractionResponse>(InteractionResponse.ForNotice(answer.Sections[0].Paragraphs[0]), answer);
        }

        var isPrivate = IsPrivate(answer.Outcome, placement);
        answer = Pager.Page(
            Summary.Of(answer),
            answer.Request.Page,
            (page, number) => MessageSize.Fits(Write(page, isPrivate)) && Summary.FitsPhone(page, number));
        var type = placement.Replaces ? CallbackType.UpdateMessage : CallbackType.ChannelMessage;
        return new Rendered<InteractionResponse>(InteractionResponse.ForMessage(type, isPrivate, [Write(answer, isPrivate)]), answer);
    }

    private Component Write(Answer page, bool isPrivate) => containers.Write(page, rows.For(page, isPrivate));

    // Everyone sees what the base answers, and the closest facts once the asker shows them. Everything else is for the asker alone.
    // A message that is replaced keeps its readers.
    private static bool IsPrivate(Outcome outcome, Placement placement) =>
        placement.IsPrivate || (!placement.Replaces && !(outcome == Outcome.Answered || (outcome == Outcome.Closest && placement.IsForAll)));
}
