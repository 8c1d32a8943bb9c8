namespace Bot.Facts.Authoring;

/// <summary>What a curator can add to a base.</summary>
public enum EntryKind
{
    /// <summary>A folder with its <c>chapter.yaml</c>.</summary>
    Chapter,

    /// <summary>A file of a chapter, with its first fact: an event without facts is not valid.</summary>
    Event,

    /// <summary>A fact of an event.</summary>
    Fact,

    /// <summary>A person, place or organisation.</summary>
    Party,

    /// <summary>A published page.</summary>
    Source,
}
