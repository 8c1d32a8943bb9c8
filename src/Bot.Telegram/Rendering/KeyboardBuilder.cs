using Bot.Adapters.Pipeline;
using Bot.Adapters.Text;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Telegram.Rendering;

/// <summary>Builds the buttons under an answer: its details and other pages, then the follow-up requests.</summary>
internal sealed class KeyboardBuilder(ButtonCode buttons)
{
    // The width of a label that Telegram shows on half a phone's screen. A Han character counts as two.
    private const int HalfRow = 18;

    // Bot API, InlineKeyboardButton: callback_data.
    private const int MaxBytes = 64;

    // More buttons would be a menu, not a hint.
    private const int MaxFollowUps = 16;

    /// <summary>The buttons; null when there are none.</summary>
    public InlineKeyboardMarkup? For(Answer answer)
    {
        var rows = new List<List<InlineKeyboardButton>>();
        AddPages(answer, rows);
        AddFollowUps(answer, rows);
        return rows.Count > 0 ? new InlineKeyboardMarkup(rows) : null;
    }

    private void AddPages(Answer answer, List<List<InlineKeyboardButton>> rows)
    {
        var row = new List<InlineKeyboardButton>(3);
        if (answer.HasDetails)
        {
            Add(row, AdapterTexts.In(answer.Language).Details, ButtonAction.Page, answer.Request.WithPage(1) with { Detail = Detail.Full }, answer);
        }

        if (answer.Page > 1)
        {
            Add(row, $"‹ {answer.Page - 1}", ButtonAction.Page, answer.Request.WithPage(answer.Page - 1), answer);
        }

        if (answer.Page < answer.Pages)
        {
            Add(row, $"{answer.Page + 1} ›", ButtonAction.Page, answer.Request.WithPage(answer.Page + 1), answer);
        }

        if (row.Count > 0)
        {
            rows.Add(row);
        }
    }

    private void AddFollowUps(Answer answer, List<List<InlineKeyboardButton>> rows)
    {
        var row = new List<InlineKeyboardButton>(2);
        var wide = false;
        foreach (var followUp in answer.FollowUps.AsSpan()[..Math.Min(MaxFollowUps, answer.FollowUps.Length)])
        {
            var isWide = DisplayWidth.Of(followUp.Label) > HalfRow;
            if (row.Count == 2 || (row.Count == 1 && (wide || isWide)))
            {
                rows.Add(row);
                row = new List<InlineKeyboardButton>(2);
            }

            Add(row, followUp.Label, ButtonAction.FollowUp, followUp.Request, answer);
            wide = isWide;
        }

        if (row.Count > 0)
        {
            rows.Add(row);
        }
    }

    // A request that is too long for a button gets none; its command can still be typed.
    private void Add(List<InlineKeyboardButton> row, string label, ButtonAction action, Request request, Answer answer)
    {
        if (buttons.Write(action, request, answer.Version, MaxBytes) is { } data)
        {
            row.Add(InlineKeyboardButton.WithCallbackData(label, data));
        }
    }
}
