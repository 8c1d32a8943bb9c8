namespace Bot.Discord.Wire;

/// <summary>A framed text in somebody's message (Message Resource, Embed Object). The bot sends none.</summary>
public sealed record Embed
{
    /// <summary>The heading.</summary>
    public string? Title { get; init; }

    /// <summary>The text, in markdown.</summary>
    public string? Description { get; init; }

    /// <summary>The author.</summary>
    public EmbedAuthor? Author { get; init; }

    /// <summary>The small texts with a heading each.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }

    /// <summary>The small line below.</summary>
    public EmbedFooter? Footer { get; init; }
}

/// <summary>The author that an embed names.</summary>
public sealed record EmbedAuthor
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }
}

/// <summary>A small text with a heading in an embed.</summary>
public sealed record EmbedField
{
    /// <summary>The heading.</summary>
    public string? Name { get; init; }

    /// <summary>The text.</summary>
    public string? Value { get; init; }
}

/// <summary>The small line below an embed.</summary>
public sealed record EmbedFooter
{
    /// <summary>The text.</summary>
    public string? Text { get; init; }
}
