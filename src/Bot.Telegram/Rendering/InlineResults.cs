using Bot.Answers.Model;
using Bot.Answers.Texts;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace Bot.Telegram.Rendering;

/// <summary>Answers that somebody can choose from, and post in any chat.</summary>
internal static class InlineResults
{
    /// <summary>The most results that are offered; Telegram takes 50 (Bot API, answerInlineQuery).</summary>
    public const int MaxResults = 20;

    /// <summary>How long Telegram may offer them again without asking, in seconds: a changed base shows soon.</summary>
    public const int CacheSeconds = 30;

    /// <summary>The results for what can be asked.</summary>
    public static List<InlineQueryResult> For(IReadOnlyList<FollowUp> suggestions, AnswerView view)
    {
        var results = new List<InlineQueryResult>(suggestions.Count);
        foreach (var suggestion in suggestions)
        {
            results.Add(Article($"{results.Count}", view.Show(suggestion.Request)));
        }

        return results;
    }

    /// <summary>An answer as a result.</summary>
    /// <param name="id">Its id among the results, 1–64 bytes.</param>
    /// <param name="shown">The answer.</param>
    public static InlineQueryResultArticle Article(string id, ShownAnswer shown) => new()
    {
        Id = id,
        Title = shown.Answer.Title,
        Description = Description(shown.Answer),
        InputMessageContent = new InputTextMessageContent { MessageText = shown.Html, ParseMode = ParseMode.Html, LinkPreviewOptions = new() { IsDisabled = true } },
        ReplyMarkup = shown.Keyboard,
    };

    /// <summary>A line as a result.</summary>
    /// <param name="id">Its id among the results, 1–64 bytes.</param>
    /// <param name="text">The line.</param>
    public static InlineQueryResultArticle Line(string id, string text) => new() { Id = id, Title = text, InputMessageContent = new InputTextMessageContent { MessageText = text } };

    /// <summary>The way from the results to a chat with the bot.</summary>
    public static InlineQueryResultsButton HelpButton(string language) => new() { Text = AdapterTexts.In(language).Help, StartParameter = "help" };

    private static string? Description(Answer answer) =>
        answer.Facts.FirstOrDefault() is { } fact ? $"{fact.Status.Symbol} {fact.Date} — {fact.Text}"
        : answer.Sections.SelectMany(s => s.Paragraphs).FirstOrDefault();
}
