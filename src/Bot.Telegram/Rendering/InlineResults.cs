using System.Collections.Immutable;
using Bot.Adapters.Pipeline;
using Bot.Answers.Model;
using Bot.Answers.Texts;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace Bot.Telegram.Rendering;

/// <summary>Creates the inline results that people choose from and post in any chat.</summary>
internal static class InlineResults
{
    /// <summary>How long Telegram may cache the results, in seconds. It is short so that a changed base shows soon.</summary>
    public const int CacheSeconds = 30;

    /// <summary>The results for the pages of suggestions.</summary>
    public static List<InlineQueryResult> For(ImmutableArray<Suggested<TelegramPage>> pages)
    {
        var results = new List<InlineQueryResult>(pages.Length);
        foreach (var page in pages)
        {
            var result = Article($"{results.Count}", page.Rendered);
            result.Title = TitleOf(page);
            results.Add(result);
        }

        return results;
    }

    /// <summary>A page as a result.</summary>
    /// <param name="id">Its id among the results, 1–64 bytes.</param>
    /// <param name="rendered">The page.</param>
    public static InlineQueryResultArticle Article(string id, Rendered<TelegramPage> rendered) => new()
    {
        Id = id,
        Title = rendered.Page.Title,
        Description = Description(rendered.Page),
        InputMessageContent = new InputTextMessageContent { MessageText = rendered.Content.Html, ParseMode = ParseMode.Html, LinkPreviewOptions = new() { IsDisabled = true } },
        ReplyMarkup = rendered.Content.Keyboard,
    };

    /// <summary>A line as a result.</summary>
    /// <param name="id">Its id among the results, 1–64 bytes.</param>
    /// <param name="text">The line.</param>
    public static InlineQueryResultArticle Line(string id, string text) => new() { Id = id, Title = text, InputMessageContent = new InputTextMessageContent { MessageText = text } };

    /// <summary>The button above the results that opens a chat with the bot.</summary>
    public static InlineQueryResultsButton HelpButton(string language) => new() { Text = AdapterTexts.In(language).Help, StartParameter = "help" };

    // The title of a fact's page is its event, which other results share.
    private static string TitleOf(Suggested<TelegramPage> page) => page.Rendered.Page.Facts.Any() && page.Rendered.Page.Request.Command == "ask" ? page.Label : page.Rendered.Page.Title;

    private static string? Description(Answer answer) =>
        answer.Facts.FirstOrDefault() is { } fact ? fact.Text
        : answer.Sections.SelectMany(s => s.Paragraphs).FirstOrDefault();
}
