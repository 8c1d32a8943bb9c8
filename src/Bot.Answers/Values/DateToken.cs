namespace Bot.Answers.Values;

/// <summary>A number, a word, a Han character or a punctuation mark.</summary>
/// <param name="Text">The folded text; empty for a number in Han numerals. Dashes are <c>-</c>, tildes <c>~</c>, two dots or more <c>..</c>, and full-width marks those of ASCII.</param>
/// <param name="Number">Its value if it is a number, at most 99,999,999; otherwise null.</param>
/// <param name="Start">Its position in the text.</param>
/// <param name="End">The position after it.</param>
internal readonly record struct DateToken(string Text, int? Number, int Start, int End)
{
    /// <summary>Whether an apostrophe stands before it, as in '24.</summary>
    public bool IsShortened { get; init; }
}
