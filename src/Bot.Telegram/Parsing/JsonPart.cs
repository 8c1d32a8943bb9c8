using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Telegram.Parsing;

/// <summary>
/// Reads one value of a known form, and returns null for any other. The reader is at the value's first token before the call and at
/// its last token after it.
/// </summary>
internal delegate JsonNode? JsonPart(ref Utf8JsonReader reader);
