namespace Bot.Loopback.Telegram;

/// <summary>A command that the bot declares.</summary>
/// <param name="Command">Its name, without the slash.</param>
/// <param name="Description">What it does.</param>
public sealed record BotCommand(string Command, string Description);
