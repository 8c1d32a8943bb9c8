using System.Text.Json.Nodes;
using Bot.Loopback.Core;

namespace Bot.Loopback.Telegram;

/// <summary>A call that the bot made.</summary>
/// <param name="Number">Its place in the order of arrival, from 1.</param>
/// <param name="Method">The method, as the bot wrote it.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Status">The HTTP status answered; 0 if the connection was cut.</param>
public sealed record Call(int Number, string Method, JsonObject Parameters, DateTimeOffset At, int Status) : ICall
{
    /// <summary>A parameter as text; empty if it is absent.</summary>
    public string this[string parameter] => Parameters[parameter]?.ToString() ?? "";

    /// <summary>Whether it called the method that the pattern names, in whatever case.</summary>
    public bool Is(string pattern) => Method.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
