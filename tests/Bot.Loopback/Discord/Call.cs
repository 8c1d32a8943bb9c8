using System.Text.Json.Nodes;
using Bot.Loopback.Core;

namespace Bot.Loopback.Discord;

/// <summary>A request that the bot made.</summary>
/// <param name="Number">Its place in the order of arrival, from 1.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path after the base address, such as <c>gateway/bot</c>.</param>
/// <param name="Query">The query, with its question mark.</param>
/// <param name="Headers">The headers, by lower-case name.</param>
/// <param name="Body">The body, if it is JSON.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Status">The HTTP status answered; 0 if the connection was cut.</param>
/// <param name="Answer">The body answered.</param>
public sealed record Call(int Number, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonNode? Body, DateTimeOffset At, int Status, string Answer) : ICall
{
    /// <summary>Whether it fits a pattern, such as <c>PUT applications/*/commands</c>.</summary>
    public bool Is(string pattern) => new RoutePattern(pattern).Fits(Method, Path);
}
