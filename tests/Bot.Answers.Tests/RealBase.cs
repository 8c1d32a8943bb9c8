using Bot.Answers.Understanding;
using Bot.Facts;
using Bot.Facts.Model;
using Bot.Testing;

namespace Bot.Answers.Tests;

/// <summary>The real base, loaded once, and what answers from it.</summary>
internal static class RealBase
{
    public static FactBase Facts { get; } = Load();

    public static Answerer Answerer { get; } = new(Facts);

    public static Knowledge Knowledge { get; } = new(Facts);

    public static TheoryData<string> Languages { get; } = [.. Bot.Facts.Model.Languages.Tags];

    public static Answer Ask(string text, string language = "en") => Answerer.Answer(text, language);

    public static IEnumerable<string> Ids(this Answer answer) => answer.Facts.Select(f => f.Id);

    public static IEnumerable<string> Headings(this Answer answer) => answer.Sections.Select(s => s.Heading).OfType<string>();

    public static string Prose(this Answer answer) => string.Join('\n', answer.Sections.SelectMany(s => s.Paragraphs));

    public static Locale Locale(string tag) => Locales.FromTag(tag);

    private static FactBase Load()
    {
        var result = FactBaseLoader.Load(Repository.Facts);
        return result.Base ?? throw new InvalidOperationException(string.Join('\n', result.Problems));
    }
}
