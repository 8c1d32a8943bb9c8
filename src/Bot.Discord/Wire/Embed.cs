namespace Bot.Discord.Wire;

/// <summary>A framed text (Message Resource, Embed Object).</summary>
public sealed record Embed
{
    /// <summary>The most characters of a title (Message Resource, Embed Limits).</summary>
    public const int MaxTitleLength = 256;

    /// <summary>The most characters of a description (Message Resource, Embed Limits).</summary>
    public const int MaxDescriptionLength = 4096;

    /// <summary>The most characters of all texts of all embeds of a message (Message Resource, Embed Limits).</summary>
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
    /// How much Discord counts: white space around a text is not (Message Resource, Embed Limits). It counts characters, of which
    /// there are no more than the UTF-16 units that are given here.
    /// </summary>
    public int Length() => Count(Title) + Count(Description) + Count(Footer?.Text);

    private static int Count(string? text) => text.AsSpan().Trim().Length;
}

/// <summary>A small line below an embed.</summary>
/// <param name="Text">The line, which has no markdown.</param>
public sealed record EmbedFooter(string Text);
