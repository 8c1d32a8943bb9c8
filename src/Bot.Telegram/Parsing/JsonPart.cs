using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Telegram.Parsing;

/// <summary>
/// Reads one value of a form that is known, and gives null for any other. The reader stands at the value's first token, and afterwards
/// at its last.
/// </summary>
internal delegate JsonNode? JsonPart(ref Utf8JsonReader reader);
