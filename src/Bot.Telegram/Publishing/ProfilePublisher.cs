using Bot.Answers;
using Bot.Answers.Texts;
using Bot.Telegram.Api;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Publishing;

/// <summary>Publishes the bot's commands and descriptions, which Telegram shows before the first question, in every language that Telegram accepts.</summary>
internal sealed partial class ProfilePublisher(Answerer answerer, ApiRequestSender sender, ILogger logger)
{
    // The language tags by Telegram's code. Empty is for everybody without a list of their own. Telegram accepts ISO 639-1 codes, so both
    // Chinese scripts share one list (Bot API, setMyCommands).
    private static readonly (string? Code, string Tag)[] s_lists = [(null, "en"), ("zh", "zh-Hans"), ("ru", "ru"), ("uk", "uk")];

    /// <summary>Publishes only the parts that have changed.</summary>
    public async Task PublishAsync(CancellationToken cancellation)
    {
        foreach (var (code, tag) in s_lists)
        {
            var texts = AdapterTexts.In(tag);
            var commands = answerer.ListCommands(tag).Select(c => new BotCommand { Command = c.Name, Description = c.Help }).ToList();
            await PublishAsync(
                "commands",
                code,
                new GetMyCommandsRequest { LanguageCode = code },
                published => published.Select(c => (c.Command, c.Description)).SequenceEqual(commands.Select(c => (c.Command, c.Description))),
                new SetMyCommandsRequest { Commands = commands, LanguageCode = code },
                cancellation).ConfigureAwait(false);
            await PublishAsync(
                "description",
                code,
                new GetMyDescriptionRequest { LanguageCode = code },
                published => published.Description == texts.Description,
                new SetMyDescriptionRequest { Description = texts.Description, LanguageCode = code },
                cancellation).ConfigureAwait(false);
            await PublishAsync(
                "short description",
                code,
                new GetMyShortDescriptionRequest { LanguageCode = code },
                published => published.ShortDescription == texts.ShortDescription,
                new SetMyShortDescriptionRequest { ShortDescription = texts.ShortDescription, LanguageCode = code },
                cancellation).ConfigureAwait(false);
        }
    }

    private async Task PublishAsync<T>(string what, string? code, IRequest<T> get, Func<T, bool> isCurrent, IRequest set, CancellationToken cancellation)
        where T : class
    {
        if (await sender.QueryAsync(get, cancellation).ConfigureAwait(false) is { } published
            && !isCurrent(published)
            && await sender.SendAsync(set, cancellation).ConfigureAwait(false))
        {
            LogPublished(what, code ?? "default");
        }
    }

    [LoggerMessage(TelegramEvents.ProfilePublished, LogLevel.Information, "Published the {What} on Telegram, language {Language}.")]
    private partial void LogPublished(string what, string language);
}
