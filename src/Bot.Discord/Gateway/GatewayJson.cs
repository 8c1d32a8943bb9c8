using System.Text.Json.Serialization;

namespace Bot.Discord.Gateway;

/// <summary>The JSON of gateway payloads and saved sessions, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(IdentifyPayload))]
[JsonSerializable(typeof(ResumePayload))]
[JsonSerializable(typeof(SavedSessionFile))]
internal sealed partial class GatewayJson : JsonSerializerContext;
