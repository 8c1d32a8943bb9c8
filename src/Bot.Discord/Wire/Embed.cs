namespace Bot.Discord.Wire;

/// <summary>A framed text (Message Resource, Embed Object).</summary>
public sealed record Embed
{
    /// <summary>The maximum length of a title in characters (Message Resource, Embed Limits).</summary>
    public const int MaxTitleLength = 256;

    /// <summary>The maximum length of a description in characters (Message Resource, Embed Limits).</summary>
    public const int MaxDescriptionLength = 4096;

    /// <summary>The maximum length of all texts of all embeds in a message, in characters (Message Resource, Embed Limits).</summary>
    public const int MaxTotalLength = 6000;

    /// <summary>The heading.</summary>
    public string? Title { get; init; }

    /// <summary>The text, in markdown.</summary>
    public string? Description { get; init; }

    /// <summary>The colour of the edge, 0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>A small line below.</summary>
    public EmbedFooter? Footer { get; init; }

    /// <summary>
    /// The length that Discord counts, without white space around the texts (Message Resource, Embed Limits). Discord counts characters,
    /// of which there are at most as many as the UTF-16 units counted here.
    /// </summary>
    public int Length() => Count(Title) + Count(Description) + Count(Footer?.Text);

    private static int Count(string? text) => text.AsSpan().Trim().Length;
}

/// <summary>A small line below an embed.</summary>
/// <param name="Text">The text, without markdown.</param>
public sealed record EmbedFooter(string Text);
