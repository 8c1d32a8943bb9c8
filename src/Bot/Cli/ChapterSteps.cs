namespace Bot.Cli;

/// <summary>The commands that make a chapter, in their order. facts/README.md has the same under “A new chapter”, and says what each is for.</summary>
internal static class ChapterSteps
{
    /// <summary>The steps after <c>facts new chapter</c>. Words in capitals are for the curator to replace.</summary>
    /// <param name="chapter">The chapter's id.</param>
    public static IReadOnlyList<string> Of(string chapter) =>
    [
        $"facts new source --file {chapter} --publisher PUBLISHER --language TAG --address ADDRESS",
        "facts new party --kind person --name NAME",
        $"facts new event --chapter {chapter} --title TITLE --when DAY --kind event --about PARTIES --topics TOPICS --evidence PAGES",
        "facts new fact --event EVENT --kind statement --by PARTY --about PARTIES --topics TOPICS --evidence PAGES",
        "facts check",
        $"facts try --only {chapter}",
        "facts status",
        "facts release",
    ];
}
