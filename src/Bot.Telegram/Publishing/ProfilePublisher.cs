using Bot.Answers;
using Bot.Telegram.Api;
using Bot.Telegram.Logging;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Bot.Telegram.Publishing;

/// <summary>Publishes the bot's commands and descriptions, which Telegram shows before the first question, in every language that Telegram accepts.</summary>
internal sealed partial class ProfilePublisher(Answerer answerer, ApiRequestSender sender, ILogger logger)
{
    // Those that the server lacks, each of which is logged once.
    private readonly HashSet<string> _missing = [];

    /// <summary>Publishes what has changed, at the start and whenever the base changes it, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        IReadOnlyList<PublishedProfile> published = [];
        while (true)
        {
            var version = answerer.Version;
            var current = PublishedProfile.Of(answerer);
            foreach (var profile in current.Except(published))
            {
                await PublishAsync(profile, cancellation).ConfigureAwait(false);
            }

            published = current;
            await answerer.WaitForOtherBaseAsync(version, cancellation).ConfigureAwait(false);
        }
    }

    // Only the parts that differ from what Telegram has.
    private async Task PublishAsync(PublishedProfile profile, CancellationToken cancellation)
    {
        await PublishAsync(
            "commands",
            profile.Code,
            new GetMyCommandsRequest { LanguageCode = profile.Code },
            published => published.Select(c => (c.Command, c.Description)).SequenceEqual(profile.Commands),
            new SetMyCommandsRequest { Commands = profile.Commands.Select(c => new BotCommand { Command = c.Name, Description = c.Help }), LanguageCode = profile.Code },
            cancellation).ConfigureAwait(false);
        await PublishAsync(
            "description",
            profile.Code,
            new GetMyDescriptionRequest { LanguageCode = profile.Code },
            published => published.Description == profile.Description,
            new SetMyDescriptionRequest { Description = profile.Description, LanguageCode = profile.Code },
            cancellation).ConfigureAwait(false);
        await PublishAsync(
            "short description",
            profile.Code,
            new GetMyShortDescriptionRequest { LanguageCode = profile.Code },
            published => published.ShortDescription == profile.ShortDescription,
            new SetMyShortDescriptionRequest { ShortDescription = profile.ShortDescription, LanguageCode = profile.Code },
            cancellation).ConfigureAwait(false);
    }

    private async Task PublishAsync<T>(string what, string? code, IRequest<T> get, Func<T, bool> isCurrent, IRequest set, CancellationToken cancellation)
        where T : class
    {
        // What cannot be read is published in any case.
        var published = await TryAsync(get, () => sender.QueryAsync(get, cancellation, isOptional: true)).ConfigureAwait(false);
        if ((published is null || !isCurrent(published)) && await TryAsync(set, () => sender.SendAsync(set, cancellation, isOptional: true)).ConfigureAwait(false))
        {
            LogPublished(what, code ?? "default");
        }
    }

    private async Task<TResult?> TryAsync<TResult>(IRequest request, Func<Task<TResult?>> call)
    {
        if (_missing.Contains(request.MethodName))
        {
            return default;
        }

        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (RequestException ex) when (ApiRequestSender.IsNotFound(ex))
        {
            _missing.Add(request.MethodName);
            LogMissing(request.MethodName, ApiRequestSender.Summary(ex));
            return default;
        }
    }

    [LoggerMessage(TelegramEvents.ProfilePublished, LogLevel.Information, "Published the {What} on Telegram, language {Language}.")]
    private partial void LogPublished(string what, string language);

    [LoggerMessage(TelegramEvents.ProfileMethodMissing, LogLevel.Warning, "The server of the Bot API has no method {Method}: {Error} The rest of the profile is published without it.")]
    private partial void LogMissing(string method, string error);
}
