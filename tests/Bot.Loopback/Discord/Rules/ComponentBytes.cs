using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord.Rules;

/// <summary>How much the texts of a message's components take in UTF-8, beside their limit in characters (Discord's issue 8554, which measured it).</summary>
internal static class ComponentBytes
{
    private const int Largest = 10_170;
    private const int OfEachText = 12;

    /// <summary>Whether they take so much that Discord fails.</summary>
    /// <param name="components">The components, which may be absent.</param>
    public static bool IsTooLarge(JsonNode? components) =>
        components is JsonArray list && MessageComponents.Texts(list).Sum(t => Encoding.UTF8.GetByteCount(t) + OfEachText) > Largest;
}
