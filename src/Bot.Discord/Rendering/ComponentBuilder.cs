using Bot.Adapters.Pipeline;
using Bot.Adapters.Text;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Bot.Discord.Parsing;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>Builds the buttons and menus under an answer: its details and other pages, a button that shows it to all, and the follow-up requests.</summary>
internal sealed class ComponentBuilder(ButtonCode code)
{
    // Longer labels are cut off on a phone (Component Reference, Button). A Han character takes the room of two letters.
    private const int MaxButtonWidth = 34;

    /// <summary>Builds the rows; none when there is nothing to press.</summary>
    /// <param name="answer">The page.</param>
    /// <param name="isPrivate">Whether only the asker sees it.</param>
    public IReadOnlyList<Component> For(Answer answer, bool isPrivate)
    {
        var rows = new List<Component>();
        if (Pages(answer, isPrivate) is { Count: > 0 } pages)
        {
            rows.Add(Component.Row(pages));
        }

        if (FollowUps(answer) is { } followUps)
        {
            rows.Add(followUps);
        }

        return rows;
    }

    private List<Component> Pages(Answer answer, bool isPrivate)
    {
        var buttons = new List<Component>();
        var texts = AdapterTexts.In(answer.Language);
        if (answer.HasDetails)
        {
            Add(buttons, ButtonStyle.Secondary, texts.Details, ButtonAction.Page, answer.Request with { Detail = Detail.Full }, answer);
        }

        if (answer.Page > 1)
        {
            Add(buttons, ButtonStyle.Secondary, $"‹ {answer.Page - 1}", ButtonAction.Page, answer.Request.WithPage(answer.Page - 1), answer);
        }

        if (answer.Page < answer.Pages)
        {
            Add(buttons, ButtonStyle.Secondary, $"{answer.Page + 1} ›", ButtonAction.Page, answer.Request.WithPage(answer.Page + 1), answer);
        }

        if (isPrivate && answer.Outcome is (Outcome.Answered or Outcome.Closest))
        {
            Add(buttons, ButtonStyle.Primary, texts.ShowToAll, ButtonAction.ShowToAll, answer.Request, answer);
        }

        return buttons;
    }

    // Buttons if they are few and short, else a menu.
    private Component? FollowUps(Answer answer)
    {
        var followUps = answer.FollowUps.DistinctBy(f => f.Request).ToList();
        if (followUps.Count <= Component.MaxPerRow && answer.Outcome != Outcome.Suggested && followUps.TrueForAll(f => DisplayWidth.Of(f.Label) <= MaxButtonWidth))
        {
            var buttons = new List<Component>();
            foreach (var followUp in followUps)
            {
                Add(buttons, ButtonStyle.Secondary, followUp.Label, ButtonAction.FollowUp, followUp.Request, answer);
            }

            return buttons.Count > 0 ? Component.Row(buttons) : null;
        }

        var options = new List<SelectOption>();
        foreach (var followUp in followUps)
        {
            if (options.Count < Component.MaxOptions && code.Write(ButtonAction.FollowUp, followUp.Request, answer.Version, Component.MaxCustomIdLength) is { } value)
            {
                options.Add(new SelectOption(Truncation.Cut(followUp.Label, Component.MaxCustomIdLength), value));
            }
        }

        return options.Count > 0 ? Component.Row(Component.Select(AdapterTexts.In(answer.Language).TryAlso, InteractionParser.MenuId, options)) : null;
    }

    // A request that is too long for a button gets none; its command can still be typed.
    private void Add(List<Component> buttons, ButtonStyle style, string label, ButtonAction action, Request request, Answer answer)
    {
        if (code.Write(action, request, answer.Version, Component.MaxCustomIdLength) is { } customId)
        {
            buttons.Add(Component.Button(style, label, customId));
        }
    }
}
