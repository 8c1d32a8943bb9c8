using System.Collections.Immutable;
using Bot.Adapters.Pipeline;
using Bot.Answers;
using Bot.Answers.Model;
using Telegram.Bot.Types;

namespace Bot.Telegram.Parsing;

/// <summary>Reads which facts one of the bot's own messages shows from its buttons, so that any replica can answer a reply to it.</summary>
/// <param name="answerer">Knows the facts.</param>
internal sealed class RepliedAnswer(Answerer answerer)
{
    private readonly ButtonCode _buttons = new(answerer);

    /// <summary>The ids of the facts; empty when the message has no buttons of facts.</summary>
    public ImmutableArray<string> FactsOf(Message message)
    {
        foreach (var button in message.ReplyMarkup?.InlineKeyboard?.SelectMany(row => row) ?? [])
        {
            // Details and other pages are those of the answer itself. Follow-ups ask about other facts.
            if (_buttons.Read(button.CallbackData) is (ButtonAction.Page, var decoded) && answerer.FactsOf(decoded.Request) is { IsEmpty: false } facts)
            {
                return [.. facts.Take(Request.MaxFollowsUp)];
            }
        }

        return [];
    }
}
