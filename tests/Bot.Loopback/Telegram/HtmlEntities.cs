using System.Globalization;

namespace Bot.Loopback.Telegram;

/// <summary>The entities that tags make, in the order in which the tags end.</summary>
internal sealed class HtmlEntities
{
    private readonly List<TextEntity> _entities = [];

    /// <summary>The entities as the server gives them.</summary>
    public TextEntity[] ToArray() => [.. _entities.Select(e => e.Type == "code" ? e with { Language = null } : e)];

    /// <summary>Adds what a tag makes of the text inside it, which is not empty.</summary>
    /// <exception cref="Refusal">The tag's argument is wrong.</exception>
    public void Add(HtmlTag tag, string inside)
    {
        var entity = new TextEntity("", tag.Offset, inside.Length);
        var inner = _entities.Count > 0 && _entities[^1].Offset == entity.Offset && _entities[^1].Length == entity.Length ? _entities[^1] : null;
        switch (tag.Name)
        {
            case "b" or "strong":
                _entities.Add(entity with { Type = "bold" });
                break;
            case "i" or "em":
                _entities.Add(entity with { Type = "italic" });
                break;
            case "s" or "strike" or "del":
                _entities.Add(entity with { Type = "strikethrough" });
                break;
            case "u" or "ins":
                _entities.Add(entity with { Type = "underline" });
                break;
            case "tg-spoiler" or "span":
                _entities.Add(entity with { Type = "spoiler" });
                break;
            case "blockquote":
                _entities.Add(entity with { Type = tag.Argument.Length > 0 ? "expandable_blockquote" : "blockquote" });
                break;
            case "pre" when inner is { Type: "code", Language: not null }:
                _entities[^1] = inner with { Type = "pre" };
                break;
            case "pre":
                _entities.Add(entity with { Type = "pre" });
                break;
            case "code" when inner is { Type: "pre" } && tag.Argument.Length > 0:
                _entities[^1] = inner with { Language = tag.Argument };
                break;
            case "code":
                _entities.Add(entity with { Type = "code", Language = tag.Argument.Length > 0 ? tag.Argument : null });
                break;
            case "tg-emoji":
                AddEmoji(tag, entity);
                break;
            case "tg-time":
                AddTime(tag, entity);
                break;
            case "a":
                AddLink(tag, entity, inside);
                break;
        }
    }

    private void AddEmoji(HtmlTag tag, TextEntity entity)
    {
        if (!long.TryParse(tag.Argument, CultureInfo.InvariantCulture, out var emoji) || emoji == 0)
        {
            throw HtmlText.Refuse("Invalid custom emoji identifier specified");
        }

        _entities.Add(entity with { Type = "custom_emoji", CustomEmojiId = tag.Argument });
    }

    private void AddTime(HtmlTag tag, TextEntity entity)
    {
        if (tag.Argument is not ("r" or "R") && tag.Argument.Any(c => c is not ('t' or 'T' or 'd' or 'D' or 'w' or 'W')))
        {
            throw HtmlText.Refuse("Invalid date format used");
        }

        if (tag.Time > 0)
        {
            _entities.Add(entity with { Type = "date_time", UnixTime = tag.Time, DateTimeFormat = tag.Argument });
        }
    }

    private void AddLink(HtmlTag tag, TextEntity entity, string inside)
    {
        var url = tag.Argument.Length > 0 ? tag.Argument : inside;
        if (Links.User(url) is { } user)
        {
            _entities.Add(entity with { Type = "text_mention", UserId = user });
        }
        else if (Links.Checked(url) is { } link)
        {
            _entities.Add(entity with { Type = "text_link", Url = link });
        }
    }
}
