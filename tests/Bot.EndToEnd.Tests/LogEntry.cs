using Microsoft.Extensions.Logging;

namespace Bot.EndToEnd.Tests;

/// <summary>What was logged at once.</summary>
/// <param name="Category">The name of the logger.</param>
/// <param name="Id">The event's id.</param>
/// <param name="Level">The level.</param>
/// <param name="Text">The message, with the exception as it would be printed.</param>
internal sealed record LogEntry(string Category, int Id, LogLevel Level, string Text);
