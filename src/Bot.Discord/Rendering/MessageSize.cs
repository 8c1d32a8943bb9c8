using System.Text;
using Bot.Discord.Wire;

namespace Bot.Discord.Rendering;

/// <summary>
/// The limits of all components of a message together. Discord counts characters, of which there are at most as many as the UTF-16 units
/// counted here.
/// </summary>
internal static class MessageSize
{
    /// <summary>The maximum number of components, nested ones included (Component Reference, Components V2).</summary>
    public const int MaxComponents = 40;

    /// <summary>The maximum length of all texts, in characters (Component Reference, Text Display, whose limit is that of all texts together).</summary>
    public const int MaxLength = 4000;

    /// <summary>
    /// The maximum size of all texts, in bytes of UTF-8 and <see cref="BytesPerText"/> for each. Discord fails with status 500 above
    /// 10,170 bytes (its API documentation's issue 8554), which it does not document.
    /// </summary>
    public const int MaxBytes = 10_000;

    /// <summary>The bytes that each text takes besides its characters (the same issue).</summary>
    public const int BytesPerText = 12;

    // Room for what is added to a rendered page: a line about an outdated button and a link to a message.
    private const int AddedLength = AddedLineLength + MessageLink.MaxLength;
    private const int AddedLineLength = 200;
    private const int AddedBytes = (AddedLineLength * 3) + MessageLink.MaxLength + (2 * BytesPerText);
    private const int AddedComponents = 2;

    /// <summary>Whether Discord accepts a message of these components, also with a line and a link added.</summary>
    public static bool Fits(params IEnumerable<Component> components)
    {
        var (count, length, bytes) = Measure(components);
        return count <= MaxComponents - AddedComponents && length <= MaxLength - AddedLength && bytes <= MaxBytes - AddedBytes;
    }

    private static (int Count, int Length, int Bytes) Measure(IEnumerable<Component> components)
    {
        var (count, length, bytes) = (0, 0, 0);
        foreach (var component in components)
        {
            var inner = Measure(component.Components ?? []);
            count += 1 + inner.Count;
            length += inner.Length;
            bytes += inner.Bytes;
            if (component.Content is { } text)
            {
                length += text.Length;
                bytes += Encoding.UTF8.GetByteCount(text) + BytesPerText;
            }
        }

        return (count, length, bytes);
    }
}
