using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Loopback.Discord;

/// <summary>A request as the routes see it.</summary>
/// <param name="Segments">The segments of the path after the base address.</param>
/// <param name="Query">The query.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Bytes">The body.</param>
/// <param name="Body">The body as JSON.</param>
internal sealed record Request(string[] Segments, IQueryCollection Query, IHeaderDictionary Headers, ReadOnlyMemory<byte> Bytes, JsonNode? Body)
{
    /// <summary>A boolean in the query ("API Reference", Boolean Query Strings).</summary>
    public bool Flag(string name) => Query[name].ToString() is "True" or "true" or "1";
}
