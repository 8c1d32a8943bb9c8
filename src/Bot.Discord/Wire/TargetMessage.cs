using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>A message that a command was used on (Message Resource, Message Object). Only its texts are read.</summary>
public sealed record TargetMessage
{
    /// <summary>The text.</summary>
    public string? Content { get; init; }

    /// <summary>The components.</summary>
    public IReadOnlyList<TargetComponent>? Components { get; init; }

    /// <summary>The poll.</summary>
    public TargetPoll? Poll { get; init; }

    /// <summary>The embeds.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<TargetFile>? Attachments { get; init; }

    /// <summary>The forwarded messages.</summary>
    public IReadOnlyList<MessageSnapshot>? MessageSnapshots { get; init; }

    /// <summary>Whether a list contains null, which the serializer does not check.</summary>
    [JsonIgnore]
    public bool HasNulls =>
        Components?.Any(c => c is null or { HasNulls: true }) == true
        || Poll?.Answers?.Any(a => a is null) == true
        || Embeds?.Any(e => e is null || e.Fields?.Any(f => f is null) == true) == true
        || Attachments?.Any(a => a is null) == true
        || MessageSnapshots?.Any(s => s is null or { Message.HasNulls: true }) == true;
}

/// <summary>A message at the time it was forwarded.</summary>
public sealed record MessageSnapshot
{
    /// <summary>The message.</summary>
    public TargetMessage? Message { get; init; }
}

/// <summary>A component of any type in somebody's message (Component Reference).</summary>
public sealed record TargetComponent
{
    /// <summary>The text of a text display.</summary>
    public string? Content { get; init; }

    /// <summary>The description of a thumbnail.</summary>
    public string? Description { get; init; }

    /// <summary>The components of a container, a section or a row.</summary>
    public IReadOnlyList<TargetComponent>? Components { get; init; }

    /// <summary>The component beside a section.</summary>
    public TargetComponent? Accessory { get; init; }

    /// <summary>The pictures of a gallery.</summary>
    public IReadOnlyList<TargetFile>? Items { get; init; }

    /// <summary>Whether a list contains null.</summary>
    [JsonIgnore]
    public bool HasNulls => Components?.Any(c => c is null or { HasNulls: true }) == true || Items?.Any(i => i is null) == true || Accessory is { HasNulls: true };
}

/// <summary>A poll in somebody's message (Poll Resource).</summary>
public sealed record TargetPoll
{
    /// <summary>The question.</summary>
    public PollMedia? Question { get; init; }

    /// <summary>The answers to choose from.</summary>
    public IReadOnlyList<PollAnswer>? Answers { get; init; }
}

/// <summary>An answer of a poll.</summary>
public sealed record PollAnswer
{
    /// <summary>What it shows.</summary>
    public PollMedia? PollMedia { get; init; }
}

/// <summary>What a question or an answer of a poll shows.</summary>
public sealed record PollMedia
{
    /// <summary>The text.</summary>
    public string? Text { get; init; }
}

/// <summary>A file or a picture in somebody's message.</summary>
public sealed record TargetFile
{
    /// <summary>The alternative text that its author gave.</summary>
    public string? Description { get; init; }
}
