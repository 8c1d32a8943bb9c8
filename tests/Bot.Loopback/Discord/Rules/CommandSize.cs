using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>How much a slash command says in all (Application Commands, Slash Commands).</summary>
/// <remarks>Counted are <c>name</c>, <c>description</c> and <c>value</c> of the command, its options and their choices; of a text in several languages only the longest, and of a number its digits.</remarks>
internal static class CommandSize
{
    /// <summary>The maximum number of characters.</summary>
    public const int Most = 8000;

    /// <summary>The characters of a command.</summary>
    public static int Of(JsonNode? part) =>
        part is JsonObject json
            ? Longest(json, "name") + Longest(json, "description") + Length(json["value"]) + OfAll(json["options"]) + OfAll(json["choices"])
            : 0;

    private static int OfAll(JsonNode? parts) => parts is JsonArray list ? list.Sum(Of) : 0;

    private static int Longest(JsonObject part, string name)
    {
        var longest = Length(part[name]);
        if (part[name + "_localizations"] is JsonObject localized)
        {
            foreach (var (_, text) in localized)
            {
                longest = Math.Max(longest, Length(text));
            }
        }

        return longest;
    }

    private static int Length(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => Characters.Count(value.GetValue<string>()),
        JsonValueKind.Number => value.ToJsonString().Length,
        _ => 0,
    };
}
