using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Bot.Loopback.Discord;

/// <summary>Makes the tokens of interactions: long, unique, and fit for a path.</summary>
internal static class Tokens
{
    /// <summary>A new one.</summary>
    public static string New(ulong interaction)
    {
        Span<byte> bytes = stackalloc byte[128];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, interaction);
        RandomNumberGenerator.Fill(bytes[8..]);
        return "aW50ZXJhY3Rpb246" + Base64Url.EncodeToString(bytes);
    }
}
