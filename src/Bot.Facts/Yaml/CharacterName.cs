using System.Globalization;

namespace Bot.Facts.Yaml;

/// <summary>The names of characters that nobody sees, or that look like others, for messages (Unicode Character Database, field Name).</summary>
internal static class CharacterName
{
    private static readonly Dictionary<int, string> s_names = new()
    {
        [0x09] = "tab",
        [0x7F] = "delete",
        [0x85] = "next line",
        [0xA0] = "no-break space",
        [0xAD] = "soft hyphen",
        [0x61C] = "Arabic letter mark",
        [0x1680] = "Ogham space mark",
        [0x200B] = "zero-width space",
        [0x200C] = "zero-width non-joiner",
        [0x200D] = "zero-width joiner",
        [0x200E] = "left-to-right mark",
        [0x200F] = "right-to-left mark",
        [0x2028] = "line separator",
        [0x2029] = "paragraph separator",
        [0x202A] = "left-to-right embedding",
        [0x202B] = "right-to-left embedding",
        [0x202C] = "pop directional formatting",
        [0x202D] = "left-to-right override",
        [0x202E] = "right-to-left override",
        [0x202F] = "narrow no-break space",
        [0x2060] = "word joiner",
        [0x2061] = "function application",
        [0x2062] = "invisible times",
        [0x2063] = "invisible separator",
        [0x2064] = "invisible plus",
        [0x2066] = "left-to-right isolate",
        [0x2067] = "right-to-left isolate",
        [0x2068] = "first strong isolate",
        [0x2069] = "pop directional isolate",
        [0x3000] = "ideographic space",
        [0xFEFF] = "byte order mark",
        [0xFF1A] = "full-width colon",
        [0xFFFD] = "replacement character",
    };

    /// <summary>A character's code and name, such as <c>U+3000 (ideographic space)</c>.</summary>
    public static string Of(int code) => $"U+{code:X4} ({Name(code)})";

    private static string Name(int code) => s_names.TryGetValue(code, out var name) ? name
        : CharUnicodeInfo.GetUnicodeCategory(code) switch
        {
            UnicodeCategory.Control => "control character",
            UnicodeCategory.PrivateUse => "private use",
            UnicodeCategory.SpaceSeparator => "space of another width",
            UnicodeCategory.Format => "format character",
            _ => "unassigned",
        };
}
