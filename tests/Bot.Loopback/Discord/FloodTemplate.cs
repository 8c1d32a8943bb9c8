using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Loopback.Discord;

/// <summary>The payload of an interaction, ready but for its identifier and its token.</summary>
internal sealed class FloodTemplate(JsonObject payload, ulong? guild)
{
    private readonly byte[] _rest = payload.ToUtf8()[1..];

    /// <summary>The guild that it comes from.</summary>
    public ulong? Guild => guild;

    /// <summary>The whole payload.</summary>
    public byte[] Fill(ulong id, string token)
    {
        Span<byte> number = stackalloc byte[20];
        Utf8Formatter.TryFormat(id, number, out var digits);
        Span<byte> text = stackalloc byte[256];
        var length = Encoding.UTF8.GetBytes(token, text);
        return [.. "{\"id\":\""u8, .. number[..digits], .. "\",\"token\":\""u8, .. text[..length], .. "\","u8, .. _rest];
    }
}
