using System.Text.Json.Serialization;

namespace Bot.Discord.Rest;

/// <summary>The JSON of REST answers, generated at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CurrentApplication))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(RestError))]
[JsonSerializable(typeof(IReadOnlyList<ulong>))]
internal sealed partial class RestJson : JsonSerializerContext;
