using Bot.Answers;
using Bot.Telegram.Sending;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Bot.Telegram;

/// <summary>What Telegram shows of the bot before anybody asks: its commands and descriptions, in every language that Telegram takes.</summary>
internal sealed partial class Profile(Answerer answerer, Sender sender, ILogger logger)
{
    /// <summary>The five languages.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "zh-Hant", "zh-Hans", "ru", "uk"];

    // By Telegram's code: empty for everybody without a list of their own. It takes ISO 639-1 codes, so that both Chinese scripts
    // share one list (Bot API, setMyCommands).
    private static readonly (string? Code, string Tag)[] s_lists = [(null, "en"), ("zh", "zh-Hans"), ("ru", "ru"), ("uk", "uk")];

    /// <summary>Sets what has changed, and nothing else.</summary>
    public async Task PublishAsync(CancellationToken cancellation)
    {
        foreach (var (code, tag) in s_lists)
        {
            var texts = SharedTexts.In(tag);
            var commands = answerer.Commands(tag).Select(c => new BotCommand { Command = c.Name, Description = c.Help }).ToList();
            var published = await sender.AskAsync(new GetMyCommandsRequest { LanguageCode = code }, cancellation).ConfigureAwait(false);
            if (published is not null && !published.Select(c => (c.Command, c.Description)).SequenceEqual(commands.Select(c => (c.Command, c.Description))))
            {
                await sender.SendAsync(new SetMyCommandsRequest { Commands = commands, LanguageCode = code }, cancellation).ConfigureAwait(false);
                LogPublished("commands", code ?? "default");
            }

            var description = await sender.AskAsync(new GetMyDescriptionRequest { LanguageCode = code }, cancellation).ConfigureAwait(false);
            if (description is not null && description.Description != texts.Description)
            {
                await sender.SendAsync(new SetMyDescriptionRequest { Description = texts.Description, LanguageCode = code }, cancellation).ConfigureAwait(false);
                LogPublished("description", code ?? "default");
            }

            var shortDescription = await sender.AskAsync(new GetMyShortDescriptionRequest { LanguageCode = code }, cancellation).ConfigureAwait(false);
            if (shortDescription is not null && shortDescription.ShortDescription != texts.ShortDescription)
            {
                await sender.SendAsync(new SetMyShortDescriptionRequest { ShortDescription = texts.ShortDescription, LanguageCode = code }, cancellation).ConfigureAwait(false);
                LogPublished("short description", code ?? "default");
            }
        }
    }

    [LoggerMessage(40, LogLevel.Information, "Published the {What} on Telegram, language {Language}.")]
    private partial void LogPublished(string what, string language);
}
