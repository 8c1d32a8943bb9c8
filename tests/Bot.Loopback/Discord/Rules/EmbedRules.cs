using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Loopback.Discord.Rules;

/// <summary>Which embeds a message may have (Message, Embed Object and Embed Limits; the limits of addresses and colours are in the OpenAPI description, RichEmbed).</summary>
internal static partial class EmbedRules
{
    /// <summary>The maximum number of embeds of a message (Receiving and Responding, Messages).</summary>
    public const int Most = 10;

    /// <summary>The largest colour.</summary>
    public const int LargestColour = 0xFFFFFF;

    private const int MaxCharacters = 6000;
    private const int MaxFields = 25;
    private const int MaxTitleLength = 256;
    private const int MaxDescriptionLength = 4096;
    private const int MaxFieldNameLength = 256;
    private const int MaxFieldValueLength = 1024;
    private const int MaxFooterLength = 2048;
    private const int MaxAuthorLength = 256;

    private static readonly string[] s_shown = ["title", "description", "fields", "footer", "author", "image", "thumbnail", "video", "provider", "url"];

    /// <summary>Checks the embeds of a message.</summary>
    public static void Check(Field embeds)
    {
        var characters = 0;
        foreach (var embed in embeds.Items(0, Most))
        {
            characters += CheckEmbed(embed);
        }

        if (characters > MaxCharacters)
        {
            embeds.Refuse(Codes.EmbedsTooLarge, $"Embed size exceeds maximum size of {MaxCharacters}");
        }
    }

    // Returns the characters that count among those of all embeds.
    private static int CheckEmbed(Field embed)
    {
        // Common knowledge: null and {} are no embeds, and an embed without anything to show lacks a description.
        if (embed.Value is null or JsonObject { Count: 0 })
        {
            embed.Refuse(Codes.ItemRequired, "List item values of ModelType are required");
            return 0;
        }

        if (!embed.IsObject())
        {
            return 0;
        }

        if (!s_shown.Any(n => IsShown(embed[n])))
        {
            embed["description"].Refuse(Codes.Required, "This field is required");
        }

        embed["type"].Text(int.MaxValue);
        Urls.CheckPage(embed["url"]);
        embed["color"].Integer(0, LargestColour);
        CheckTimestamp(embed["timestamp"]);
        CheckMedia(embed["image"], isRequired: true);
        CheckMedia(embed["thumbnail"], isRequired: true);
        CheckMedia(embed["video"], isRequired: false);
        var provider = embed["provider"];
        if (provider.IsObjectIfGiven())
        {
            provider["name"].TrimmedText(MaxAuthorLength);
            Urls.CheckPage(provider["url"]);
        }

        return Count(embed["title"].TrimmedText(MaxTitleLength))
            + Count(embed["description"].TrimmedText(MaxDescriptionLength))
            + CheckFields(embed["fields"])
            + CheckFooter(embed["footer"])
            + CheckAuthor(embed["author"]);
    }

    private static int CheckFields(Field fields)
    {
        var characters = 0;
        foreach (var field in fields.Items(0, MaxFields))
        {
            if (!field.IsObject())
            {
                continue;
            }

            characters += Count(field["name"].TrimmedText(MaxFieldNameLength, required: true));
            characters += Count(field["value"].TrimmedText(MaxFieldValueLength, required: true));
            field["inline"].Boolean();
        }

        return characters;
    }

    private static int CheckFooter(Field footer)
    {
        if (!footer.IsObjectIfGiven())
        {
            return 0;
        }

        Urls.CheckMedia(footer["icon_url"]);
        return Count(footer["text"].TrimmedText(MaxFooterLength, required: true));
    }

    private static int CheckAuthor(Field author)
    {
        if (!author.IsObjectIfGiven())
        {
            return 0;
        }

        Urls.CheckPage(author["url"]);
        Urls.CheckMedia(author["icon_url"]);
        return Count(author["name"].TrimmedText(MaxAuthorLength, required: true));
    }

    private static void CheckMedia(Field media, bool isRequired)
    {
        if (!media.IsObjectIfGiven())
        {
            return;
        }

        if (isRequired)
        {
            media["url"].Require();
        }

        Urls.CheckMedia(media["url"]);
    }

    // "ISO8601 timestamp", and a date-time to the OpenAPI description.
    private static void CheckTimestamp(Field timestamp)
    {
        if (timestamp.Text(int.MaxValue) is { } text && !(Moment.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)))
        {
            timestamp.Refuse(Codes.Timestamp, $"Could not parse {text}. Should be ISO8601.");
        }
    }

    private static bool IsShown(Field part) => part.Value switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        _ => part.PeekText() is not { } text || !string.IsNullOrWhiteSpace(text),
    };

    private static int Count(string? text) => text is null ? 0 : Characters.Count(text);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$")]
    private static partial Regex Moment { get; }
}
