using System.Globalization;

namespace Bot.Loopback.Telegram;

/// <summary>A tag that has begun.</summary>
/// <param name="name">Its name, in small letters.</param>
/// <param name="offset">Where in the text it begins.</param>
internal sealed class HtmlTag(string name, int offset)
{
    /// <summary>Its name, in small letters.</summary>
    public string Name => name;

    /// <summary>Where in the text it begins.</summary>
    public int Offset => offset;

    /// <summary>What its attributes say; empty for nothing.</summary>
    public string Argument { get; private set; } = "";

    /// <summary>The Unix time of a date.</summary>
    public int Time { get; private set; }

    /// <summary>Takes an attribute; one that the server does not know is ignored, as there.</summary>
    public void Set(string attribute, string? value)
    {
        switch (Name, attribute)
        {
            case ("blockquote", "expandable"):
                Argument = "1";
                break;
            case ("a", "href") or ("tg-emoji", "emoji-id") or ("tg-time", "format") when value is not null:
                Argument = value;
                break;
            case ("code", "class") when value?.StartsWith("language-", StringComparison.Ordinal) == true:
                Argument = value["language-".Length..];
                break;
            case ("span", "class") when value?.StartsWith("tg-", StringComparison.Ordinal) == true:
                Argument = value["tg-".Length..];
                break;
            case ("tg-time", "unix") when value is not null:
                Time = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time) ? time : 0;
                break;
        }
    }
}
