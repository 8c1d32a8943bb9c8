using Bot.Answers.Model;

namespace Bot.Answers.Tests;

/// <summary>What tests look for in an answer.</summary>
internal static class AnswerExtensions
{
    /// <summary>The ids of the facts that it shows.</summary>
    public static IEnumerable<string> Ids(this Answer answer) => answer.Facts.Select(f => f.Id);

    /// <summary>The headings of its sections.</summary>
    public static IEnumerable<string> Headings(this Answer answer) => answer.Sections.Select(s => s.Heading).OfType<string>();

    /// <summary>Its paragraphs, a line each.</summary>
    public static string Prose(this Answer answer) => string.Join('\n', answer.Sections.SelectMany(s => s.Paragraphs));
}
