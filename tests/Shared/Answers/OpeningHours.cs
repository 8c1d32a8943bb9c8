using Bot.Answers;
using Bot.Answers.Model;
using Bot.Facts.Model;

namespace Bot.Testing;

/// <summary>A small base of another kind, loaded once: an invented museum, in English alone, with no article, footnotes or sides.</summary>
internal static class OpeningHours
{
    /// <summary>Its folder.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "OpeningHours");

    /// <summary>The base.</summary>
    public static FactBase Facts { get; } = SampleBase.Load(Folder);

    /// <summary>Answers from it.</summary>
    public static Answerer Answerer { get; } = new(Facts);

    /// <summary>Answers what somebody typed.</summary>
    public static Answer Ask(string text, string language = "en") => Answerer.Answer(text, language);
}
