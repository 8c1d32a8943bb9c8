namespace Bot.Telegram.Logging;

/// <summary>The log events of the Telegram adapter. Operators filter by these ids, so an id is never changed or reused.</summary>
public static class TelegramEvents
{
    /// <summary>Telegram is reached again.</summary>
    public const int Reconnected = 1;

    /// <summary>A polled update cannot be read.</summary>
    public const int UpdateSkipped = 2;

    /// <summary>Another process polls with the same token.</summary>
    public const int PollConflict = 3;

    /// <summary>Telegram answered a poll with an error.</summary>
    public const int PollRejected = 4;

    /// <summary>A poll did not reach Telegram.</summary>
    public const int PollFailed = 5;

    /// <summary>The bot stopped before it answered all polled updates.</summary>
    public const int UpdatesUnanswered = 6;

    /// <summary>The bot stopped without confirming the offset of the last updates.</summary>
    public const int OffsetUnconfirmed = 7;

    /// <summary>Updates whose answers must wait were stored.</summary>
    public const int UpdatesStored = 8;

    /// <summary>Updates that must wait cannot be stored.</summary>
    public const int StateFolderUnusable = 9;

    /// <summary>Handling an update threw an exception.</summary>
    public const int UpdateFailed = 10;

    /// <summary>So many updates wait that no more are accepted.</summary>
    public const int QueuesFull = 11;

    /// <summary>So many questions wait in one chat that more are not answered.</summary>
    public const int ChatQueueFull = 12;

    /// <summary>A part of a polled update cannot be read; the rest is handled.</summary>
    public const int UpdateReadInPart = 13;

    /// <summary>Lines of the file with saved updates cannot be read.</summary>
    public const int JournalLinesSkipped = 14;

    /// <summary>Polls get no updates, because somebody has set a webhook.</summary>
    public const int WebhookActive = 15;

    /// <summary>Telegram did not remove the webhook.</summary>
    public const int WebhookNotRemoved = 16;

    /// <summary>A group has become a supergroup.</summary>
    public const int ChatMigrated = 20;

    /// <summary>Telegram asks to wait before a request.</summary>
    public const int RateLimited = 21;

    /// <summary>A request did not reach Telegram.</summary>
    public const int RequestFailed = 22;

    /// <summary>Telegram did not accept a request, for a reason that is not the bot's.</summary>
    public const int RequestDeclined = 23;

    /// <summary>Telegram rejected a request that it should have accepted.</summary>
    public const int RequestRejected = 24;

    /// <summary>The topic of an answer no longer exists, and the answer is sent without it.</summary>
    public const int TopicGone = 25;

    /// <summary>Telegram did not accept markup, length or buttons, and the answer is sent as plain text.</summary>
    public const int ContentRejected = 26;

    /// <summary>A webhook request came without the right secret.</summary>
    public const int WebhookUnauthorized = 30;

    /// <summary>An update that the webhook received cannot be read.</summary>
    public const int WebhookUpdateSkipped = 31;

    /// <summary>The bot stopped before it answered all updates of the webhook.</summary>
    public const int WebhookUpdatesUnanswered = 32;

    /// <summary>A part of an update that the webhook received cannot be read; the rest is handled.</summary>
    public const int WebhookUpdateReadInPart = 33;

    /// <summary>A webhook request with the right secret has a body that is too large, too slow, broken or not an update.</summary>
    public const int WebhookRequestRejected = 34;

    /// <summary>The webhook was removed or replaced, and is set again.</summary>
    public const int WebhookReplaced = 35;

    /// <summary>Telegram cannot deliver updates by webhook.</summary>
    public const int WebhookFailing = 36;

    /// <summary>Telegram delivers updates by webhook again.</summary>
    public const int WebhookRecovered = 37;

    /// <summary>Telegram did not report the webhook's state.</summary>
    public const int WebhookUnchecked = 38;

    /// <summary>A part of the bot's profile was published.</summary>
    public const int ProfilePublished = 40;

    /// <summary>The server lacks a method of the profile.</summary>
    public const int ProfileMethodMissing = 41;

    /// <summary>The bot receives updates.</summary>
    public const int Connected = 50;

    /// <summary>The bot has stopped receiving updates.</summary>
    public const int Disconnected = 51;

    /// <summary>Telegram does not know the token.</summary>
    public const int TokenRejected = 52;

    /// <summary>Telegram does not accept the webhook's address.</summary>
    public const int WebhookRejected = 53;

    /// <summary>Inline mode is off.</summary>
    public const int InlineModeOff = 54;

    /// <summary>Guest mode is off.</summary>
    public const int GuestModeOff = 55;

    /// <summary>Privacy mode is off.</summary>
    public const int PrivacyModeOff = 56;

    /// <summary>Telegram did not remove the webhook when the bot started to poll.</summary>
    public const int WebhookNotRemovedAtStart = 57;
}
