using System.Net;
using System.Text.RegularExpressions;
using Bot.Adapters.Text;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace Bot.Telegram.Api;

/// <summary>Reduces a request to plain text, for when Telegram does not accept its markup, its length or a button: an answer without links is better than none.</summary>
internal static partial class PlainContent
{
    /// <summary>Removes markup and buttons from a request, and cuts a text that is too long.</summary>
    /// <param name="request">The request, which is changed.</param>
    /// <returns>Whether anything was removed.</returns>
    public static bool TryReduce(IRequest request)
    {
        switch (request)
        {
            case SendMessageRequest message when IsRich(message.Text, message.ParseMode, message.ReplyMarkup):
                (message.Text, message.ParseMode, message.ReplyMarkup) = (Plain(message.Text, message.ParseMode), ParseMode.None, null);
                return true;
            case EditMessageTextRequest edit when IsRich(edit.Text, edit.ParseMode, edit.ReplyMarkup):
                (edit.Text, edit.ParseMode, edit.ReplyMarkup) = (Plain(edit.Text, edit.ParseMode), ParseMode.None, null);
                return true;
            case EditInlineMessageTextRequest edit when IsRich(edit.Text, edit.ParseMode, edit.ReplyMarkup):
                (edit.Text, edit.ParseMode, edit.ReplyMarkup) = (Plain(edit.Text, edit.ParseMode), ParseMode.None, null);
                return true;
            case AnswerCallbackQueryRequest { Text: not null } press:
                (press.Text, press.ShowAlert) = (null, false);
                return true;
            case AnswerInlineQueryRequest query:
                var isReduced = query.Button is not null;
                query.Button = null;
                foreach (var result in query.Results)
                {
                    isReduced |= TryReduce(result);
                }

                return isReduced;
            case AnswerGuestQueryRequest query:
                return TryReduce(query.Result);
            default:
                return false;
        }
    }

    private static bool TryReduce(InlineQueryResult result)
    {
        if (result is not InlineQueryResultArticle { InputMessageContent: InputTextMessageContent content } || !IsRich(content.MessageText, content.ParseMode, result.ReplyMarkup))
        {
            return false;
        }

        (content.MessageText, content.ParseMode, result.ReplyMarkup) = (Plain(content.MessageText, content.ParseMode), ParseMode.None, null);
        return true;
    }

    private static bool IsRich(string? text, ParseMode mode, object? markup) => mode != ParseMode.None || markup is not null || text?.Length > MessageLimits.MaxLength;

    private static string Plain(string? text, ParseMode mode) =>
        Truncation.Cut(mode == ParseMode.None ? text ?? "" : WebUtility.HtmlDecode(Tag().Replace(text ?? "", "")), MessageLimits.MaxLength);

    // The bot escapes both angle brackets wherever they are not a tag's.
    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
